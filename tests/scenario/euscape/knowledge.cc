#include "tests/scenario/euscape/knowledge.h"

#include <algorithm>

#include "base/files.h"
#include "tests/support/project_tables.h"

namespace kres::euscape {

namespace {

std::string data(const std::string& name) {
  return read_file(Path(KRES_SOURCE_DIR) / "data" / name).value_or("");
}

Result<exchange::GenotypeTables> load_genotype_tables() {
  KRES_ASSIGN(auto subclasses, genome::NcbiSubclasses::parse(data("ncbi_subclasses.tsv"), "s"));
  KRES_ASSIGN(auto families, genome::GeneFamilies::parse(data("gene_families.tsv"), "f"));
  KRES_ASSIGN(auto intrinsic, genome::IntrinsicTable::parse(data("intrinsic.tsv"), "i",
                                                            data("oxa_families.tsv"), "o"));
  KRES_ASSIGN(auto targets, genome::parse_targets(data("targets.tsv"), "t"));
  return exchange::GenotypeTables{std::move(subclasses), std::move(families), std::move(intrinsic),
                                  std::move(targets)};
}

Result<Answer> answer(const Isolate& isolate, const Collection& collection, const Tables& tables,
                      bool with_porins) {
  const auto organism = tables.standard.organisms.resolve(isolate.meropenem.organism);
  if (!organism) return bad_input("organism is unknown", isolate.id);
  KRES_ASSIGN(auto genotype, exchange::amrfinder_result(collection.genotypes, isolate.id, *organism,
                                                        tables.genotype));
  if (with_porins) add_porins(genotype, isolate.porins);
  const auto interpretation = susceptibility::interpret(isolate.meropenem, tables.standard);
  if (!interpretation.category) return bad_input("meropenem has no category", isolate.id);
  Answer out{.isolate = &isolate, .measured = *interpretation.category};
  out.expected = genome::expected_category("meropenem", genotype, tables.knowledge.rules,
                                           tables.knowledge.organisms);
  out.carbapenemase =
      std::any_of(genotype.determinants.begin(), genotype.determinants.end(),
                  [](const auto& d) { return d.critical_family == "carbapenemase"; });
  auto explanation = mechanism::explain({.isolate = isolate.id,
                                         .organism = isolate.meropenem.organism,
                                         .genome = std::move(genotype),
                                         .measured = {interpretation},
                                         .today = {2026, 11, 22}},
                                        tables.knowledge);
  out.explanation = std::move(explanation.agents.at(0));
  return out;
}

}  // namespace

Result<Tables> load_tables() {
  KRES_ASSIGN(auto knowledge, testing::read_project_knowledge());
  KRES_ASSIGN(auto standard, testing::read_project_standard());
  KRES_ASSIGN(auto genotype, load_genotype_tables());
  return Tables{std::move(knowledge), std::move(standard), std::move(genotype)};
}

Result<std::vector<Answer>> answer_all(const Collection& collection, const Tables& tables,
                                       bool with_porins) {
  std::vector<Answer> answers;
  for (const auto& isolate : collection.isolates) {
    KRES_ASSIGN(auto one, answer(isolate, collection, tables, with_porins));
    answers.push_back(std::move(one));
  }
  return answers;
}

}  // namespace kres::euscape
