#include "server/api/body.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace kres::api {

namespace {

bool is_json(std::string_view content_type) {
  return iequals(trim(content_type.substr(0, content_type.find(';'))), "application/json");
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
  });
}

}  // namespace

Result<nlohmann::json> read_object(const http::Request& request) {
  if (!is_json(request.header("content-type").value_or("")))
    return bad_input("The body must be application/json");
  auto json = nlohmann::json::parse(request.body, nullptr, false);
  if (json.is_discarded()) return bad_input("The body is not well-formed JSON");
  if (!json.is_object()) return bad_input("The body must be a JSON object");
  return json;
}

Result<std::string> required_text(const nlohmann::json& object, std::string_view name,
                                  std::size_t most) {
  if (!object.contains(name)) return bad_input(fmt::format("The field '{}' is missing", name));
  return optional_text(object, name, most);
}

Result<std::string> optional_text(const nlohmann::json& object, std::string_view name,
                                  std::size_t most) {
  const auto field = object.find(name);
  if (field == object.end() || field->is_null()) return std::string();
  if (!field->is_string()) return bad_input(fmt::format("The field '{}' is not a text", name));
  const auto& text = field->get_ref<const std::string&>();
  if (text.size() > most)
    return bad_input(fmt::format("The field '{}' is longer than {} bytes", name, most));
  if (has_control_character(text))
    return bad_input(fmt::format("The field '{}' has control characters", name));
  return std::string(trim(text));
}

Result<bool> optional_flag(const nlohmann::json& object, std::string_view name, bool fallback) {
  const auto field = object.find(name);
  if (field == object.end() || field->is_null()) return fallback;
  if (!field->is_boolean())
    return bad_input(fmt::format("The field '{}' is neither true nor false", name));
  return field->get<bool>();
}

}  // namespace kres::api
