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

Json reads_json(const ReadsPart& reads) {
  Json titration = Json::array(), ribosomal = Json::array(), mixtures = Json::array();
  for (const auto& row : reads.titration)
    titration.push_back({{"depth", row.depth},
                         {"samples", row.samples},
                         {"same", row.same},
                         {"left_open", row.left_open},
                         {"unreported", row.unreported},
                         {"lost", row.lost},
                         {"added", row.added},
                         {"wrong", row.wrong}});
  for (const auto& row : reads.ribosomal)
    ribosomal.push_back({{"depth", row.depth},
                         {"mutant_copies", row.copies},
                         {"called", proportion_json(row.called)},
                         {"right_copies", proportion_json(row.right)}});
  for (const auto& row : reads.mixtures)
    mixtures.push_back({{"kind", row.kind},
                        {"percent", row.percent},
                        {"detected", proportion_json(row.detected)},
                        {"marked", proportion_json(row.clean)}});
  return {{"simulator", reads.simulator},
          {"titration", titration},
          {"ribosomal", ribosomal},
          {"mixtures", mixtures}};
}

Json agreement_json(const AgreementPart& part) {
  Json rows = Json::array();
  for (const auto& row : part.rows)
    rows.push_back({{"by", row.by},
                    {"countries", row.half},
                    {"category", proportion_json(row.category)},
                    {"very_major", proportion_json(row.very_major)},
                    {"major", proportion_json(row.major)},
                    {"minor", proportion_json(row.minor)},
                    {"no_category", proportion_json(row.no_category)},
                    {"r_not_expected", proportion_json(row.r_not_expected)},
                    {"s_not_expected", proportion_json(row.s_not_expected)}});
  return {{"collection", part.collection},
          {"rules", part.rules},
          {"breakpoints", part.breakpoints},
          {"rows", rows}};
}

// Figures and faults of a part join those of the panels.
void add(Report& report, const std::vector<Figure>& figures,
         const std::vector<std::string>& faults) {
  for (const auto& figure : figures)
    if (figure.proportion.total > 0) report.summary.figures.push_back(figure);
  report.summary.faults.insert(report.summary.faults.end(), faults.begin(), faults.end());
}

}  // namespace

void add_agreement(Report& report, AgreementPart agreement) {
  add(report, agreement.figures, agreement.faults);
  report.agreement = std::move(agreement);
}

void add_reads(Report& report, ReadsPart reads) {
  add(report, reads.figures, reads.faults);
  report.reads = std::move(reads);
}

std::string report_json(const Report& report, const ReportTexts& texts) {
  const auto& basis = report.basis;
  Json figures = Json::array();
  for (const auto& figure : report.summary.figures) {
    Json row = {{"key", figure.key}, {"kept", figure.kept()}, {"least", figure.least}};
    row.update(proportion_json(figure.proportion));
    figures.push_back(std::move(row));
  }
  Json json = {{"schema_version", 1},
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
  if (report.reads) json["reads"] = reads_json(*report.reads);
  if (report.agreement) json["agreement"] = agreement_json(*report.agreement);
  return json.dump(1) + "\n";
}

}  // namespace kres::validation
