// Epidemiological cut-offs: the highest MIC and the smallest zone of the wild type of a species.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::susceptibility {

struct Ecoff {
  std::string species;  // "Klebsiella pneumoniae"
  std::string agent;
  std::optional<double> mic;   // highest wild-type MIC, mg/L
  std::optional<double> zone;  // smallest wild-type zone, mm
  std::string disk_ug;
  std::size_t line = 0;
};

class EcoffTable {
 public:
  static Result<EcoffTable> parse(std::string_view text, std::string name);
  const std::string& version() const { return version_; }
  const std::vector<Ecoff>& rows() const { return rows_; }
  // nullptr if this species and agent have none.
  const Ecoff* find(std::string_view species, std::string_view agent) const;

 private:
  std::string version_;
  std::vector<Ecoff> rows_;
};

}  // namespace kres::susceptibility
