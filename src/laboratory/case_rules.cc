#include "laboratory/case_rules.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "base/whole_number.h"

namespace kres::laboratory {

namespace {

constexpr int kLongestEpisode = 36500;  // days

bool holds_on(const CaseRule& rule, Date day) {
  return rule.valid_from <= day && (!rule.valid_to || day <= *rule.valid_to);
}

bool overlap(const CaseRule& a, const CaseRule& b) {
  return (!a.valid_to || b.valid_from <= *a.valid_to) &&
         (!b.valid_to || a.valid_from <= *b.valid_to);
}

// One of two words of a column, as whether it is the first.
Result<bool> word(const TsvRow& row, std::string_view column, std::string_view yes,
                  std::string_view no) {
  if (row[column] == yes) return true;
  if (row[column] == no) return false;
  return bad_input(fmt::format("{} is {} or {}", column, yes, no));
}

Result<CaseRule> read_rule(const TsvRow& row) {
  CaseRule rule{.id = std::string(row["id"]),
                .version = std::string(row["version"]),
                .source = std::string(row["source"])};
  if (rule.id.empty() || rule.version.empty() || rule.source.empty())
    return bad_input("a rule needs id, version and source");
  const auto from = Date::parse(row["valid_from"]);
  rule.valid_to = Date::parse(row["valid_to"]);
  if (!from || (!row["valid_to"].empty() && !rule.valid_to))
    return bad_input("valid_from or valid_to is no date");
  rule.valid_from = *from;
  if (rule.valid_to && *rule.valid_to < rule.valid_from)
    return bad_input("valid_to lies before valid_from");
  if (!row["episode_days"].empty()) {
    rule.episode_days = parse_int_within(row["episode_days"], 1, kLongestEpisode);
    if (!rule.episode_days)
      return bad_input(fmt::format("episode_days is a whole number from 1 to {}", kLongestEpisode));
  }
  KRES_ASSIGN(rule.from_latest, word(row, "counted_from", "latest", "first"));
  KRES_ASSIGN(rule.species_apart, word(row, "species", "apart", "together"));
  KRES_ASSIGN(rule.genes_apart, word(row, "genes", "apart", "together"));
  KRES_ASSIGN(rule.kinds_apart, word(row, "kinds", "apart", "together"));
  KRES_ASSIGN(rule.is_default, word(row, "default", "yes", "no"));
  return rule;
}

}  // namespace

Result<CaseRules> CaseRules::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name,
                              {"id", "version", "valid_from", "valid_to", "episode_days",
                               "counted_from", "species", "genes", "kinds", "default", "source"}));
  CaseRules rules;
  for (const auto& row : table.rows()) {
    auto rule = read_rule(row);
    if (!rule) return bad_input(rule.error().message, name, row.line());
    for (const auto& other : rules.rules_) {
      if (!overlap(other, *rule)) continue;
      if (other.id == rule->id)
        return bad_input(fmt::format("'{}' has two versions on one day", rule->id), name,
                         row.line());
      if (other.is_default && rule->is_default)
        return bad_input(fmt::format("'{}' and '{}' are both the default", other.id, rule->id),
                         name, row.line());
    }
    rules.rules_.push_back(*std::move(rule));
  }
  return rules;
}

Result<CaseRule> CaseRules::find(std::string_view id, Date day) const {
  std::vector<std::string> known;
  for (const auto& rule : rules_) {
    if (!holds_on(rule, day)) continue;
    if (id.empty() ? rule.is_default : rule.id == id) return rule;
    known.push_back(rule.id);
  }
  return bad_input(id.empty() ? fmt::format("no case rule is the default on {}", day.iso())
                              : fmt::format("there is no case rule '{}' on {}", id, day.iso()),
                   {}, 0, fmt::format("there are: {}", join(known, ", ")));
}

}  // namespace kres::laboratory
