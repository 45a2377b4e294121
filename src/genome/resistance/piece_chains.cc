#include "genome/resistance/piece_chains.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace kres::genome {

namespace {

struct End {
  std::size_t locus = 0;
  const AlignedPlacement* piece = nullptr;
  int best = 0;                  // score of the best chain that ends here
  std::size_t before = kNobody;  // place of its last but one piece

  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);
};

// Pieces at contig ends by entry.
std::map<EntryId, std::vector<End>> ends_by_entry(const std::vector<Locus>& loci) {
  std::map<EntryId, std::vector<End>> ends;
  for (std::size_t i = 0; i < loci.size(); ++i) {
    if (!loci[i].best.front().off_contig()) continue;
    for (const auto* group : {&loci[i].best, &loci[i].others})
      for (const auto& placement : *group)
        if (placement.off_contig())
          ends[placement.entry].push_back({.locus = i, .piece = &placement});
  }
  return ends;
}

std::int64_t gap_between(const AlignedPlacement& first, const AlignedPlacement& second) {
  return std::int64_t{second.entry_start} - first.entry_end;
}

bool follows(const End& first, const End& second, const Settings& settings) {
  if (first.locus == second.locus || !first.piece->end_off_contig ||
      !second.piece->start_off_contig)
    return false;
  const std::int64_t gap = gap_between(*first.piece, *second.piece);
  return second.piece->entry_start > first.piece->entry_start &&
         second.piece->entry_end > first.piece->entry_end &&
         gap <= static_cast<std::int64_t>(settings.split_gap) &&
         -gap <= static_cast<std::int64_t>(settings.split_overlap);
}

// Fills best and before: the best chain to every end.
void score_chains(std::vector<End>& ends, const Settings& settings) {
  std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) {
    return std::make_tuple(a.piece->entry_start, a.piece->entry_end, a.locus) <
           std::make_tuple(b.piece->entry_start, b.piece->entry_end, b.locus);
  });
  for (std::size_t i = 0; i < ends.size(); ++i) {
    ends[i].best = ends[i].piece->score;
    for (std::size_t k = 0; k < i; ++k) {
      if (!follows(ends[k], ends[i], settings)) continue;
      const auto shared = std::max<std::int64_t>(0, -gap_between(*ends[k].piece, *ends[i].piece));
      const int score = ends[k].best + ends[i].piece->score - static_cast<int>(shared);
      if (score > ends[i].best) ends[i].best = score, ends[i].before = k;
    }
  }
}

PieceChain chain_to(const std::vector<End>& ends, std::size_t last) {
  PieceChain chain{
      .loci = {}, .pieces = {}, .ties = {ends[last].piece->entry}, .score = ends[last].best};
  for (std::size_t at = last; at != End::kNobody; at = ends[at].before) {
    chain.loci.push_back(ends[at].locus);
    chain.pieces.push_back(*ends[at].piece);
  }
  std::reverse(chain.loci.begin(), chain.loci.end());
  std::reverse(chain.pieces.begin(), chain.pieces.end());
  return chain;
}

}  // namespace

std::uint32_t PieceChain::overlap() const {
  std::int64_t bases = 0;
  for (std::size_t i = 1; i < pieces.size(); ++i)
    bases += std::max<std::int64_t>(0, -gap_between(pieces[i - 1], pieces[i]));
  return static_cast<std::uint32_t>(bases);
}

std::int64_t PieceChain::widest_gap() const {
  std::int64_t widest = gap_between(pieces[0], pieces[1]);
  for (std::size_t i = 2; i < pieces.size(); ++i)
    widest = std::max(widest, gap_between(pieces[i - 1], pieces[i]));
  return widest;
}

std::vector<PieceChain> chain_pieces(const std::vector<Locus>& loci, const Settings& settings) {
  std::map<std::vector<std::size_t>, PieceChain> best;  // by loci
  for (auto& [entry, ends] : ends_by_entry(loci)) {
    score_chains(ends, settings);
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i].before == End::kNobody) continue;
      auto chain = chain_to(ends, i);
      auto& known = best[chain.loci];
      if (known.pieces.empty() || chain.score > known.score)
        known = std::move(chain);
      else if (chain.score == known.score)
        known.ties.push_back(entry);
    }
  }
  std::vector<PieceChain> chains;
  for (auto& [chain_loci, chain] : best) chains.push_back(std::move(chain));
  std::stable_sort(chains.begin(), chains.end(),
                   [](const PieceChain& a, const PieceChain& b) { return a.score > b.score; });
  return chains;
}

}  // namespace kres::genome
