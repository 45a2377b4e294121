// Writes the validation report as JSON.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "validation/report/report.h"

namespace kres::validation {

namespace {

using Json = nlohmann::ordered_json;

Json proportion_json(const Proportion& proportion) {
  const auto interval = wilson_interval(proportion);
  return {{"count", proportion.count},
          {"total", proportion.total},
          {"share", proportion.share()},
          {"low", interval.low},
          {"high", interval.high}};
}

Json tallies_json(const std::vector<Tally>& tallies) {
  Json rows = Json::array();
  for (const auto& tally : tallies)
    rows.push_back({{"name", tally.name},
                    {"damage", proportion_json(tally.damage)},
                    {"breaks", proportion_json(tally.breaks)}});
  return rows;
}

}  // namespace

std::string report_json(const Report& report, const ReportTexts& texts) {
  const auto& basis = report.basis;
  Json figures = Json::array();
  for (const auto& figure : report.summary.figures) {
    Json row = {{"key", figure.key}, {"kept", figure.kept()}};
    row.update(proportion_json(figure.proportion));
    figures.push_back(std::move(row));
  }
  const Json json = {
      {"schema_version", 1},
      {"software", basis.software},
      {"reference", {{"name", basis.reference_name}, {"digest", basis.reference_digest}}},
      {"sources", basis.sources},
      {"settings", {{"name", basis.settings_name}, {"digest", basis.settings_digest}}},
      {"date", basis.date},
      {"seed", basis.seed},
      {"kept", report.summary.kept()},
      {"figures", figures},
      {"families", tallies_json(report.summary.families)},
      {"cases", tallies_json(report.summary.cases)},
      {"faults", report.summary.faults},
      {"limitations", texts.limitations()}};
  return json.dump(1) + "\n";
}

}  // namespace kres::validation
