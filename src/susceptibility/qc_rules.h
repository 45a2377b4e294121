// What quality control is judged by.
#pragma once

#include "base/table_source.h"
#include "susceptibility/qc_ranges.h"
#include "susceptibility/qc_requirements.h"

namespace kres::susceptibility {

struct QcRules {
  QcRanges ranges;
  QcRequirements requirements;
};

// The project's own tables, data/qc_ranges.tsv and data/qc_requirements.tsv.
Result<QcRules> read_qc_rules(const TableSource& text_of);

}  // namespace kres::susceptibility
