#include "server/api/strain_detail.h"

#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "server/api/bank_json.h"
#include "workflow/bank/places.h"

namespace kres::api {

using Json = nlohmann::ordered_json;

namespace {

// Everything that hangs on a strain.
struct StrainRecords {
  laboratory::Isolate isolate;
  std::vector<laboratory::StrainTerms> terms;
  std::vector<laboratory::Lot> lots;
  std::vector<laboratory::LotCheck> checks;
  std::vector<laboratory::Vial> vials;
  std::vector<laboratory::VialMovement> movements;
  laboratory::PlaceTree tree{{}};
};

Result<StrainRecords> load(laboratory::UnitOfWork& work, const laboratory::Strain& strain) {
  StrainRecords records;
  KRES_ASSIGN(const auto isolate, work.isolates().find(strain.isolate));
  records.isolate = *isolate;
  KRES_ASSIGN(records.terms, work.strains().terms_of(strain.id));
  KRES_ASSIGN(records.lots, work.strains().lots_of(strain.id));
  KRES_ASSIGN(records.checks, work.strains().checks_of(strain.id));
  KRES_ASSIGN(records.vials, work.vials().of_strain(strain.id));
  KRES_ASSIGN(records.movements, work.vials().movements_of(strain.id));
  KRES_ASSIGN(records.tree, workflow::place_tree(work));
  return records;
}

// Null for the isolate itself.
Json parent_number(const StrainRecords& records, const laboratory::Lot& lot) {
  for (const auto& other : records.lots)
    if (other.id == lot.parent) return other.number;
  return nullptr;
}

Json lot_value(const workflow::BankDesk& desk, const StrainRecords& records,
               const laboratory::Lot& lot) {
  Json vials = Json::array(), checks = Json::array();
  bool stocked = false;
  for (const auto& vial : records.vials)
    if (vial.lot == lot.id) {
      vials.push_back(vial_value(vial, records.tree));
      stocked = stocked || vial.is_stored();
    }
  for (const auto& check : records.checks)
    if (check.lot == lot.id) checks.push_back(check_value(check));
  const auto due = viability_due(lot, records.checks, desk.rules.viability_months);
  const bool asked = stocked && due.has_value();
  return {
      {"number", lot.number},
      {"parent", parent_number(records, lot)},
      {"passage", lot.passage},
      {"made", lot.made.iso()},
      {"medium", lot.medium},
      {"comment", lot.comment},
      {"entered_by", lot.entered_by},
      {"vials", std::move(vials)},
      {"checks", std::move(checks)},
      {"viability_due", asked ? Json(due->iso()) : Json(nullptr)},
      {"days_left", asked ? Json(days_between(desk.services.clock.today(), *due)) : Json(nullptr)}};
}

Json sites_value(const StrainRecords& records) {
  std::set<std::string> sites;
  for (const auto& vial : records.vials)
    if (vial.spot && condemning(vial.lot, records.checks) == nullptr)
      sites.insert(records.tree.path(records.tree.site_of(vial.spot->box)));
  return sites;
}

Json movements_value(const StrainRecords& records) {
  std::map<laboratory::VialId, std::string> codes;
  for (const auto& vial : records.vials) codes[vial.id] = vial.code;
  Json movements = Json::array();
  for (const auto& movement : records.movements)
    movements.push_back(movement_value(movement, codes[movement.vial], records.tree));
  return movements;
}

}  // namespace

Result<Json> strain_detail(const workflow::BankDesk& desk, laboratory::UnitOfWork& work,
                           const laboratory::Strain& strain) {
  KRES_ASSIGN(const auto records, load(work, strain));
  const auto& summary = records.isolate.summary;
  Json terms = Json::array(), lots = Json::array();
  for (const auto& version : records.terms) terms.push_back(terms_value(version));
  for (const auto& lot : records.lots) lots.push_back(lot_value(desk, records, lot));
  return Json{{"number", strain.number},
              {"accession", records.isolate.accession},
              {"species", summary.species},
              {"st", summary.st},
              {"key_findings", summary.key_findings},
              {"case_definitions", summary.case_definitions},
              {"received", records.isolate.received.iso()},
              {"constructed", records.isolate.constructed},
              {"banked", iso_utc(strain.banked)},
              {"banked_by", strain.banked_by},
              {"terms", std::move(terms)},
              {"lots", std::move(lots)},
              {"sites", sites_value(records)},
              {"least_sites", desk.rules.least_sites},
              {"thaw_limit", desk.rules.thaw_limit},
              {"movements", movements_value(records)}};
}

}  // namespace kres::api
