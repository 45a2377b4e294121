// MICs that another guideline measures in another way, so that they are another test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/language.h"
#include "susceptibility/interpretation.h"

namespace kres::susceptibility {

class GuidelineDifferences {
 public:
  struct Row {
    std::string guideline;  // "CLSI"
    std::string agent;
    std::string reason;  // key, also the flag: other_inhibitor_ratio
    BilingualText note;
  };

  // Reads data/guideline_differences.tsv; `name` stands in errors.
  static Result<GuidelineDifferences> parse(std::string_view text, std::string name);

  const std::vector<Row>& rows() const { return rows_; }
  // Withholds the interpretation of a MIC that a row names.
  void apply(Interpretation& interpretation) const;

 private:
  std::vector<Row> rows_;
};

}  // namespace kres::susceptibility
