#include "susceptibility/qc_rules.h"

namespace kres::susceptibility {

Result<QcRules> read_qc_rules(const TableSource& text_of) {
  KRES_ASSIGN(const auto range_text, text_of("qc_ranges.tsv"));
  KRES_ASSIGN(auto ranges, QcRanges::parse(range_text, "qc_ranges.tsv"));
  KRES_ASSIGN(const auto requirement_text, text_of("qc_requirements.tsv"));
  KRES_ASSIGN(auto requirements, QcRequirements::parse(requirement_text, "qc_requirements.tsv"));
  return QcRules{std::move(ranges), std::move(requirements)};
}

}  // namespace kres::susceptibility
