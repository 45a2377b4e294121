// A result as the --format option wants it: JSON, TSV or hAMRonization.
#pragma once

#include <string>
#include <vector>

#include "genome/reference/reference_set.h"
#include "genome/result/genome_result.h"

namespace kres::app {

class AnalysisView {
 public:
  // Requires: format is one of formats().
  AnalysisView(std::string format, const genome::Manifest& manifest);
  static const std::vector<std::string>& formats();

  std::string header() const;  // before the first result; may be empty
  // Whole lines. JSON: one document a line.
  std::string lines(const genome::GenomeResult& result) const;
  // The name of a table of several results in a folder of them; empty for JSON, whose documents
  // stand there one by one.
  std::string table() const;

 private:
  std::string format_;
};

}  // namespace kres::app
