#include "genome/resistance/intrinsic.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres::genome {

namespace {

bool in_scope(const IntrinsicRow& row, const Species& species) {
  return glob_match(row.scope, species.name) ||
         (!species.complex.empty() && glob_match(row.scope, species.complex));
}

const IntrinsicRow* row_of(const Determinant& determinant, const Species& species,
                           const IntrinsicTable& table) {
  const auto& name = determinant.allele.empty() ? determinant.nearest : determinant.allele;
  for (const auto& row : table.rows())
    if (determinant.kind == DeterminantKind::gene && in_scope(row, species) &&
        glob_match(row.gene, name))
      return &row;
  return nullptr;
}

bool on_chromosome(const Determinant& determinant) {
  return determinant.context.location == "chromosome";
}

bool acts_on_kept(const Determinant& determinant, const IntrinsicRow& row) {
  return std::any_of(row.keep_agents.begin(), row.keep_agents.end(), [&](const auto& agent) {
    return std::find(determinant.agents.begin(), determinant.agents.end(), agent) !=
           determinant.agents.end();
  });
}

struct Candidate {
  Determinant* determinant;
  const IntrinsicRow* row;
};

// Best home first.
auto order(const Candidate& candidate) {
  const auto& determinant = *candidate.determinant;
  return std::make_tuple(!on_chromosome(determinant), acts_on_kept(determinant, *candidate.row),
                         -static_cast<std::int64_t>(determinant.context.contig_length),
                         determinant.contig, determinant.start);
}

}  // namespace

Result<IntrinsicTable> IntrinsicTable::parse(std::string_view text, const std::string& name) {
  KRES_ASSIGN(
      const auto table,
      TsvTable::parse(text, name, {"scope", "gene", "home", "copies", "keep_agents", "source"}));
  IntrinsicTable intrinsic;
  for (const auto& row : table.rows()) {
    IntrinsicRow entry{
        std::string(row["scope"]), std::string(row["gene"]), std::string(row["home"]), 1, {}};
    const auto copies = parse_int(row["copies"]);
    if (!copies || *copies < 1 || *copies > 20)
      return bad_input(fmt::format("'{}' is not a number of copies", row["copies"]), name,
                       row.line());
    entry.copies = static_cast<int>(*copies);
    for (const auto agent : split(row["keep_agents"], ';'))
      if (trim(agent) != "-" && !trim(agent).empty()) entry.keep_agents.emplace_back(trim(agent));
    intrinsic.rows_.push_back(std::move(entry));
  }
  return intrinsic;
}

void label_intrinsic(std::vector<Determinant>& determinants, const Species& species,
                     const IntrinsicTable& table) {
  std::map<std::string, std::vector<Candidate>> homes;
  for (auto& determinant : determinants)
    if (const auto* row = row_of(determinant, species, table))
      homes[row->home].push_back({&determinant, row});
  for (auto& [home, candidates] : homes) {
    std::sort(candidates.begin(), candidates.end(),
              [](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
    int left = candidates.front().row->copies;
    for (const auto& candidate : candidates) {
      if (left == 0) break;
      const bool may_be_elsewhere = acts_on_kept(*candidate.determinant, *candidate.row) &&
                                    !on_chromosome(*candidate.determinant);
      if (may_be_elsewhere) continue;
      candidate.determinant->intrinsic = !acts_on_kept(*candidate.determinant, *candidate.row);
      --left;
    }
  }
}

}  // namespace kres::genome
