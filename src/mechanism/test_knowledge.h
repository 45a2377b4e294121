// The project's knowledge and small genomes and measurements for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/files.h"
#include "mechanism/explain.h"
#include "susceptibility/interpret.h"

namespace kres::mechanism {

inline std::string data_text(const std::string& path) {
  auto text = read_file(Path(KRES_SOURCE_DIR) / "data" / path);
  EXPECT_TRUE(text) << text.error().text();
  return text ? std::move(*text) : std::string();
}

inline const Knowledge& project_knowledge() {
  static const Knowledge knowledge = [] {
    const std::string agents = data_text("agents.tsv"), organisms = data_text("organisms.tsv"),
                      rules = data_text("rules/phenotype.tsv"),
                      classes = data_text("rules/gene_classes.tsv"),
                      implausible = data_text("rules/implausible.tsv"),
                      work_up = data_text("rules/work_up.tsv"),
                      cases = data_text("case_definitions.tsv"),
                      words = data_text("texts/explanation.tsv"),
                      work_up_words = data_text("texts/work_up.tsv"),
                      tests = data_text("confirmatory_tests.tsv"),
                      outcomes = data_text("confirmatory_outcomes.tsv"),
                      notification = data_text("notification.tsv"),
                      regions = data_text("rules/hint_regions.tsv");
    auto parsed = parse_knowledge({agents, organisms, rules, classes, implausible, work_up, cases,
                                   words, work_up_words, tests, outcomes, notification, regions});
    EXPECT_TRUE(parsed) << parsed.error().text();
    return std::move(parsed).value();
  }();
  return knowledge;
}

inline const susceptibility::Standard& project_standard() {
  static const susceptibility::Standard standard = {
      susceptibility::BreakpointTable::parse(data_text("breakpoints/eucast_v16.0.tsv"), "b")
          .value(),
      susceptibility::EcoffTable::parse(data_text("breakpoints/ecoffs_2025.tsv"), "e").value(),
      OrganismTable::parse(data_text("organisms.tsv"), "o").value(),
      susceptibility::ExpectedResistance::parse(data_text("expected_resistance.tsv"), "x").value()};
  return standard;
}

// A broth microdilution MIC, interpreted: measured("meropenem", ">", 8).
inline susceptibility::Interpretation measured(
    const std::string& agent, const std::string& sign, double value,
    const std::string& organism = "Klebsiella pneumoniae",
    susceptibility::Method method = susceptibility::Method::broth_microdilution) {
  susceptibility::Measurement m;
  m.isolate = "X-1";
  m.organism = organism;
  m.agent = agent;
  m.method = method;
  m.sign = susceptibility::parse_sign(sign).value();
  m.value = value;
  if (method == susceptibility::Method::disk) m.unit = susceptibility::Unit::mm;
  return susceptibility::interpret(m, project_standard());
}

inline genome::Determinant gene(std::string symbol, std::vector<std::string> agents,
                                std::string family = "") {
  genome::Determinant d;
  d.symbol = std::move(symbol);
  d.allele = d.symbol;
  d.agents = std::move(agents);
  d.source = "resfinder:" + d.symbol;
  d.contig = "contig_1";
  d.allele_status = genome::AlleleStatus::exact;
  d.function = genome::FunctionState::intact;
  d.critical_family = std::move(family);
  return d;
}

inline genome::Determinant kpc() {
  return gene("blaKPC-2", {"cefotaxime", "ceftazidime", "ertapenem", "imipenem", "meropenem"},
              "carbapenemase");
}

inline genome::Determinant mutation(std::string symbol) {
  auto d = gene(std::move(symbol), {"ciprofloxacin"});
  d.kind = genome::DeterminantKind::mutation;
  return d;
}

// A good genome of K. pneumoniae with intact targets and these determinants.
inline genome::GenomeResult klebsiella(std::vector<genome::Determinant> determinants = {}) {
  genome::GenomeResult result;
  result.species.name = "Klebsiella pneumoniae";
  result.species.rank = "species";
  result.quality.verdict = genome::Verdict::pass;
  result.mlst.push_back({.scheme = "klebsiella", .st = "11"});
  for (const auto* target : {"ompK35", "ompK36", "mgrB", "pmrB", "gyrA", "parC"})
    result.targets.push_back({.gene = target, .state = "intact"});
  result.determinants = std::move(determinants);
  return result;
}

inline genome::Target& target_of(genome::GenomeResult& result, const std::string& gene_name) {
  for (auto& target : result.targets)
    if (target.gene == gene_name) return target;
  return result.targets.emplace_back(genome::Target{.gene = gene_name});
}

inline Explanation explained(std::optional<genome::GenomeResult> genome,
                             std::vector<susceptibility::Interpretation> measurements,
                             const std::string& organism = "Klebsiella pneumoniae") {
  ExplainInput input;
  input.isolate = "X-1";
  input.organism = organism;
  input.genome = std::move(genome);
  input.measured = std::move(measurements);
  input.today = {2026, 6, 1};
  return explain(input, project_knowledge());
}

// "AGREE mechanism_named" of an agent.
inline std::string fit_of(const Explanation& explanation, const std::string& agent) {
  for (const auto& item : explanation.agents)
    if (item.agent == agent) return std::string(name_of(item.fit)) + " " + item.fit_reason;
  return "absent";
}

inline std::string case_of(const Explanation& explanation, const std::string& definition) {
  for (const auto& item : explanation.cases)
    if (item.definition == definition) return std::string(name_of(item.status));
  return "absent";
}

inline bool asks_for(const Explanation& explanation, const std::string& code) {
  for (const auto& item : explanation.work_up)
    if (item.code == code) return true;
  return false;
}

}  // namespace kres::mechanism
