#include "validation/damage_panel.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "sequence/nucleotides.h"

namespace kres::validation {

namespace {

std::vector<std::string> words_of(std::string_view cell, char separator) {
  std::vector<std::string> words;
  for (const auto word : split(cell, separator)) words.emplace_back(trim(word));
  return words;
}

Result<std::vector<ExpectedCall>> calls_of(const TsvRow& row, const std::string& name) {
  const auto status = words_of(row["status"], ';'), function = words_of(row["function"], ';'),
             trace = words_of(row["trace"], ';');
  if (status.size() != function.size() || status.size() != trace.size())
    return bad_input("status, function and trace speak of different numbers of calls", name,
                     row.line());
  std::vector<ExpectedCall> calls;
  for (std::size_t i = 0; i < status.size(); ++i)
    calls.push_back(
        {words_of(status[i], '|'), words_of(function[i], '|'), words_of(trace[i], '|')});
  return calls;
}

Expectation expectation_for(const PanelGene& gene, const DamageCase& damage_case) {
  Expectation expected{.critical = gene.critical, .calls = damage_case.calls, .allele = gene.entry};
  // A silent change in one gene of several makes another entry; there is no one protein to name.
  if (gene.is_cluster())
    for (auto& call : expected.calls)
      if (call.status == std::vector<std::string>{"exact_protein"}) call.status = {"novel"};
  return expected;
}

}  // namespace

Result<std::vector<DamageCase>> parse_damage_cases(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name,
                                                {"case", "edit", "status", "function", "trace",
                                                 "describes", "beskriver"}));
  std::vector<DamageCase> cases;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto calls, calls_of(row, name));
    cases.push_back({std::string(row["case"]), std::string(row["edit"]), std::move(calls),
                     std::string(row["describes"]), std::string(row["beskriver"])});
  }
  return cases;
}

std::size_t arrangements(std::size_t contigs) {
  std::size_t orders = 1;
  for (std::size_t i = 2; i <= contigs; ++i) orders *= i;
  return orders << contigs;
}

std::vector<sequence::ContigSequence> arranged(const DamagedContigs& damaged,
                                               std::size_t arrangement) {
  const std::size_t count = damaged.contigs.size();
  std::vector<sequence::ContigSequence> contigs;
  std::vector<std::size_t> left(count);
  for (std::size_t i = 0; i < count; ++i) left[i] = i;
  std::size_t order = arrangement >> count;
  for (std::size_t i = 0; i < count; ++i) {
    const auto pick = static_cast<std::ptrdiff_t>(order % left.size());
    order /= left.size();
    const std::size_t chosen = left[static_cast<std::size_t>(pick)];
    left.erase(left.begin() + pick);
    const auto& bases = damaged.contigs[chosen];
    const bool reverse = ((arrangement >> chosen) & 1) != 0;
    contigs.push_back({fmt::format("contig_{}", i + 1), "",
                       reverse ? sequence::reverse_complement(bases) : bases, damaged.circular});
  }
  return contigs;
}

Result<std::vector<Specimen>> damage_specimens(const std::vector<PanelGene>& genes,
                                               const std::vector<DamageCase>& cases,
                                               std::uint64_t seed) {
  std::vector<Specimen> specimens;
  std::uint64_t stream = 0;
  for (const auto& gene : genes)
    for (const auto& damage_case : cases) {
      SeededRandom random(seed, ++stream);
      KRES_ASSIGN(const auto damaged, damage(gene, damage_case.edit, random));
      if (damaged.contigs.empty()) continue;
      for (std::size_t i = 0; i < arrangements(damaged.contigs.size()); ++i)
        specimens.push_back({.family = gene.family,
                             .case_name = damage_case.name,
                             .detail = fmt::format("arrangement {}", i),
                             .contigs = arranged(damaged, i),
                             .expected = expectation_for(gene, damage_case)});
    }
  return specimens;
}

}  // namespace kres::validation
