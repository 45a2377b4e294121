#include "tests/support/project_knowledge.h"

#include <map>
#include <string>

#include "base/files.h"

namespace kres::testing {

Result<mechanism::Knowledge> read_project_knowledge() {
  mechanism::KnowledgeSources sources;
  const std::pair<std::string_view*, const char*> files[] = {
      {&sources.agents, "agents.tsv"},
      {&sources.organisms, "organisms.tsv"},
      {&sources.rules, "rules/phenotype.tsv"},
      {&sources.gene_classes, "rules/gene_classes.tsv"},
      {&sources.implausible, "rules/implausible.tsv"},
      {&sources.work_up, "rules/work_up.tsv"},
      {&sources.case_definitions, "case_definitions.tsv"},
      {&sources.explanation_texts, "texts/explanation.tsv"},
      {&sources.work_up_texts, "texts/work_up.tsv"},
      {&sources.tests, "confirmatory_tests.tsv"},
      {&sources.test_outcomes, "confirmatory_outcomes.tsv"},
      {&sources.notification, "notification.tsv"},
      {&sources.hint_regions, "rules/hint_regions.tsv"}};
  std::map<std::string, std::string> texts;
  for (const auto& [where, name] : files) {
    KRES_ASSIGN(texts[name], read_file(Path(KRES_SOURCE_DIR) / "data" / name));
    *where = texts[name];
  }
  return mechanism::parse_knowledge(sources);
}

}  // namespace kres::testing
