#include "laboratory/bank/bank_rules.h"

#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres::laboratory {

namespace {

Result<bool> yes_or_no(const TsvTable& table, const TsvRow& row, std::string_view column) {
  if (row[column] == "yes") return true;
  if (row[column] == "no") return false;
  return bad_input(fmt::format("'{}' is yes or no, not '{}'", column, row[column]), table.name(),
                   row.line());
}

Result<std::vector<RemovalReason>> parse_reasons(std::string_view text) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, "removal_reasons.tsv",
                              {"code", "nb", "en", "by_person", "needs_comment"}));
  std::vector<RemovalReason> reasons;
  for (const auto& row : table.rows()) {
    RemovalReason reason{.code = std::string(row["code"]),
                         .name = {std::string(row["nb"]), std::string(row["en"])}};
    KRES_ASSIGN(reason.by_person, yes_or_no(table, row, "by_person"));
    KRES_ASSIGN(reason.needs_comment, yes_or_no(table, row, "needs_comment"));
    for (const auto& other : reasons)
      if (other.code == reason.code)
        return bad_input(fmt::format("The reason '{}' is listed twice", reason.code), table.name(),
                         row.line());
    reasons.push_back(std::move(reason));
  }
  return reasons;
}

Result<int> setting(const TsvTable& table, std::string_view key) {
  for (const auto& row : table.rows()) {
    if (row["key"] != key) continue;
    const auto value = parse_int(row["value"]);
    if (value && *value >= 1 && *value <= 1000) return static_cast<int>(*value);
    return bad_input(fmt::format("'{}' is a number from 1 to 1000, not '{}'", key, row["value"]),
                     table.name(), row.line());
  }
  return bad_input(fmt::format("The setting '{}' is missing", key), table.name());
}

}  // namespace

Result<BankRules> BankRules::parse(std::string_view reasons, std::string_view settings) {
  BankRules rules;
  KRES_ASSIGN(rules.reasons, parse_reasons(reasons));
  if (rules.find(kShippedReason) == nullptr)
    return bad_input(fmt::format("The reason '{}' is missing", kShippedReason),
                     "removal_reasons.tsv");
  KRES_ASSIGN(const auto table,
              TsvTable::parse(settings, "bank_settings.tsv", {"key", "value", "unit", "nb", "en"}));
  KRES_ASSIGN(rules.thaw_limit, setting(table, "thaw_limit"));
  KRES_ASSIGN(rules.viability_months, setting(table, "viability_months"));
  KRES_ASSIGN(rules.notice_days, setting(table, "notice_days"));
  KRES_ASSIGN(rules.least_sites, setting(table, "least_sites"));
  return rules;
}

const RemovalReason* BankRules::find(std::string_view code) const {
  for (const auto& reason : reasons)
    if (reason.code == code) return &reason;
  return nullptr;
}

Result<void> check_removal(const BankRules& rules, std::string_view reason,
                           std::string_view comment) {
  const auto* known = rules.find(reason);
  if (known == nullptr) return bad_input(fmt::format("There is no reason '{}'", reason));
  if (!known->by_person)
    return bad_input(fmt::format("'{}' is the reason of requests; ship the vial there", reason));
  if (known->needs_comment && comment.empty())
    return bad_input(fmt::format("The reason '{}' needs a comment", reason));
  return {};
}

}  // namespace kres::laboratory
