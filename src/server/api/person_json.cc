#include "server/api/person_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "laboratory/record_digest.h"

namespace kres::api {

using Json = nlohmann::ordered_json;

Json person_value(const laboratory::Person& person) {
  Json roles = Json::array();
  for (const auto role : person.roles) roles.push_back(name_of(role));
  return {{"username", person.username},    {"name", person.name},
          {"roles", std::move(roles)},      {"laboratory", person.laboratory},
          {"reach", name_of(person.reach)}, {"active", person.active}};
}

std::string etag_of(const laboratory::Person& person) {
  return fmt::format("\"{}\"", digest_of(person).substr(0, 32));
}

Result<std::string> password_field(const nlohmann::json& object, const std::string& name) {
  const auto field = object.find(name);
  if (field == object.end() || !field->is_string())
    return bad_input(fmt::format("The field '{}' is missing or not a text", name));
  return field->get<std::string>();
}

}  // namespace kres::api
