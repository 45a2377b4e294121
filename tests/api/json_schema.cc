#include "tests/api/json_schema.h"

#include <algorithm>
#include <regex>
#include <set>

#include "base/date.h"

namespace kres::testing {

using Json = nlohmann::json;

namespace {

const std::set<std::string> kKnown{
    "$ref",  "anyOf",   "type",      "enum",   "required",    "properties", "additionalProperties",
    "items", "pattern", "maxLength", "format", "description", "minimum",    "maximum"};

class Checker {
 public:
  explicit Checker(const Json& document) : document_(document) {}

  void check(const Json& value, const Json& schema, const std::string& path) {
    for (const auto& [keyword, ignored] : schema.items())
      if (!kKnown.contains(keyword)) fault(path, "keyword '" + keyword + "' is not checked");
    if (schema.contains("$ref")) return check(value, resolve(schema["$ref"]), path);
    if (schema.contains("anyOf")) return check_any(value, schema["anyOf"], path);
    check_type(value, schema, path);
    if (value.is_object()) check_object(value, schema, path);
    if (value.is_string()) check_text(value, schema, path);
    if (value.is_array() && schema.contains("items"))
      for (std::size_t i = 0; i < value.size(); ++i)
        check(value[i], schema["items"], path + "/" + std::to_string(i));
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
      fault(path, value.dump() + " is not one of " + schema["enum"].dump());
  }

  std::vector<std::string> faults;

 private:
  void fault(const std::string& path, const std::string& what) {
    faults.push_back(path + ": " + what);
  }

  const Json& resolve(const std::string& reference) const {
    return document_.at(Json::json_pointer(reference.substr(1)));
  }

  void check_any(const Json& value, const Json& choices, const std::string& path) {
    for (const auto& choice : choices) {
      Checker trial(document_);
      trial.check(value, choice, path);
      if (trial.faults.empty()) return;
    }
    fault(path, "fits none of anyOf");
  }

  static bool has_type(const Json& value, const std::string& type) {
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return type == value.type_name();
  }

  void check_type(const Json& value, const Json& schema, const std::string& path) {
    if (!schema.contains("type")) return;
    const auto types = schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
    if (std::none_of(types.begin(), types.end(),
                     [&](const Json& type) { return has_type(value, type); }))
      fault(path, std::string(value.type_name()) + " instead of " + schema["type"].dump());
  }

  void check_object(const Json& value, const Json& schema, const std::string& path) {
    const auto properties = schema.value("properties", Json::object());
    for (const std::string name : schema.value("required", Json::array()))
      if (!value.contains(name)) fault(path, "'" + name + "' is missing");
    for (const auto& [name, member] : value.items()) {
      if (properties.contains(name))
        check(member, properties[name], path + "/" + name);
      else if (schema.value("additionalProperties", true) == false)
        fault(path, "'" + name + "' is not in the schema");
    }
  }

  void check_text(const Json& value, const Json& schema, const std::string& path) {
    const auto text = value.get<std::string>();
    const auto format = schema.value("format", "");
    if (format == "date" && !Date::parse(text)) fault(path, text + " is no date");
    if (format == "date-time" && !parse_instant(text)) fault(path, text + " is no time");
    if (schema.contains("pattern") &&
        !std::regex_search(text, std::regex(schema["pattern"].get<std::string>())))
      fault(path, text + " does not fit " + schema["pattern"].dump());
  }

  const Json& document_;
};

}  // namespace

std::vector<std::string> schema_faults(const Json& value, const Json& schema,
                                       const Json& document) {
  Checker checker(document);
  checker.check(value, schema, "");
  return checker.faults;
}

}  // namespace kres::testing
