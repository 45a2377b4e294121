#include "susceptibility/qc_entry.h"

#include <algorithm>

#include "base/text.h"

namespace kres::susceptibility {

namespace {

tl::unexpected<RowFault> fault(const char* code) { return tl::unexpected<RowFault>(code); }

bool is_known(const std::string& strain, const QcRanges& ranges) {
  return std::any_of(ranges.rows().begin(), ranges.rows().end(),
                     [&](const QcRange& range) { return range.strain == strain; });
}

}  // namespace

tl::expected<JudgedQc, RowFault> read_qc_entry(const TypedQc& typed, const QcRanges& ranges,
                                               const AgentTable& agents, Date today) {
  const auto strain = qc_strain_name(typed.strain);
  if (!is_known(strain, ranges)) return fault("strain_unknown");
  if (trim(typed.row.date).empty()) return fault("date_missing");
  auto read =
      read_entry({typed.row}, {.isolate = strain, .organism = strain, .today = today}, {}, agents)
          .front();
  if (!read) return tl::unexpected<RowFault>(read.error());
  const auto* range = ranges.find(strain, read->agent, read->unit, typed.disk_ug);
  if (range == nullptr) return fault("no_range");
  read->disk_ug = range->disk_ug;
  JudgedQc judged{.result = {.strain = strain,
                             .measurement = *std::move(read),
                             .lot = typed.lot,
                             .medium = typed.medium,
                             .person = {}},
                  .range = *range};
  judged.state = state_of(judged.result, ranges);
  return judged;
}

}  // namespace kres::susceptibility
