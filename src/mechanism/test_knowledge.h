// The project's knowledge and small genomes and measurements for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/files.h"
#include "mechanism/explain.h"
#include "susceptibility/interpret.h"
#include "susceptibility/test_tables.h"

namespace kres::mechanism {

using susceptibility::data_text;
using susceptibility::project_standard;

inline const Knowledge& project_knowledge() {
  static const Knowledge knowledge = read_knowledge(data_text).value();
  return knowledge;
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
