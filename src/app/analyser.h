// The whole genome analysis as the program offers it: engine and rules on one reference set.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "genome/analysis/engine.h"
#include "genome/phenotype/predict.h"

namespace kres::app {

class Analyser {
 public:
  // Opens the reference set and the rules it was built with.
  static Result<Analyser> open(const Path& reference);

  // Reads an assembly and analyses it, predicted phenotype included.
  Result<genome::GenomeResult> analyse(const Path& assembly, const std::string& species,
                                       int threads) const;
  // The same of a file's bytes; `name` is what errors and the result call it.
  Result<genome::GenomeResult> analyse(std::string_view bytes, const std::string& name,
                                       const std::string& species, int threads) const;
  // The same of an assembly that was read already.
  genome::GenomeResult analyse(const sequence::Assembly& assembly, const std::string& species,
                               int threads) const;
  // How the reads of one isolate are to be read.
  struct ReadOptions {
    std::string species;
    int threads = 1;
    double most_depth = 0;  // x; of deeper reads only a share is used; 0: any
    bool nanopore = false;
  };
  Result<genome::GenomeResult> analyse_reads(const std::vector<genome::ReadLibrary>& libraries,
                                             const ReadOptions& options,
                                             const genome::ReadProgress& progress) const;
  const genome::ReferenceSet& reference() const { return engine_.reference(); }
  const genome::RuleTable& rules() const { return rules_; }

 private:
  Analyser(genome::Engine engine, genome::RuleTable rules, OrganismTable organisms)
      : engine_(std::move(engine)), rules_(std::move(rules)), organisms_(std::move(organisms)) {}
  genome::Engine engine_;
  genome::RuleTable rules_;
  OrganismTable organisms_;
};

}  // namespace kres::app
