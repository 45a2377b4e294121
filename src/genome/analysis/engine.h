// The genome engine: one assembly or the reads of one isolate in, one result out.
#pragma once

#include <memory>
#include <string>

#include "base/files.h"
#include "genome/reads/scan_reads.h"
#include "genome/reference/reference_set.h"
#include "genome/result/genome_result.h"
#include "sequence/assembly.h"

namespace kres::genome {

struct Knowledge;  // decisions.h

struct AnalyseOptions {
  std::string software;   // what the result names as its program
  std::string species;    // stated by a person; empty: found
  int threads = 1;        // the result does not depend on it
  double most_depth = 0;  // x; of deeper reads only a share is used; 0: all are
  bool nanopore = false;  // the reads are long and noisy; libraries are single files then
  ReadProgress progress;  // of analyse_reads(); may be empty
};

// Holds an open reference set with its tables. Analyses may run at the same time on one engine.
class Engine {
 public:
  static Result<Engine> open(const Path& reference);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  const ReferenceSet& reference() const;
  // Fills everything but the predicted phenotype, which the rules decide (genome/phenotype).
  GenomeResult analyse(const sequence::Assembly& assembly, const AnalyseOptions& options) const;
  // The same from reads; fails as scan_reads() or scan_long_reads() does, and on reads of the other
  // kind. Positions are on contigs that were assembled around what was found ("reads_1", ...). What
  // nanopore reads do not settle is left open (open_bases.h).
  Result<GenomeResult> analyse_reads(const std::vector<ReadLibrary>& libraries,
                                     const AnalyseOptions& options) const;

 private:
  explicit Engine(std::unique_ptr<Knowledge> knowledge);
  std::unique_ptr<Knowledge> knowledge_;
};

}  // namespace kres::genome
