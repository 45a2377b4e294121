#include "workflow/verify_document.h"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "workflow/broken_registry.h"

namespace kres::workflow {

namespace {

using Json = nlohmann::json;
using laboratory::Answer;

// Documents of earlier versions lack some fields: what one does not say, it does not contradict.
bool differs(const Json& object, const char* name, const Json& expected) {
  const auto field = object.find(name);
  return field != object.end() && *field != expected;
}

// The remark of whoever had the role, or nothing.
const Json* remark_of(const Json& document, std::string_view role) {
  const auto people = document.find("people");
  if (people == document.end() || !people->is_array()) return nullptr;
  for (const auto& person : *people)
    if (person.is_object() && person.value("role", "") == role && person.contains("comment"))
      return &person["comment"];
  return nullptr;
}

std::string_view contradicted(const Json& document, const Answer& answer) {
  const auto identity = document.find("answer");
  if (identity == document.end() || !identity->is_object()) return "";
  const std::array<std::pair<const char*, Json>, 5> said{{{"accession", answer.accession},
                                                          {"version", answer.version},
                                                          {"language", code_of(answer.language)},
                                                          {"preliminary", answer.preliminary},
                                                          {"amendment_reason", answer.reason}}};
  for (const auto& [field, value] : said)
    if (differs(*identity, field, value)) return field;
  const auto* validated = remark_of(document, "validated");
  if (validated && *validated != answer.validated->comment) return "comment of the validation";
  const auto* approved = remark_of(document, "approved");
  if (approved && *approved != answer.approved->comment) return "comment of the approval";
  return "";
}

}  // namespace

Result<void> verify_document(const Services& services, const Answer& answer,
                             const std::string& name) {
  const auto text = services.blobs.read(answer.frozen->json_sha256);
  if (!text) return {};
  const auto document = Json::parse(*text, nullptr, false);
  if (!document.is_object()) return {};
  const auto field = contradicted(document, answer);
  if (field.empty()) return {};
  return broken(fmt::format("{} is not as it was signed: {}", name, field));
}

}  // namespace kres::workflow
