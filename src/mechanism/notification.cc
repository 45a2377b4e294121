#include "mechanism/notification.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "vocabulary/table_text.h"

namespace kres::mechanism {

namespace {

BilingualText both(const TsvRow& row, const std::string& column) {
  return {std::string(row[column + "_nb"]), std::string(row[column + "_en"])};
}

std::vector<std::string> trimmed(std::string_view cell) {
  std::vector<std::string> parts;
  for (const auto part : split(cell, ';')) parts.emplace_back(trim(part));
  return parts;
}

Result<NotificationRule> read_rule(const TsvRow& row) {
  for (const auto* column : {"id", "version", "definitions", "group", "reporter", "who_nb",
                             "who_en", "to_nb", "to_en", "source"})
    if (row[column].empty()) return bad_input(fmt::format("{} is empty", column));
  if (row["when_nb"].empty() != row["when_en"].empty())
    return bad_input("when is empty in one language");
  NotificationRule rule{.id = std::string(row["id"]),
                        .version = std::string(row["version"]),
                        .definitions = list_cell(row["definitions"]),
                        .group = std::string(row["group"]),
                        .duty = {.reporter = std::string(row["reporter"]),
                                 .who = both(row, "who"),
                                 .to = both(row, "to"),
                                 .when = both(row, "when"),
                                 .particulars = {},
                                 .source = std::string(row["source"])}};
  const auto from = Date::parse(row["valid_from"]);
  rule.valid_to = Date::parse(row["valid_to"]);
  if (!from || (!row["valid_to"].empty() && !rule.valid_to))
    return bad_input("valid_from or valid_to is no date");
  rule.valid_from = *from;
  const auto nb = trimmed(row["particulars_nb"]), en = trimmed(row["particulars_en"]);
  if (nb.size() != en.size() || row["particulars_nb"].empty() || row["particulars_en"].empty())
    return bad_input("the particulars differ in number between the languages");
  for (std::size_t i = 0; i < nb.size(); ++i) rule.duty.particulars.push_back({nb[i], en[i]});
  return rule;
}

bool overlap(const NotificationRule& a, const NotificationRule& b) {
  return (!a.valid_to || b.valid_from <= *a.valid_to) &&
         (!b.valid_to || a.valid_from <= *b.valid_to);
}

bool holds(const NotificationRule& rule, const std::string& definition, Date day) {
  const auto& all = rule.definitions;
  return std::find(all.begin(), all.end(), definition) != all.end() && rule.valid_from <= day &&
         (!rule.valid_to || day <= *rule.valid_to);
}

}  // namespace

Result<std::vector<NotificationRule>> parse_notification_rules(std::string_view text,
                                                               const std::string& name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name,
                              {"id", "version", "valid_from", "valid_to", "definitions", "group",
                               "reporter", "who_nb", "who_en", "to_nb", "to_en", "when_nb",
                               "when_en", "particulars_nb", "particulars_en", "source"}));
  std::vector<NotificationRule> rules;
  for (const auto& row : table.rows()) {
    auto rule = read_rule(row);
    if (!rule) return bad_input(rule.error().message, name, row.line());
    for (const auto& other : rules)
      if (other.id == rule->id && overlap(other, *rule))
        return bad_input(fmt::format("'{}' has two versions on one day", rule->id), name,
                         row.line());
    rules.push_back(*std::move(rule));
  }
  return rules;
}

namespace {

BilingualText notification_text(const Notification& notification, const Texts& texts) {
  BilingualText text = texts.get("notification.lead", {{"group", plain(notification.group)}});
  for (const auto& duty : notification.duties) {
    const Texts::Values values = {{"who", duty.who},
                                  {"to", duty.to},
                                  {"when", duty.when},
                                  {"particulars", listed(duty.particulars, texts)}};
    const auto* key = duty.when.nb.empty() ? "notification.duty" : "notification.duty_when";
    text = text + plain(" ") + capitalised(texts.get(key, values));
  }
  return text + plain(" ") + notification.note;
}

}  // namespace

std::optional<Notification> notification_of(const std::string& definition, Date day,
                                            const std::vector<NotificationRule>& rules,
                                            const Texts& texts) {
  Notification notification;
  for (const auto& rule : rules) {
    if (!holds(rule, definition, day)) continue;
    notification.group = rule.group;
    notification.version = rule.version;
    notification.duties.push_back(rule.duty);
  }
  if (notification.duties.empty()) return std::nullopt;
  notification.note = texts.get("notification.note");
  notification.text = notification_text(notification, texts);
  return notification;
}

}  // namespace kres::mechanism
