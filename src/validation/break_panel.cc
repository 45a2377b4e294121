#include "validation/break_panel.h"

#include <algorithm>

#include <fmt/format.h>

#include "validation/damage_panel.h"
#include "validation/seeded_random.h"

namespace kres::validation {

namespace {

constexpr std::size_t kFlank = 3000;
constexpr std::size_t kBeside = 60;
constexpr std::size_t kMostLost = 130;
constexpr std::size_t kMostShared = 127;

// Where the first contig ends and the second begins, in bases of the unbroken sequence.
struct Break {
  std::size_t first_end = 0, second_start = 0;
};

Break draw_break(std::size_t gene_length, SeededRandom& random) {
  const std::size_t at = kFlank - kBeside + random.below(gene_length + 2 * kBeside + 1);
  if (random.chance(0.5)) return {at, at + random.below(kMostLost + 1)};
  return {at, at - random.below(kMostShared + 1)};
}

// A cluster cut between its genes, or where the contigs share what they cut: each gene is whole.
bool genes_whole(const PanelGene& gene, const Break& cut) {
  return std::all_of(gene.genes.begin(), gene.genes.end(), [&](const Stretch& one) {
    return kFlank + one.end <= cut.first_end || kFlank + one.start >= cut.second_start;
  });
}

}  // namespace

Specimen break_specimen(const std::vector<PanelGene>& genes, std::uint64_t seed,
                        std::uint64_t number) {
  SeededRandom random(seed, number);
  const auto& gene = genes[random.below(genes.size())];
  const double gc = 0.3 + 0.05 * static_cast<double>(random.below(9));
  const std::string whole = random.bases(kFlank, gc) + gene.sequence + random.bases(kFlank, gc);
  const auto cut = draw_break(gene.sequence.size(), random);
  const DamagedContigs broken{{whole.substr(0, cut.first_end), whole.substr(cut.second_start)},
                              false};
  const std::size_t gene_end = kFlank + gene.sequence.size();
  const bool complete = cut.first_end >= gene_end || cut.second_start <= kFlank;
  ExpectedCall call;
  if (complete)
    call = {{"exact"}, {"intact"}, {"no"}};
  else
    call = {{"partial", "novel", "ambiguous"}, {"not_assessable"}, {"yes"}};
  if (!complete && genes_whole(gene, cut)) call.function.emplace_back("intact");
  return {.family = gene.family,
          .case_name = complete ? "beside" : "inside",
          .detail =
              fmt::format("break {}: {} to {} of {} bases", number,
                          static_cast<long long>(cut.first_end) - static_cast<long long>(kFlank),
                          static_cast<long long>(cut.second_start) - static_cast<long long>(kFlank),
                          gene.sequence.size()),
          .contigs = arranged(broken, random.below(arrangements(2))),
          .expected = {.critical = gene.critical,
                       .calls = {call},
                       .or_each_piece = !complete,
                       .allele = gene.entry}};
}

}  // namespace kres::validation
