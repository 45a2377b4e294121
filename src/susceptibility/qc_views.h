// Quality control as a table and as JSON for a chart (docs/formats/quality-control.md).
#pragma once

#include <string>

#include "susceptibility/quality_control.h"

namespace kres::susceptibility {

// A line a day: date, agent, method, disk_ug, state, incomplete, warnings, lines; with header.
std::string qc_days_tsv(const QcEvaluation& evaluation);
// A line a point: the series, its limits and centre, the value, its place, state and rules.
std::string levey_jennings_tsv(const std::vector<QcSeries>& series);
// The same as one object {"version", "series": [...], "days": [...]}, without a final newline.
std::string qc_json(const QcEvaluation& evaluation, const std::string& version);

}  // namespace kres::susceptibility
