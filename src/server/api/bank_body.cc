#include "server/api/bank_body.h"

#include <cmath>
#include <limits>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "laboratory/bank/storage_place.h"
#include "server/api/body.h"

namespace kres::api {

using nlohmann::json;

namespace {

constexpr std::size_t kMostMics = 60;
constexpr int kMostPlaces = std::numeric_limits<int>::max();

bool is_missing(const json& object, std::string_view name) {
  const auto field = object.find(name);
  return field == object.end() || field->is_null();
}

Result<const json*> list_in(const json& object, std::string_view name, std::size_t most) {
  const auto field = object.find(name);
  if (!field->is_array()) return bad_input(fmt::format("The field '{}' is no list", name));
  if (field->size() > most)
    return bad_input(fmt::format("The field '{}' has more than {} items", name, most));
  return &*field;
}

Result<laboratory::RepeatedMic> mic_in(const json& object) {
  if (!object.is_object()) return bad_input("A MIC is an object with agent, sign and value");
  laboratory::RepeatedMic mic{.before = {}, .before_sign = {}};
  KRES_ASSIGN(mic.agent, required_text(object, "agent", kLongestName));
  KRES_ASSIGN(mic.sign, required_text(object, "sign", 2));
  KRES_ASSIGN(const auto value, optional_real(object, "value"));
  if (!value) return bad_input(fmt::format("The MIC of {} is missing", mic.agent));
  mic.value = *value;
  return mic;
}

}  // namespace

Result<std::optional<int>> optional_whole(const json& object, std::string_view name, int least,
                                          int most) {
  if (is_missing(object, name)) return std::optional<int>();
  const auto& field = object[std::string(name)];
  if (!field.is_number_integer() || field < least || field > most)
    return bad_input(
        fmt::format("The field '{}' is no whole number from {} to {}", name, least, most));
  return std::optional(field.get<int>());
}

Result<int> required_whole(const json& object, std::string_view name, int least, int most) {
  KRES_ASSIGN(const auto value, optional_whole(object, name, least, most));
  if (!value) return bad_input(fmt::format("The field '{}' is missing", name));
  return *value;
}

Result<std::optional<double>> optional_real(const json& object, std::string_view name) {
  if (is_missing(object, name)) return std::optional<double>();
  const auto& field = object[std::string(name)];
  if (!field.is_number()) return bad_input(fmt::format("The field '{}' is no number", name));
  return std::optional(field.get<double>());
}

Result<std::optional<Date>> optional_day(const json& object, std::string_view name) {
  KRES_ASSIGN(const auto text, optional_text(object, name, kLongestName));
  if (text.empty()) return std::optional<Date>();
  const auto day = Date::parse(text);
  if (!day) return bad_input(fmt::format("The field '{}' is no day, such as 2026-11-21", name));
  return day;
}

Result<Date> required_day(const json& object, std::string_view name) {
  KRES_ASSIGN(const auto day, optional_day(object, name));
  if (!day) return bad_input(fmt::format("The field '{}' is missing", name));
  return *day;
}

Result<std::vector<std::string>> text_list(const json& object, std::string_view name,
                                           std::size_t most_items) {
  std::vector<std::string> texts;
  if (is_missing(object, name)) return texts;
  KRES_ASSIGN(const auto* list, list_in(object, name, most_items));
  for (const auto& item : *list) {
    if (!item.is_string() || item.get_ref<const std::string&>().size() > kLongestName)
      return bad_input(fmt::format("The field '{}' is a list of short texts", name));
    texts.push_back(item.get<std::string>());
  }
  return texts;
}

Result<workflow::NamedSpot> spot_in(const json& object) {
  if (!object.is_object()) return bad_input("A position is an object with box and position");
  workflow::NamedSpot spot;
  KRES_ASSIGN(const auto box, required_whole(object, "box", 1, kMostPlaces));
  spot.box = {box};
  KRES_ASSIGN(spot.position, required_text(object, "position", kLongestName));
  return spot;
}

Result<workflow::NewLot> lot_in(const json& object) {
  workflow::NewLot lot;
  KRES_ASSIGN(const auto parent, optional_whole(object, "parent", 1, 10000));
  lot.parent = parent.value_or(0);
  KRES_ASSIGN(lot.passage, required_whole(object, "passage", 0, laboratory::kMostPassages));
  KRES_ASSIGN(lot.made, required_day(object, "made"));
  KRES_ASSIGN(lot.medium, required_text(object, "medium", laboratory::kLongestMedium));
  KRES_ASSIGN(lot.comment, optional_text(object, "comment", laboratory::kLongestBankComment));
  if (is_missing(object, "vials")) return bad_input("The field 'vials' is missing");
  KRES_ASSIGN(const auto* vials, list_in(object, "vials", workflow::kMostVialsAtOnce));
  for (const auto& item : *vials) {
    KRES_ASSIGN(auto spot, spot_in(item));
    lot.vials.push_back(std::move(spot));
  }
  return lot;
}

Result<laboratory::StrainTerms> terms_in(const json& object) {
  laboratory::StrainTerms terms;
  KRES_ASSIGN(terms.risk_group, required_whole(object, "risk_group", 1, 3));
  KRES_ASSIGN(const auto distribution, required_text(object, "distribution", kLongestName));
  const auto known = laboratory::distribution_from(distribution);
  if (!known)
    return bad_input(fmt::format("'{}' is no distribution: open, agreement, closed", distribution));
  terms.distribution = *known;
  KRES_ASSIGN(terms.nagoya, optional_text(object, "nagoya", laboratory::kLongestBankComment));
  KRES_ASSIGN(terms.comment, optional_text(object, "comment", laboratory::kLongestBankComment));
  return terms;
}

Result<laboratory::LotCheck> check_in(const json& object, const AgentTable& agents) {
  laboratory::LotCheck check;
  KRES_ASSIGN(const auto kind, required_text(object, "kind", kLongestName));
  KRES_ASSIGN(const auto result, required_text(object, "result", kLongestName));
  const auto known_kind = laboratory::check_kind_from(kind);
  const auto known_result = laboratory::check_result_from(result);
  if (!known_kind) return bad_input(fmt::format("'{}' is no kind of check", kind));
  if (!known_result) return bad_input(fmt::format("'{}' is no result of a check", result));
  check.kind = *known_kind;
  check.result = *known_result;
  KRES_ASSIGN(check.checked, required_day(object, "checked"));
  KRES_ASSIGN(const auto analysis, optional_whole(object, "analysis", 1, kMostPlaces));
  check.analysis = {analysis.value_or(0)};
  KRES_ASSIGN(check.statement, optional_text(object, "statement", laboratory::kLongestBankComment));
  if (is_missing(object, "mics")) return check;
  KRES_ASSIGN(const auto* mics, list_in(object, "mics", kMostMics));
  for (const auto& item : *mics) {
    KRES_ASSIGN(auto mic, mic_in(item));
    const auto* agent = agents.find(mic.agent);
    if (agent == nullptr) return bad_input(fmt::format("'{}' is no known agent", mic.agent));
    mic.agent = agent->name;
    check.mics.push_back(std::move(mic));
  }
  return check;
}

}  // namespace kres::api
