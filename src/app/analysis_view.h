// A result as the --format option wants it: JSON, TSV or hAMRonization.
#pragma once

#include <string>
#include <vector>

#include "genome/reference/reference_set.h"
#include "genome/result/genome_result.h"
#include "genome/views/hamronization.h"

namespace kres::app {

class AnalysisView {
 public:
  struct Format;
  static std::vector<std::string> formats();
  // Requires: format is one of formats().
  AnalysisView(const std::string& format, const genome::Manifest& manifest);

  std::string header() const;  // before the first result; may be empty
  // Whole lines. JSON: one document a line.
  std::string lines(const genome::GenomeResult& result) const;
  // The name of a table of several results in a folder of them; empty for JSON, whose documents
  // stand there one by one.
  std::string table() const;

 private:
  const Format* format_;
  std::vector<genome::ReferenceSource> sources_;
};

}  // namespace kres::app
