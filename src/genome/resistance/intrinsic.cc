#include "genome/resistance/intrinsic.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "base/whole_number.h"

namespace kres::genome {

namespace {

bool in_scope(const IntrinsicRow& row, const Species& species) {
  return glob_match(row.scope, species.name) ||
         (!species.complex.empty() && glob_match(row.scope, species.complex));
}

bool fits(const IntrinsicRow& row, std::string_view name) {
  if (!row.gene.starts_with('@'))  // "blaSHV-*" holds for a blaSHV of no named allele too
    return glob_match(row.gene, name) ||
           (row.gene.ends_with("-*") && row.gene.substr(0, row.gene.size() - 2) == name);
  constexpr std::string_view kOxa = "blaOXA-";
  const auto number = name.starts_with(kOxa) ? parse_int(name.substr(kOxa.size())) : std::nullopt;
  return number && row.oxa.count(*number) > 0;
}

const IntrinsicRow* row_of(const Determinant& determinant, const Species& species,
                           const IntrinsicTable& table) {
  const auto& name = !determinant.allele.empty()    ? determinant.allele
                     : !determinant.nearest.empty() ? determinant.nearest
                                                    : determinant.symbol;
  for (const auto& row : table.rows())
    if (determinant.kind == DeterminantKind::gene && in_scope(row, species) && fits(row, name))
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

constexpr int kMostAlleles = 100'000;  // of a family, named by number

using Families = std::map<std::string, std::set<long long>, std::less<>>;

Result<Families> parse_families(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, {"family", "alleles"}));
  Families families;
  for (const auto& row : table.rows())
    for (const auto item : split(row["alleles"], ';')) {
      const auto ends = split(item, '-');
      const auto first = parse_int_within(ends.front(), 1, kMostAlleles),
                 last = parse_int_within(ends.back(), 1, kMostAlleles);
      if (!first || !last || ends.size() > 2 || *first > *last)
        return bad_input(fmt::format("'{}' is not a number or FIRST-LAST", item), name, row.line());
      for (long long number = *first; number <= *last; ++number)
        families[std::string(row["family"])].insert(number);
    }
  return families;
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

Result<IntrinsicTable> IntrinsicTable::parse(std::string_view text, const std::string& name,
                                             std::string_view families_text,
                                             const std::string& families_name) {
  KRES_ASSIGN(const auto families, parse_families(families_text, families_name));
  KRES_ASSIGN(
      const auto table,
      TsvTable::parse(text, name, {"scope", "gene", "home", "copies", "keep_agents", "source"}));
  IntrinsicTable intrinsic;
  for (const auto& row : table.rows()) {
    IntrinsicRow entry{.scope = std::string(row["scope"]),
                       .gene = std::string(row["gene"]),
                       .home = std::string(row["home"])};
    if (entry.gene.starts_with('@')) {
      const auto family = families.find(entry.gene.substr(1));
      if (family == families.end())
        return bad_input(fmt::format("family '{}' is not in {}", entry.gene, families_name), name,
                         row.line());
      entry.oxa = family->second;
    }
    const auto copies = parse_int_within(row["copies"], 1, 20);
    if (!copies)
      return bad_input(fmt::format("'{}' is not a number of copies", row["copies"]), name,
                       row.line());
    entry.copies = *copies;
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
