#include "susceptibility/interpretation_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kres::susceptibility {

namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

template <class T>
std::optional<T> optional_at(const Json& json, const char* key) {
  const auto at = json.find(key);
  if (at == json.end() || at->is_null()) return std::nullopt;
  return at->get<T>();
}

Json breakpoint_json(const AppliedBreakpoint& b) {
  return {{"version", b.version},
          {"row", b.row},
          {"s", b.s},
          {"r", b.r},
          {"atu", b.atu},
          {"unit", b.unit},
          {"indication", b.indication},
          {"route", b.route},
          {"species_scope", b.species_scope},
          {"bracketed", b.bracketed},
          {"note", {{"nb", b.note.nb}, {"en", b.note.en}}}};
}

AppliedBreakpoint breakpoint_from(const Json& j) {
  return {.version = j.at("version"),
          .row = j.at("row"),
          .s = j.at("s"),
          .r = j.at("r"),
          .atu = j.at("atu"),
          .unit = j.at("unit"),
          .indication = j.at("indication"),
          .route = j.at("route"),
          .species_scope = j.at("species_scope"),
          .note = {j.at("note").at("nb"), j.at("note").at("en")},
          .bracketed = j.at("bracketed")};
}

Measurement measurement_from(const Json& j) {
  Measurement m;
  m.isolate = j.at("isolate");
  m.organism = j.at("organism");
  m.agent = j.at("agent");
  m.method = parse_method(j.at("method").get<std::string>()).value();
  m.system = j.at("system");
  m.sign = parse_sign(j.at("sign").get<std::string>()).value();
  m.value = j.at("value");
  m.unit = parse_unit(j.at("unit").get<std::string>()).value();
  m.disk_ug = j.value("disk_ug", "");
  m.guideline = j.value("guideline", "");
  m.indication = j.at("indication");
  m.route = j.at("route");
  m.provenance = j.at("provenance");
  if (const auto date = optional_at<std::string>(j, "date")) m.date = Date::parse(*date).value();
  return m;
}

}  // namespace

Json to_json_value(const Interpretation& i) {
  const auto& m = i.measurement;
  Json json = {{"isolate", m.isolate},
               {"organism", m.organism},
               {"agent", m.agent},
               {"method", std::string(name_of(m.method))},
               {"system", m.system},
               {"sign", std::string(name_of(m.sign))},
               {"value", m.value},
               {"unit", std::string(name_of(m.unit))},
               {"indication", m.indication},
               {"route", m.route},
               {"provenance", m.provenance},
               {"date", m.date ? Json(m.date->iso()) : Json(nullptr)},
               {"category", i.category ? Json(std::string(name_of(*i.category))) : Json(nullptr)},
               {"reason", i.reason},
               {"flags", i.flags},
               {"breakpoint", i.breakpoint ? breakpoint_json(*i.breakpoint) : Json(nullptr)},
               {"ecoff", or_null(i.ecoff)},
               {"ecoff_source", i.ecoff_source},
               {"wild_type", or_null(i.wild_type)},
               {"above_s", or_null(i.above_s)},
               {"above_r", or_null(i.above_r)}};
  // Only where stated, so that what was written before these were kept reads and writes the same.
  if (!m.disk_ug.empty()) json["disk_ug"] = m.disk_ug;
  if (!m.guideline.empty()) json["guideline"] = m.guideline;
  if (const auto& rule = i.expert_rule)
    json["expert_rule"] = {{"id", rule->id},
                           {"note", {{"nb", rule->note.nb}, {"en", rule->note.en}}}};
  return json;
}

Result<Interpretation> interpretation_from_json_value(const Json& json, const std::string& name) {
  try {
    Interpretation i;
    i.measurement = measurement_from(json);
    if (const auto category = optional_at<std::string>(json, "category"))
      i.category = parse_category(*category).value();
    i.reason = json.at("reason");
    i.flags = json.at("flags").get<std::vector<std::string>>();
    if (!json.at("breakpoint").is_null()) i.breakpoint = breakpoint_from(json.at("breakpoint"));
    i.ecoff = optional_at<double>(json, "ecoff");
    i.ecoff_source = json.at("ecoff_source");
    i.wild_type = optional_at<bool>(json, "wild_type");
    if (const auto rule = json.find("expert_rule"); rule != json.end())
      i.expert_rule = {rule->at("id"), {rule->at("note").at("nb"), rule->at("note").at("en")}};
    i.above_s = optional_at<int>(json, "above_s");
    i.above_r = optional_at<int>(json, "above_r");
    return i;
  } catch (const Json::exception& error) {
    return bad_input(fmt::format("is no interpretation: {}", error.what()), name);
  } catch (const std::bad_optional_access&) {
    return bad_input("is no interpretation: a method, sign, unit, date or category is unknown",
                     name);
  }
}

std::string to_json(const Interpretation& interpretation) {
  return to_json_value(interpretation).dump();
}

Result<Interpretation> interpretation_from_json(std::string_view text, const std::string& name) {
  const auto json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return bad_input("is not JSON", name);
  return interpretation_from_json_value(json, name);
}

}  // namespace kres::susceptibility
