#include "genome/phenotype/rule_table.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "vocabulary/table_text.h"

namespace kres::genome {

namespace {

constexpr std::array<std::string_view, 7> kEffects = {"spares",    "contributes", "below_threshold",
                                                      "uncertain", "latent",      "non_wild_type",
                                                      "resistant"};

std::optional<RuleEffect> parse_effect(std::string_view text) {
  for (std::size_t i = 0; i < kEffects.size(); ++i)
    if (kEffects[i] == text) return static_cast<RuleEffect>(i);
  return std::nullopt;
}

Result<std::vector<GeneClass>> parse_classes(std::string_view text) {
  const std::string name = "gene_classes.tsv";
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name, {"class", "patterns", "acts_on", "source"}));
  std::vector<GeneClass> classes;
  for (const auto& row : table.rows()) {
    GeneClass entry{.name = std::string(row["class"]), .acts_on = list_cell(row["acts_on"])};
    for (const auto& pattern : list_cell(row["patterns"])) {
      const bool except = pattern.starts_with('!');
      (except ? entry.except : entry.patterns).push_back(pattern.substr(except ? 1 : 0));
    }
    if (entry.name.empty() || entry.patterns.empty())
      return bad_input("a class needs a name and patterns", name, row.line());
    classes.push_back(std::move(entry));
  }
  return classes;
}

Result<Rule> read_rule(const TsvRow& row, const std::string& name) {
  const auto wrong = [&](std::string message) {
    return bad_input(std::move(message), name, row.line());
  };
  Rule rule;
  rule.line = row.line();
  rule.id = std::string(row["id"]);
  rule.species = list_cell(row["species"]);
  auto conditions = parse_conditions(row["when"]);
  if (!conditions) return wrong(conditions.error().message);
  rule.conditions = std::move(*conditions);
  rule.agents = list_cell(row["agents"]);
  const auto effect = parse_effect(row["effect"]);
  if (!effect) return wrong(fmt::format("effect '{}' is unknown", row["effect"]));
  rule.effect = *effect;
  rule.evidence = std::string(row["evidence"]);
  if (rule.evidence != "A" && rule.evidence != "B" && rule.evidence != "C")
    return wrong(fmt::format("evidence '{}' is none of A, B, C", row["evidence"]));
  rule.mechanism = std::string(row["mechanism"]);
  rule.limitation = std::string(row["limitation"]);
  rule.literature = std::string(row["literature"]);
  if (rule.id.empty() || rule.species.empty() || rule.agents.empty() || rule.mechanism.empty() ||
      rule.literature.empty())
    return wrong("a rule needs id, species, agents, mechanism and literature");
  return rule;
}

}  // namespace

bool Rule::speaks_about(std::string_view agent) const {
  return std::find(agents.begin(), agents.end(), agent) != agents.end();
}

const GeneClass* RuleTable::find_class(std::string_view name) const {
  for (const auto& entry : classes_)
    if (entry.name == name) return &entry;
  return nullptr;
}

const Rule* RuleTable::find(std::string_view id) const {
  for (const auto& rule : rules_)
    if (rule.id == id) return &rule;
  return nullptr;
}

bool RuleTable::speaks_of_loss(std::string_view gene) const {
  return std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
    return std::any_of(rule.conditions.begin(), rule.conditions.end(), [&](const auto& condition) {
      return condition.kind == ConditionKind::target && condition.state == "lost" &&
             condition.pattern == gene;
    });
  });
}

std::string RuleTable::unknown_class(const std::vector<RuleCondition>& conditions) const {
  for (const auto& condition : conditions) {
    if (condition.kind == ConditionKind::gene_class && find_class(condition.pattern) == nullptr)
      return condition.pattern;
    if (!condition.except.empty() && find_class(condition.except) == nullptr)
      return condition.except;
  }
  return {};
}

Result<RuleTable> RuleTable::parse(std::string_view text, std::string_view classes,
                                   std::string name) {
  RuleTable rules;
  KRES_ASSIGN(rules.classes_, parse_classes(classes));
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name,
                              {"id", "species", "when", "agents", "effect", "evidence", "mechanism",
                               "limitation", "literature"}));
  rules.version_ = comment_field(table.comments(), "version");
  if (rules.version_.empty()) return bad_input("names no '# version:'", name, 1);
  std::set<std::string> agents;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto rule, read_rule(row, name));
    if (rules.find(rule.id) != nullptr)
      return bad_input(fmt::format("rule '{}' occurs twice", rule.id), name, rule.line);
    if (const auto unknown = rules.unknown_class(rule.conditions); !unknown.empty())
      return bad_input(fmt::format("class '{}' is unknown", unknown), name, rule.line);
    agents.insert(rule.agents.begin(), rule.agents.end());
    rules.rules_.push_back(std::move(rule));
  }
  rules.agents_.assign(agents.begin(), agents.end());
  return rules;
}

}  // namespace kres::genome
