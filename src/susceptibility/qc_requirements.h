// What the quality control of a day must hold for an agent.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "susceptibility/qc_result.h"

namespace kres::susceptibility {

class QcRequirements {
 public:
  struct Row {
    std::string agent;
    std::string method;                           // mic | disk | *
    std::vector<std::vector<std::string>> needs;  // one strain of each
    std::vector<std::string> media;               // one of these with every MIC; empty: any
  };

  // Reads data/qc_requirements.tsv; `name` stands in errors.
  static Result<QcRequirements> parse(std::string_view text, std::string name);

  const std::vector<Row>& rows() const { return rows_; }
  // What is missing among the results of one day, agent and method ("NCTC 13846", "ATCC 25922 or
  // ATCC 27853", "medium iron-depleted"); empty if it is complete.
  std::vector<std::string> missing(std::string_view agent, Unit unit,
                                   const std::vector<const QcResult*>& results) const;

 private:
  std::vector<Row> rows_;
};

}  // namespace kres::susceptibility
