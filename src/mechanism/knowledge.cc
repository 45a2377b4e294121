#include "mechanism/knowledge.h"

namespace kres::mechanism {

Result<Knowledge> read_knowledge(const TableSource& text_of) {
  // The table of this path, by the function that reads its text; errors name the path.
  const auto table = [&](const char* path, auto parse) -> decltype(parse(std::string(), path)) {
    KRES_ASSIGN(const auto text, text_of(path));
    return parse(text, path);
  };
  KRES_ASSIGN(auto agents, table("agents.tsv", AgentTable::parse));
  KRES_ASSIGN(auto organisms, table("organisms.tsv", OrganismTable::parse));
  KRES_ASSIGN(const auto classes, text_of("rules/gene_classes.tsv"));
  KRES_ASSIGN(auto rules,
              table("rules/phenotype.tsv", [&](const std::string& text, const char* path) {
                return genome::RuleTable::parse(text, classes, path);
              }));
  KRES_ASSIGN(auto cases, table("case_definitions.tsv", CaseDefinitions::parse));
  KRES_ASSIGN(auto implausible, table("rules/implausible.tsv", parse_implausible_patterns));
  KRES_ASSIGN(auto work_up, table("rules/work_up.tsv", parse_work_up_rows));
  Texts texts;
  for (const auto* path : {"texts/explanation.tsv", "texts/work_up.tsv"}) {
    KRES_ASSIGN(const auto text, text_of(path));
    KRES_TRY(texts.add(text, path));
  }
  KRES_ASSIGN(const auto test_text, text_of("confirmatory_tests.tsv"));
  KRES_ASSIGN(const auto outcome_text, text_of("confirmatory_outcomes.tsv"));
  KRES_ASSIGN(auto tests, ConfirmatoryTests::parse({test_text, outcome_text}, rules, agents));
  KRES_ASSIGN(auto notification, table("notification.tsv", parse_notification_rules));
  KRES_ASSIGN(auto hint_regions, table("rules/hint_regions.tsv", parse_hint_regions));
  return Knowledge{std::move(agents),      std::move(organisms),   std::move(rules),
                   std::move(cases),       std::move(implausible), std::move(work_up),
                   std::move(texts),       std::move(tests),       std::move(notification),
                   std::move(hint_regions)};
}

}  // namespace kres::mechanism
