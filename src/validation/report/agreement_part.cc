#include "validation/report/agreement_part.h"

#include <nlohmann/json.hpp>

namespace kres::validation {

namespace {

using Json = nlohmann::json;

constexpr int kSchemaVersion = 1;

Proportion proportion(const Json& row, const char* key) {
  return {row.at(key).at("count").get<std::size_t>(), row.at(key).at("total").get<std::size_t>()};
}

AgreementRow agreement_row(const Json& row) {
  const auto& agreement = row.at("agreement");
  return {.by = row.at("by"),
          .half = row.at("half"),
          .category = proportion(agreement, "category"),
          .very_major = proportion(agreement, "very_major"),
          .major = proportion(agreement, "major"),
          .minor = proportion(agreement, "minor"),
          .no_category = proportion(agreement, "no_category"),
          .r_not_expected = proportion(agreement, "r_not_expected"),
          .s_not_expected = proportion(agreement, "s_not_expected")};
}

// The share without the error, which must be greater than the plain rule's: one error fewer.
Figure figure(const char* key, const Proportion& errors, const Proportion& plain) {
  const Proportion right{errors.total - errors.count, errors.total},
      least{plain.total - plain.count + (plain.count > 0 ? 1 : 0), plain.total};
  return {key, right, least.share()};
}

void compare(AgreementPart& part) {
  for (const auto& rules : part.rows)
    for (const auto& plain : part.rows) {
      if (plain.by != "plain_rule" || rules.by == plain.by || rules.half != plain.half) continue;
      if (rules.very_major.count >= plain.very_major.count ||
          rules.major.count >= plain.major.count)
        part.faults.push_back("no better than the plain rule: " + rules.by + ", " + rules.half);
      if (rules.by != "with_porins" || rules.half != "all") continue;
      part.figures.push_back(figure("no_very_major_error", rules.very_major, plain.very_major));
      part.figures.push_back(figure("no_major_error", rules.major, plain.major));
    }
}

}  // namespace

Result<AgreementPart> parse_agreement_part(std::string_view text, const std::string& name) {
  try {
    const Json json = Json::parse(text);
    if (json.at("schema_version") != kSchemaVersion)
      return bad_input("is of another schema version", name, 0, "make it with kres_euscape_report");
    AgreementPart part;
    part.collection = json.at("collection");
    part.rules = json.at("rules");
    part.breakpoints = json.at("breakpoints");
    for (const auto& row : json.at("agreement")) part.rows.push_back(agreement_row(row));
    compare(part);
    return part;
  } catch (const std::exception& error) {  // nlohmann's, about the text
    return bad_input(std::string("is no measurement of agreement: ") + error.what(), name, 0,
                     "make it with kres_euscape_report");
  }
}

}  // namespace kres::validation
