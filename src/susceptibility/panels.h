// Which agents a laboratory tests for which organisms, and in which range of dilutions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "susceptibility/measurement.h"
#include "vocabulary/organism_table.h"

namespace kres::susceptibility {

struct PanelRow {
  std::string panel;  // "CPO"
  std::string group;  // organism group as in data/organisms.tsv
  std::string agent;
  Method method = Method::broth_microdilution;
  double low = 0, high = 0;  // mg/L, of the first and the last well
};

// Why a measurement cannot come from the panel.
struct PanelFault {
  bool is_range = false;  // the agent is on the panel, the value is not
  std::string what;       // one sentence without subject and full stop
};

class Panels {
 public:
  // Reads data/panels.tsv; `name` stands in errors.
  static Result<Panels> parse(std::string_view text, std::string name);

  const std::vector<PanelRow>& rows() const { return rows_; }
  std::vector<std::string> names() const;
  // Values of other methods are not judged: strips and disks are tested beside a panel. "<=" and
  // ">" must stand at an end of the range, since between them every well is read.
  // Requires: the panel is one of names().
  std::optional<PanelFault> fault(std::string_view panel, const Organism& organism,
                                  const Measurement& measurement) const;

 private:
  std::vector<PanelRow> rows_;
};

}  // namespace kres::susceptibility
