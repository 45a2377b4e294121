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
    KindName{"gene:", ConditionKind::gene},
    KindName{"class:", ConditionKind::gene_class},
    KindName{"family:", ConditionKind::family},
    KindName{"mutation:", ConditionKind::mutation},
    KindName{"target:", ConditionKind::target},
    KindName{"operon:", ConditionKind::operon},
    KindName{"intrinsic:", ConditionKind::intrinsic},
    KindName{"upstream:", ConditionKind::upstream},
};
constexpr std::array<std::string_view, 6> kStates = {"lost",        "missense", "truncated",
                                                     "interrupted", "absent",   "intact"};

constexpr std::array<std::string_view, 6> kOperonStates = {"functional", "unread",    "silent",
                                                           "incomplete", "no_ligase", "open"};

bool is_state(ConditionKind kind, std::string_view text) {
  const auto& states = kind == ConditionKind::operon ? kOperonStates : kStates;
  return std::find(states.begin(), states.end(), text) != states.end();
}

// Takes "2x " or "2 copies " from the front of the text.
Result<void> take_counts(std::string_view& text, RuleCondition& condition) {
  const auto whole = text;
  for (const auto& [word, number] : {std::pair<std::string_view, int*>{"x ", &condition.at_least},
                                     {" copies ", &condition.copies}}) {
    const auto at = text.find(word);
    if (at == std::string_view::npos || at == 0 || text.find(':') < at) continue;
    const auto count = parse_int_within(text.substr(0, at), 2, 100);
    if (!count) return bad_input(fmt::format("condition '{}': bad count", whole));
    *number = *count;
    text = trim(text.substr(at + word.size()));
  }
  return {};
}

// "carbapenemase!kpc_czavi": all of the one that are not of the other.
Result<void> take_exception(RuleCondition& condition) {
  const auto mark = condition.pattern.find('!');
  if (mark == std::string::npos) return {};
  condition.except = condition.pattern.substr(mark + 1);
  condition.pattern.resize(mark);
  const bool allowed =
      condition.kind == ConditionKind::gene_class || condition.kind == ConditionKind::family;
  if (!allowed || condition.except.empty() || condition.pattern.empty())
    return bad_input("'!' names a class that does not count, behind a class or a family");
  return {};
}

Result<void> take_state(std::string_view text, RuleCondition& condition) {
  const auto equals = condition.pattern.find('=');
  if (equals != std::string::npos) condition.state = condition.pattern.substr(equals + 1);
  if (equals == 0 || !is_state(condition.kind, condition.state))
    return bad_input(fmt::format("condition '{}' names no state of a target or operon", text));
  condition.pattern.resize(equals);
  return {};
}

Result<RuleCondition> parse_condition(std::string_view text) {
  RuleCondition condition;
  condition.optional = text.starts_with('?');
  if (condition.optional) text.remove_prefix(1);
  condition.silent = condition.optional && text.starts_with('?');
  if (condition.silent) text.remove_prefix(1);
  KRES_TRY(take_counts(text, condition));
  for (const auto& [prefix, kind] : kKinds) {
    if (!text.starts_with(prefix)) continue;
    condition.kind = kind;
    condition.pattern = std::string(trim(text.substr(prefix.size())));
  }
  if (condition.pattern.empty())
    return bad_input(
        fmt::format("condition '{}' is none of gene, class, family, mutation, target, "
                    "operon, intrinsic, upstream",
                    text));
  KRES_TRY(take_exception(condition));
  if (condition.kind == ConditionKind::target || condition.kind == ConditionKind::operon)
    KRES_TRY(take_state(text, condition));
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
