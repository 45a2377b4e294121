#include "mechanism/knowledge.h"

namespace kres::mechanism {

Result<Knowledge> parse_knowledge(const KnowledgeSources& sources) {
  KRES_ASSIGN(auto agents, AgentTable::parse(sources.agents, "agents.tsv"));
  KRES_ASSIGN(auto organisms, OrganismTable::parse(sources.organisms, "organisms.tsv"));
  KRES_ASSIGN(auto rules,
              genome::RuleTable::parse(sources.rules, sources.gene_classes, "rules/phenotype.tsv"));
  KRES_ASSIGN(auto cases, CaseDefinitions::parse(sources.case_definitions, "case_definitions.tsv"));
  KRES_ASSIGN(auto implausible,
              parse_implausible_patterns(sources.implausible, "rules/implausible.tsv"));
  KRES_ASSIGN(auto work_up, parse_work_up_rows(sources.work_up, "rules/work_up.tsv"));
  Texts texts;
  KRES_TRY(texts.add(sources.explanation_texts, "texts/explanation.tsv"));
  KRES_TRY(texts.add(sources.work_up_texts, "texts/work_up.tsv"));
  KRES_ASSIGN(auto notification,
              parse_notification_rules(sources.notification, "notification.tsv"));
  KRES_ASSIGN(auto tests,
              ConfirmatoryTests::parse({sources.tests, sources.test_outcomes}, rules, agents));
  KRES_ASSIGN(auto hint_regions,
              parse_hint_regions(sources.hint_regions, "rules/hint_regions.tsv"));
  return Knowledge{std::move(agents),      std::move(organisms),   std::move(rules),
                   std::move(cases),       std::move(implausible), std::move(work_up),
                   std::move(texts),       std::move(tests),       std::move(notification),
                   std::move(hint_regions)};
}

}  // namespace kres::mechanism
