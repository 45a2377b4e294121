#include "susceptibility/expert_rules.h"

#include <algorithm>

#include "base/tsv.h"
#include "vocabulary/table_text.h"

namespace kres::susceptibility {

namespace {

bool holds(const std::string& finding, const Interpretation& i) {
  const auto category = parse_category(finding);
  return category ? i.category == *category : i.has_flag(finding);
}

}  // namespace

Result<ExpertRules> ExpertRules::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name,
                                                {"id", "scope", "tested", "finding", "agents",
                                                 "note_nb", "note_en", "source"}));
  ExpertRules all;
  all.version_ = comment_field(table.comments(), "version");
  if (all.version_.empty()) return bad_input("names no '# version:'", name, 1);
  for (const auto& row : table.rows()) {
    Rule rule{.id = std::string(row["id"]),
              .scopes = list_cell(row["scope"]),
              .tested = std::string(row["tested"]),
              .finding = std::string(row["finding"]),
              .agents = list_cell(row["agents"]),
              .note = {std::string(row["note_nb"]), std::string(row["note_en"])},
              .source = std::string(row["source"])};
    if (rule.id.empty() || rule.scopes.empty() || rule.tested.empty() || rule.finding.empty() ||
        rule.agents.empty() || rule.note.nb.empty() || rule.note.en.empty() || rule.source.empty())
      return bad_input("an expert rule needs every column", name, row.line());
    const auto is_same = [&](const Rule& other) { return other.id == rule.id; };
    if (std::any_of(all.rules_.begin(), all.rules_.end(), is_same))
      return bad_input("the id stands twice: " + rule.id, name, row.line());
    all.rules_.push_back(std::move(rule));
  }
  return all;
}

std::vector<const ExpertRules::Rule*> ExpertRules::set_off_by(
    const Interpretation& i, const OrganismTable& organisms) const {
  std::vector<const Rule*> set_off;
  for (const auto& rule : rules_) {
    if (rule.tested != i.measurement.agent || !holds(rule.finding, i)) continue;
    if (!i.held_by_quality_control().empty()) continue;
    const auto organism = organisms.resolve(i.measurement.organism);
    if (organism && std::any_of(rule.scopes.begin(), rule.scopes.end(),
                                [&](const auto& scope) { return organism->is_within(scope); }))
      set_off.push_back(&rule);
  }
  return set_off;
}

void apply(const ExpertRules::Rule& rule, Interpretation& i) {
  const auto& agents = rule.agents;
  if (i.category == Category::R ||
      std::find(agents.begin(), agents.end(), i.measurement.agent) == agents.end())
    return;
  i.category = Category::R;
  i.reason = "expert_rule";
  i.flags.emplace_back("expert_rule");
  i.expert_rule = AppliedExpertRule{rule.id, rule.note};
}

void apply_expert_rules(std::vector<Interpretation>& of_isolate, const ExpertRules& rules,
                        const OrganismTable& organisms) {
  std::vector<const ExpertRules::Rule*> set_off;
  for (const auto& i : of_isolate) {
    const auto more = rules.set_off_by(i, organisms);
    set_off.insert(set_off.end(), more.begin(), more.end());
  }
  for (const auto* rule : set_off)
    for (auto& i : of_isolate) apply(*rule, i);
}

}  // namespace kres::susceptibility
