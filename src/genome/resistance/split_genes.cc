#include "genome/resistance/split_genes.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>

#include "genome/resistance/function_state.h"
#include "genome/resistance/gene_call.h"
#include "genome/resistance/piece_chains.h"
#include "genome/resistance/pieces.h"

namespace kres::genome {

namespace {

using Contigs = std::vector<sequence::ContigSequence>;

double joined_identity(const PieceChain& chain) {
  std::uint32_t matches = 0, columns = 0;
  for (const auto& piece : chain.pieces) {
    matches += piece.matches;
    columns +=
        piece.matches + piece.mismatches + piece.inserted + piece.deleted - piece.long_deleted;
  }
  return columns == 0 ? 0 : 100.0 * matches / columns;
}

double joined_coverage(const PieceChain& chain) {
  double covered = 0;
  for (const auto& piece : chain.pieces) covered += piece.coverage();
  return covered - 100.0 * chain.overlap() / chain.pieces.front().entry_length;
}

FunctionFinding piece_function(const AlignedPlacement& piece, const ReferenceSet& reference,
                               const Contigs& contigs) {
  const auto& index = reference.sequences();
  return assess_function(piece, index.sequence(piece.entry), index.entry(piece.entry).coding,
                         observed_sequence(piece, contigs[piece.contig].bases),
                         reference.settings().broken_protein);
}

void call_split(Determinant& determinant, const PieceChain& chain, const ReferenceSet& reference,
                const Contigs& contigs) {
  name_determinant(determinant, chain.ties, false, reference);
  determinant.allele_status = AlleleStatus::partial;
  determinant.contig_end = true;
  determinant.function = FunctionState::not_assessable;
  determinant.function_reason = "split";
  for (const auto& piece : chain.pieces) {
    const auto function = piece_function(piece, reference, contigs);
    if (function.state != FunctionState::broken) continue;
    determinant.function = function.state;
    determinant.function_reason = function.reason;
  }
  determinant.trace =
      !determinant.critical_family.empty() && determinant.function != FunctionState::broken;
}

Determinant call_chain(const PieceChain& chain, const ReferenceSet& reference,
                       const Contigs& contigs) {
  const auto& first = chain.pieces.front();
  Determinant determinant{.contig = contigs[first.contig].name,
                          .start = first.contig_start + 1,
                          .end = first.contig_end,
                          .strand = first.reverse ? '-' : '+',
                          .identity = joined_identity(chain),
                          .coverage = joined_coverage(chain)};
  call_split(determinant, chain, reference, contigs);
  for (const auto& piece : chain.pieces)
    determinant.pieces.push_back(piece_of(piece, contigs[piece.contig].name));
  return determinant;
}

// Whether the chain's entry is of no critical family while a piece, taken alone, is best explained
// by one that is: the other piece may be too short to be found under the right entry.
bool hides_critical_gene(const Determinant& determinant, const PieceChain& chain,
                         const std::vector<Locus>& loci, const ReferenceSet& reference) {
  if (!determinant.critical_family.empty()) return false;
  return std::any_of(chain.loci.begin(), chain.loci.end(), [&](std::size_t locus) {
    return std::any_of(loci[locus].best.begin(), loci[locus].best.end(), [&](const auto& best) {
      return !reference.annotation(best.entry).critical_family.empty();
    });
  });
}

}  // namespace

JoinedGenes join_split_genes(const std::vector<Locus>& loci, const ReferenceSet& reference,
                             const std::vector<sequence::ContigSequence>& contigs) {
  JoinedGenes joined;
  const auto is_used = [&](std::size_t locus) {
    return std::find(joined.used.begin(), joined.used.end(), locus) != joined.used.end();
  };
  for (const auto& chain : chain_pieces(loci, reference.settings())) {
    if (std::any_of(chain.loci.begin(), chain.loci.end(), is_used)) continue;
    auto determinant = call_chain(chain, reference, contigs);
    if (determinant.identity < reference.settings().identity_present) continue;
    if (determinant.coverage < reference.settings().coverage_partial) continue;
    if (hides_critical_gene(determinant, chain, loci, reference)) continue;
    joined.used.insert(joined.used.end(), chain.loci.begin(), chain.loci.end());
    joined.determinants.push_back(std::move(determinant));
  }
  return joined;
}

std::vector<Determinant> trace_scattered_pieces(
    const std::vector<Locus>& loci, const std::vector<char>& told, const ReferenceSet& reference,
    const std::vector<sequence::ContigSequence>& contigs) {
  std::map<EntryId, PieceChain> chains;
  for (std::size_t i = 0; i < loci.size(); ++i) {
    if (told[i] != 0) continue;
    for (const auto* group : {&loci[i].best, &loci[i].others})
      for (const auto& piece : *group) {
        if (!piece.off_contig() || piece.identity() < reference.settings().identity_present ||
            reference.annotation(piece.entry).critical_family.empty())
          continue;
        chains[piece.entry].pieces.push_back(piece);
      }
  }
  std::map<std::string, Determinant, std::less<>> best;  // by gene
  for (auto& [entry, chain] : chains) {
    if (chain.pieces.size() < 2) continue;
    std::sort(chain.pieces.begin(), chain.pieces.end(),
              [](const AlignedPlacement& a, const AlignedPlacement& b) {
                return a.entry_start < b.entry_start;
              });
    chain.ties = {entry};
    auto determinant = call_chain(chain, reference, contigs);
    if (!determinant.trace || determinant.coverage < reference.settings().coverage_trace) continue;
    auto& known = best[determinant.gene];
    if (known.coverage < determinant.coverage) known = std::move(determinant);
  }
  std::vector<Determinant> traces;
  for (auto& [gene, determinant] : best) traces.push_back(std::move(determinant));
  return traces;
}

}  // namespace kres::genome
