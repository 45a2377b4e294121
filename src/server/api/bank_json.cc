#include "server/api/bank_json.h"

#include <nlohmann/json.hpp>

namespace kres::api {

using Json = nlohmann::ordered_json;

namespace {

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

template <class Record>
Json id_or_null(laboratory::Id<Record> id) {
  return id ? Json(id.value) : Json(nullptr);
}

}  // namespace

Json place_value(const laboratory::StoragePlace& place, const laboratory::PlaceTree& tree,
                 std::int64_t vials) {
  const bool box = place.kind == laboratory::PlaceKind::box;
  return {{"id", place.id.value},
          {"parent", id_or_null(place.parent)},
          {"kind", name_of(place.kind)},
          {"name", place.name},
          {"path", tree.path(place.id)},
          {"rows", box ? Json(place.box.rows) : Json(nullptr)},
          {"columns", box ? Json(place.box.columns) : Json(nullptr)},
          {"numbering", box ? Json(name_of(place.box.numbering)) : Json(nullptr)},
          {"positions", place.box.positions()},
          {"vials", vials}};
}

Json storage_event_value(const laboratory::StorageEvent& event, const laboratory::PlaceTree& tree) {
  return {{"id", event.id.value},
          {"kind", name_of(event.kind)},
          {"celsius", or_null(event.celsius)},
          {"minutes", or_null(event.minutes)},
          {"from", tree.path(event.from)},
          {"to", tree.path(event.to)},
          {"comment", event.comment},
          {"person", event.person},
          {"at", iso_utc(event.at)}};
}

Json spot_value(const std::optional<laboratory::Spot>& spot, const laboratory::PlaceTree& tree) {
  if (!spot) return nullptr;
  const auto* box = tree.find(spot->box);
  return {{"box", spot->box.value},
          {"path", tree.path(spot->box)},
          {"position", box == nullptr ? "" : position_name(box->box, spot->position)}};
}

Json vial_value(const laboratory::Vial& vial, const laboratory::PlaceTree& tree) {
  return {{"code", vial.code},
          {"number", vial.number},
          {"spot", spot_value(vial.spot, tree)},
          {"thaws", vial.thaws}};
}

Json shown_vial_value(const laboratory::ShownVial& shown, const laboratory::PlaceTree& tree) {
  return {{"code", shown.vial.code},
          {"number", shown.vial.number},
          {"spot", spot_value(shown.vial.spot, tree)},
          {"thaws", shown.vial.thaws},
          {"lot", shown.lot},
          {"strain", shown.strain},
          {"accession", shown.accession},
          {"species", shown.species},
          {"st", shown.st},
          {"placed_by", shown.placed_by},
          {"placed", iso_utc(shown.placed)}};
}

Json movement_value(const laboratory::VialMovement& movement, const std::string& code,
                    const laboratory::PlaceTree& tree) {
  return {{"vial", code},
          {"kind", name_of(movement.kind)},
          {"from", spot_value(movement.from, tree)},
          {"to", spot_value(movement.to, tree)},
          {"reason", movement.reason},
          {"comment", movement.comment},
          {"person", movement.person},
          {"at", iso_utc(movement.at)}};
}

Json terms_value(const laboratory::StrainTerms& terms) {
  return {{"risk_group", terms.risk_group}, {"distribution", name_of(terms.distribution)},
          {"nagoya", terms.nagoya},         {"comment", terms.comment},
          {"entered_by", terms.entered_by}, {"entered", iso_utc(terms.entered)}};
}

Json check_value(const laboratory::LotCheck& check) {
  Json mics = Json::array();
  for (const auto& mic : check.mics)
    mics.push_back({{"agent", mic.agent},
                    {"sign", mic.sign},
                    {"value", mic.value},
                    {"before", or_null(mic.before)},
                    {"before_sign", mic.before_sign},
                    {"dilutions", or_null(dilutions_between(mic))}});
  return {{"id", check.id.value},
          {"kind", name_of(check.kind)},
          {"result", name_of(check.result)},
          {"checked", check.checked.iso()},
          {"mics", std::move(mics)},
          {"analysis", id_or_null(check.analysis)},
          {"statement", check.statement},
          {"entered_by", check.entered_by},
          {"entered", iso_utc(check.entered)}};
}

}  // namespace kres::api
