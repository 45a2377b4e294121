#include "genome/resistance/split_genes.h"

#include <algorithm>
#include <tuple>

#include "genome/resistance/function_state.h"
#include "genome/resistance/gene_call.h"
#include "genome/resistance/pieces.h"

namespace kres::genome {

namespace {

// Two pieces as aligned to one entry.
struct Pair {
  std::size_t first_locus = 0, last_locus = 0;
  AlignedPlacement first, last;  // with the entry's first and last bases
  std::vector<EntryId> ties;     // entries that fit equally well
  int score = 0;

  std::int64_t gap() const { return std::int64_t{last.entry_start} - first.entry_end; }
};

const AlignedPlacement* with_entry(const Locus& locus, EntryId entry) {
  for (const auto* group : {&locus.best, &locus.others})
    for (const auto& placement : *group)
      if (placement.entry == entry) return &placement;
  return nullptr;
}

// The best pair of two loci over all entries that both align to; score 0 if there is none.
Pair best_pair(const std::vector<Locus>& loci, std::size_t first, std::size_t last,
               const Settings& settings) {
  Pair best;
  for (const auto* group : {&loci[first].best, &loci[first].others})
    for (const auto& head : *group) {
      if (!head.end_off_contig || head.start_off_contig) continue;
      const auto* tail = with_entry(loci[last], head.entry);
      if (tail == nullptr || !tail->start_off_contig || tail->end_off_contig) continue;
      Pair pair{first, last, head, *tail, {head.entry}, 0};
      const std::int64_t gap = pair.gap();
      if (gap > static_cast<std::int64_t>(settings.split_gap) ||
          -gap > static_cast<std::int64_t>(settings.split_overlap))
        continue;
      pair.score = head.score + tail->score - static_cast<int>(std::max<std::int64_t>(0, -gap));
      if (pair.score > best.score)
        best = pair;
      else if (pair.score == best.score && best.score > 0)
        best.ties.push_back(head.entry);
    }
  return best;
}

double joined_identity(const Pair& pair) {
  const auto columns = pair.first.columns.size() + pair.last.columns.size();
  return 100.0 * (pair.first.matches + pair.last.matches) / static_cast<double>(columns);
}

double joined_coverage(const Pair& pair) {
  const auto overlap = std::max<std::int64_t>(0, -pair.gap());
  const auto bases = std::int64_t{pair.first.entry_end} - pair.first.entry_start +
                     pair.last.entry_end - pair.last.entry_start - overlap - pair.first.deleted -
                     pair.last.deleted;
  return 100.0 * static_cast<double>(bases) / pair.first.entry_length;
}

FunctionFinding piece_function(const AlignedPlacement& piece, const ReferenceSet& reference,
                               const std::vector<sequence::ContigSequence>& contigs) {
  const auto& index = reference.sequences();
  return assess_function(piece, index.sequence(piece.entry), index.entry(piece.entry).coding,
                         observed_sequence(piece, contigs[piece.contig].bases),
                         reference.settings().broken_protein);
}

bool across_origin(const Pair& pair, const std::vector<sequence::ContigSequence>& contigs) {
  const auto& contig = contigs[pair.first.contig];
  const auto& left = pair.first.reverse ? pair.first : pair.last;   // at the contig's first base
  const auto& right = pair.first.reverse ? pair.last : pair.first;  // at its last base
  return pair.first.contig == pair.last.contig && pair.first.reverse == pair.last.reverse &&
         pair.gap() == 0 && contig.circular && left.contig_start == 0 &&
         right.contig_end == contig.bases.size();
}

// A gene across the origin: both pieces together are the whole gene.
void call_whole(Determinant& determinant, const Pair& pair, const ReferenceSet& reference,
                const std::vector<sequence::ContigSequence>& contigs) {
  AlignedPlacement whole = pair.first;
  whole.entry_end = pair.last.entry_end;
  whole.end_off_contig = false;
  whole.columns.insert(whole.columns.end(), pair.last.columns.begin(), pair.last.columns.end());
  const auto& index = reference.sequences();
  const auto& bases = contigs[pair.first.contig].bases;
  const auto function =
      assess_function(whole, index.sequence(whole.entry), index.entry(whole.entry).coding,
                      observed_sequence(pair.first, bases) + observed_sequence(pair.last, bases),
                      reference.settings().broken_protein);
  const bool exact =
      determinant.identity == 100 && determinant.coverage == 100 && pair.ties.size() == 1;
  name_determinant(determinant, pair.ties, exact, reference);
  determinant.allele_status = exact ? AlleleStatus::exact : AlleleStatus::novel;
  determinant.function = function.state;
  determinant.function_reason = function.reason;
}

void call_split(Determinant& determinant, const Pair& pair, const ReferenceSet& reference,
                const std::vector<sequence::ContigSequence>& contigs) {
  name_determinant(determinant, pair.ties, false, reference);
  determinant.allele_status = AlleleStatus::partial;
  determinant.contig_end = true;
  determinant.function = FunctionState::not_assessable;
  determinant.function_reason = "split";
  for (const auto* piece : {&pair.first, &pair.last}) {
    const auto function = piece_function(*piece, reference, contigs);
    if (function.state != FunctionState::broken) continue;
    determinant.function = function.state;
    determinant.function_reason = function.reason;
  }
  determinant.trace =
      !determinant.critical_family.empty() && determinant.function != FunctionState::broken;
}

Determinant call_pair(const Pair& pair, const ReferenceSet& reference,
                      const std::vector<sequence::ContigSequence>& contigs) {
  const auto& contig = contigs[pair.first.contig];
  Determinant determinant{.contig = contig.name,
                          .start = pair.first.contig_start + 1,
                          .end = pair.first.contig_end,
                          .strand = pair.first.reverse ? '-' : '+',
                          .identity = joined_identity(pair),
                          .coverage = joined_coverage(pair)};
  if (across_origin(pair, contigs))
    call_whole(determinant, pair, reference, contigs);
  else
    call_split(determinant, pair, reference, contigs);
  determinant.pieces = {piece_of(pair.first, contig.name),
                        piece_of(pair.last, contigs[pair.last.contig].name)};
  return determinant;
}

}  // namespace

JoinedGenes join_split_genes(const std::vector<Locus>& loci, const ReferenceSet& reference,
                             const std::vector<sequence::ContigSequence>& contigs) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < loci.size(); ++i)
    if (loci[i].best.front().off_contig()) ends.push_back(i);
  std::vector<Pair> pairs;
  for (const auto first : ends)
    for (const auto last : ends)
      if (first != last)
        if (auto pair = best_pair(loci, first, last, reference.settings()); pair.score > 0)
          pairs.push_back(std::move(pair));
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::make_tuple(-a.score, a.first_locus, a.last_locus) <
           std::make_tuple(-b.score, b.first_locus, b.last_locus);
  });
  JoinedGenes joined;
  const auto is_used = [&](std::size_t locus) {
    return std::find(joined.used.begin(), joined.used.end(), locus) != joined.used.end();
  };
  for (const auto& pair : pairs) {
    if (is_used(pair.first_locus) || is_used(pair.last_locus)) continue;
    auto determinant = call_pair(pair, reference, contigs);
    if (determinant.identity < reference.settings().identity_present) continue;
    if (determinant.coverage < reference.settings().coverage_partial) continue;
    joined.used.push_back(pair.first_locus);
    joined.used.push_back(pair.last_locus);
    joined.determinants.push_back(std::move(determinant));
  }
  return joined;
}

}  // namespace kres::genome
