#include "mechanism/case_definitions.h"

#include <fmt/format.h>

#include "base/tsv.h"
#include "vocabulary/table_text.h"

namespace kres::mechanism {

namespace {

std::optional<Notifiable> parse_notifiable(std::string_view text) {
  if (text == "never") return Notifiable::never;
  if (text == "mechanism") return Notifiable::with_mechanism;
  if (text == "always") return Notifiable::always;
  return std::nullopt;
}

// The versions hold on a common day. Requires: each ends on or after the day it begins.
bool overlap(const CaseDefinition& a, const CaseDefinition& b) {
  return (!a.valid_to || b.valid_from <= *a.valid_to) &&
         (!b.valid_to || a.valid_from <= *b.valid_to);
}

bool is_valid_on(const CaseDefinition& definition, Date day) {
  return definition.valid_from <= day && (!definition.valid_to || day <= *definition.valid_to);
}

Result<CaseDefinition> read_definition(const TsvRow& row, const std::string& name) {
  const auto valid_from = Date::parse(row["valid_from"]);
  const auto valid_to = Date::parse(row["valid_to"]);
  if (!valid_from || (!row["valid_to"].empty() && !valid_to))
    return bad_input("valid_from or valid_to is no date", name, row.line());
  if (valid_to && *valid_to < *valid_from)
    return bad_input("valid_to lies before valid_from", name, row.line());
  const auto notifiable = parse_notifiable(row["notifiable"]);
  if (!notifiable)
    return bad_input(fmt::format("notifiable '{}' is unknown", row["notifiable"]), name,
                     row.line());
  const auto conditions = [&](const char* column) -> Result<std::vector<genome::RuleCondition>> {
    std::vector<genome::RuleCondition> all;
    for (const auto& cell : list_cell(row[column])) {
      auto parsed = genome::parse_conditions(cell);
      if (!parsed) return bad_input(parsed.error().message, name, row.line());
      if (parsed->size() != 1)
        return bad_input(fmt::format("{}: each condition stands alone", column), name, row.line());
      all.push_back(std::move(parsed->front()));
    }
    return all;
  };
  const auto subjects = [&](const char* column) -> Result<std::vector<TestSubject>> {
    std::vector<TestSubject> all;
    for (const auto& cell : list_cell(row[column])) {
      auto parsed = parse_test_subject(cell);
      if (!parsed) return bad_input(parsed.error().message, name, row.line());
      all.push_back(*std::move(parsed));
    }
    return all;
  };
  KRES_ASSIGN(auto mechanisms, conditions("mechanisms"));
  KRES_ASSIGN(auto shown_by, subjects("shown_by"));
  KRES_ASSIGN(auto suggested_by, subjects("suggested_by"));
  KRES_ASSIGN(auto variable, conditions("variable"));
  KRES_ASSIGN(auto doubtful, conditions("doubtful"));
  if (row["suffices"] != "yes" && row["suffices"] != "no")
    return bad_input("suffices is yes or no", name, row.line());
  CaseDefinition definition{.id = std::string(row["id"]),
                            .version = std::string(row["version"]),
                            .valid_from = *valid_from,
                            .valid_to = valid_to,
                            .groups = list_cell(row["groups"]),
                            .mechanisms = std::move(mechanisms),
                            .variable = std::move(variable),
                            .doubtful = std::move(doubtful),
                            .mechanism_suffices = row["suffices"] == "yes",
                            .agent = std::string(row["agent"]),
                            .screened_by = std::string(row["screened_by"]),
                            .not_organisms = list_cell(row["not_organisms"]),
                            .shown_by = std::move(shown_by),
                            .suggested_by = std::move(suggested_by),
                            .notifiable = *notifiable,
                            .title = {std::string(row["title_nb"]), std::string(row["title_en"])},
                            .source = std::string(row["source"])};
  if (definition.id.empty() || definition.version.empty() || definition.groups.empty() ||
      definition.title.nb.empty() || definition.title.en.empty() || definition.source.empty())
    return bad_input("a definition needs id, version, groups, titles and source", name, row.line());
  return definition;
}

}  // namespace

Result<CaseDefinitions> CaseDefinitions::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name,
                              {"id", "version", "valid_from", "valid_to", "groups", "mechanisms",
                               "variable", "doubtful", "suffices", "agent", "screened_by",
                               "not_organisms", "notifiable", "title_nb", "title_en", "source"},
                              {"shown_by", "suggested_by"}));
  CaseDefinitions definitions;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto definition, read_definition(row, name));
    for (const auto& other : definitions.definitions_)
      if (other.id == definition.id && overlap(other, definition))
        return bad_input(fmt::format("'{}' has two versions on {}", definition.id,
                                     std::max(other.valid_from, definition.valid_from).iso()),
                         name, row.line());
    definitions.definitions_.push_back(std::move(definition));
  }
  return definitions;
}

std::vector<const CaseDefinition*> CaseDefinitions::valid_on(Date day) const {
  std::vector<const CaseDefinition*> valid;
  for (const auto& definition : definitions_)
    if (is_valid_on(definition, day)) valid.push_back(&definition);
  return valid;
}

}  // namespace kres::mechanism
