#include "genome/phenotype/rule_condition.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "base/whole_number.h"

namespace kres::genome {

namespace {

struct KindName {
  std::string_view prefix;
  ConditionKind kind;
};
constexpr std::array kKinds = {
    KindName{"gene:", ConditionKind::gene},     KindName{"class:", ConditionKind::gene_class},
    KindName{"family:", ConditionKind::family}, KindName{"mutation:", ConditionKind::mutation},
    KindName{"target:", ConditionKind::target}, KindName{"operon:", ConditionKind::operon},
};
constexpr std::array<std::string_view, 6> kStates = {"lost",        "missense", "truncated",
                                                     "interrupted", "absent",   "intact"};

constexpr std::array<std::string_view, 6> kOperonStates = {"functional", "unread",    "silent",
                                                           "incomplete", "no_ligase", "open"};

bool is_state(ConditionKind kind, std::string_view text) {
  const auto& states = kind == ConditionKind::operon ? kOperonStates : kStates;
  return std::find(states.begin(), states.end(), text) != states.end();
}

Result<RuleCondition> parse_condition(std::string_view text) {
  RuleCondition condition;
  if (const auto x = text.find("x "); x != std::string_view::npos && x > 0) {
    const auto count = parse_int_within(text.substr(0, x), 2, 100);
    if (!count) return bad_input(fmt::format("condition '{}': bad count", text));
    condition.at_least = *count;
    text = trim(text.substr(x + 2));
  }
  for (const auto& [prefix, kind] : kKinds) {
    if (!text.starts_with(prefix)) continue;
    condition.kind = kind;
    condition.pattern = std::string(trim(text.substr(prefix.size())));
  }
  if (condition.pattern.empty())
    return bad_input(fmt::format(
        "condition '{}' is none of gene, class, family, mutation, target, operon", text));
  if (condition.kind != ConditionKind::target && condition.kind != ConditionKind::operon)
    return condition;
  const auto equals = condition.pattern.find('=');
  if (equals != std::string::npos) condition.state = condition.pattern.substr(equals + 1);
  if (equals == 0 || !is_state(condition.kind, condition.state))
    return bad_input(fmt::format("condition '{}' names no state of a target or operon", text));
  condition.pattern.resize(equals);
  return condition;
}

}  // namespace

Result<std::vector<RuleCondition>> parse_conditions(std::string_view text) {
  std::vector<RuleCondition> conditions;
  for (const auto part : split(text, '&')) {
    KRES_ASSIGN(auto condition, parse_condition(trim(part)));
    conditions.push_back(std::move(condition));
  }
  return conditions;
}

}  // namespace kres::genome
