// The project's rules, and small genomes of K. pneumoniae for tests of predictions.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/files.h"
#include "genome/phenotype/predict.h"

namespace kres::genome {

inline std::string data_text(const std::string& path) {
  return read_file(Path(KRES_SOURCE_DIR) / "data" / path).value();
}

inline const RuleTable& rules() {
  static const RuleTable table =
      RuleTable::parse(data_text("rules/phenotype.tsv"), data_text("rules/gene_classes.tsv"),
                       "phenotype.tsv")
          .value();
  return table;
}

inline const OrganismTable& organisms() {
  static const OrganismTable table =
      OrganismTable::parse(data_text("organisms.tsv"), "organisms.tsv").value();
  return table;
}

// A K. pneumoniae whose targets are all intact and which has acquired nothing.
inline GenomeResult wild_type() {
  GenomeResult result;
  result.species.name = "Klebsiella pneumoniae";
  result.species.rank = "species";
  result.quality.verdict = Verdict::pass;
  for (const auto* gene : {"ompK35", "ompK36", "mgrB", "pmrB", "gyrA", "parC"})
    result.targets.push_back({.gene = gene, .state = "intact"});
  return result;
}

inline Determinant gene(std::string symbol, std::vector<std::string> agents,
                        std::string family = "") {
  Determinant d;
  d.symbol = std::move(symbol);
  d.agents = std::move(agents);
  d.source = "resfinder:" + d.symbol;
  d.allele_status = AlleleStatus::exact;
  d.function = FunctionState::intact;
  d.critical_family = std::move(family);
  return d;
}

inline Determinant mutation(std::string symbol) {
  Determinant d = gene(std::move(symbol), {});
  d.kind = DeterminantKind::mutation;
  return d;
}

inline GenomeResult with(std::vector<Determinant> determinants) {
  GenomeResult result = wild_type();
  result.determinants = std::move(determinants);
  return result;
}

inline void lose(GenomeResult& result, const std::string& gene_name, const std::string& state) {
  for (auto& target : result.targets)
    if (target.gene == gene_name) target.state = state;
}

inline PredictedPhenotype predicted(const GenomeResult& result, const std::string& agent) {
  for (const auto& phenotype : predict_phenotype(result, rules(), organisms()))
    if (phenotype.agent == agent) return phenotype;
  return {.agent = agent};
}

inline std::string prediction(const GenomeResult& result, const std::string& agent) {
  constexpr const char* names[] = {"WT", "NWT", "uncertain", "no_rule"};
  return names[static_cast<int>(predicted(result, agent).prediction)];
}

inline bool fired(const GenomeResult& result, const std::string& agent, const std::string& rule) {
  const auto list = predicted(result, agent).rules;
  return std::find(list.begin(), list.end(), rule) != list.end();
}

inline const std::vector<std::string> kCarbapenems = {"ertapenem", "imipenem", "meropenem"};

}  // namespace kres::genome
