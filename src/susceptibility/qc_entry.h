// Reads what a person typed about one measurement of a control strain, and judges it.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "susceptibility/levey_jennings.h"
#include "susceptibility/measurement_entry.h"

namespace kres::susceptibility {

// As typed: the row of a measurement, whose date is needed here, with its strain.
struct TypedQc {
  std::string strain;
  TypedRow row;
  std::string disk_ug;  // empty: that of the range
  std::string lot, medium;
};

struct JudgedQc {
  QcResult result;
  QcState state = QcState::no_range;
  QcRange range;
};

// Faults: strain_unknown, date_missing, no_range (the strain has none for this agent, unit and
// load), or one of read_entry().
tl::expected<JudgedQc, RowFault> read_qc_entry(const TypedQc& typed, const QcRanges& ranges,
                                               const AgentTable& agents, Date today);

}  // namespace kres::susceptibility
