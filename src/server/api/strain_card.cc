#include "server/api/strain_card.h"

#include <map>

#include <nlohmann/json.hpp>

namespace kres::api {

using Json = nlohmann::ordered_json;

namespace {

Json names_of(const std::vector<laboratory::IsolateFinding>& findings, std::string_view kind) {
  Json names = Json::array();
  for (const auto& finding : findings)
    if (finding.kind == kind) names.push_back(finding.name);
  return names;
}

// Measured, not constructed ones, with the category in force.
Result<Json> susceptibility(laboratory::UnitOfWork& work, laboratory::IsolateId isolate) {
  KRES_ASSIGN(const auto measured, work.measurements().current_of(isolate));
  KRES_ASSIGN(const auto interpretations, work.interpretations().current_of(isolate));
  std::map<laboratory::MeasurementId, const laboratory::InterpretationRecord*> by_measurement;
  for (const auto& record : interpretations) by_measurement[record.measurement] = &record;
  Json items = Json::array();
  for (const auto& record : measured) {
    if (record.provenance == "constructed") continue;
    const auto* read = by_measurement[record.id];
    items.push_back({{"agent", record.agent},
                     {"method", record.method},
                     {"sign", record.sign},
                     {"value", record.value},
                     {"unit", record.unit},
                     {"category", read == nullptr ? "" : read->category},
                     {"breakpoints", read == nullptr ? "" : read->breakpoints}});
  }
  return items;
}

Result<Json> history(laboratory::UnitOfWork& work, laboratory::StrainId strain) {
  KRES_ASSIGN(const auto lots, work.strains().lots_of(strain));
  KRES_ASSIGN(const auto checks, work.strains().checks_of(strain));
  Json items = Json::array();
  for (const auto& lot : lots) {
    Json checked = Json::array();
    for (const auto& check : checks)
      if (check.lot == lot.id)
        checked.push_back({{"kind", name_of(check.kind)},
                           {"result", name_of(check.result)},
                           {"day", check.checked.iso()}});
    items.push_back({{"lot", lot.number},
                     {"passage", lot.passage},
                     {"preserved", lot.made.iso()},
                     {"medium", lot.medium},
                     {"checks", std::move(checked)}});
  }
  return items;
}

}  // namespace

Result<Json> strain_card(laboratory::UnitOfWork& work, const laboratory::Strain& strain) {
  KRES_ASSIGN(const auto isolate, work.isolates().find(strain.isolate));
  KRES_ASSIGN(const auto referral, work.referrals().find(isolate->referral));
  KRES_ASSIGN(const auto findings, work.catalogue().findings_of(strain.isolate));
  KRES_ASSIGN(const auto found, work.catalogue().list({.text = strain.number, .limit = 1}));
  KRES_ASSIGN(const auto terms, work.strains().terms_of(strain.id));
  KRES_ASSIGN(auto phenotype, susceptibility(work, strain.isolate));
  KRES_ASSIGN(auto lots, history(work, strain.id));
  const auto& summary = isolate->summary;
  const bool available = !found.empty() && found.front().vials > 0 &&
                         found.front().distribution != laboratory::Distribution::closed;
  return Json{{"format", "kres strain card 1"},
              {"collection", "K-res"},
              {"number", strain.number},
              {"other_numbers", {isolate->accession}},
              {"taxon", summary.species},
              {"type_strain", false},
              {"sequence_type", summary.st},
              {"isolation",
               {{"country", "NO"},
                {"year", isolate->received.year},
                {"source", referral ? referral->clinical.material : ""}}},
              {"determinants", names_of(findings, "determinant")},
              {"classes", names_of(findings, "class")},
              {"susceptibility", std::move(phenotype)},
              {"risk_group", terms.empty() ? 0 : terms.back().risk_group},
              {"nagoya", terms.empty() ? "" : terms.back().nagoya},
              {"distribution", terms.empty() ? "closed" : name_of(terms.back().distribution)},
              {"available", available},
              {"form_of_supply", "frozen vial"},
              {"history", std::move(lots)}};
}

}  // namespace kres::api
