#include "genome/analysis/circles.h"

#include <algorithm>

namespace kres::genome {

namespace {

// Bases that are read once more: longer than any entry with an insertion inside.
constexpr std::uint64_t kReach = 20'000;

// The part of a piece that begins `skipped` contig bases into it, as positions `start` to `end`. An
// insertion or deletion in the piece shifts the reference position where it is cut by its length.
Piece part(const Piece& piece, std::uint64_t start, std::uint64_t end, std::uint64_t skipped) {
  Piece result = piece;
  result.start = start;
  result.end = end;
  result.at_contig_end = true;
  const auto length = end - start + 1;
  const auto left = static_cast<std::uint32_t>(
      piece.strand == '+' ? skipped : piece.end - piece.start + 1 - skipped - length);
  if (left > 0)
    result.reference_start = std::min(piece.reference_start + left, piece.reference_end);
  const bool is_last = left + length == piece.end - piece.start + 1;
  if (!is_last)
    result.reference_end = std::min(
        piece.reference_end, static_cast<std::uint32_t>(piece.reference_start + left + length - 1));
  return result;
}

// The pieces of a piece on a circle of `length` bases, the entry's first bases first.
std::vector<Piece> folded(const Piece& piece, std::uint64_t length) {
  if (length == 0 || piece.end <= length) return {piece};
  if (piece.start > length) {
    Piece moved = piece;
    moved.start -= length;
    moved.end -= length;
    return {moved};
  }
  const auto before = part(piece, piece.start, length, 0);
  const auto after = part(piece, 1, piece.end - length, length - piece.start + 1);
  if (piece.strand == '+') return {before, after};
  return {after, before};
}

// Of a finding without pieces.
void fold_positions(std::uint64_t length, std::uint64_t& start, std::uint64_t& end) {
  if (length == 0) return;
  if (start > length) start -= length;
  if (end > length) end -= length;
}

}  // namespace

Circles::Circles(const std::vector<sequence::ContigSequence>& contigs) : unrolled_(contigs) {
  for (auto& contig : unrolled_) {
    lengths_.push_back(contig.bases.size());
    if (contig.circular)
      contig.bases += contig.bases.substr(0, std::min<std::uint64_t>(kReach, contig.bases.size()));
  }
}

bool Circles::crosses(const Span& span) const {
  const auto length = lengths_[span.contig];
  return span.start < length && span.end > length;
}

// Whether the span is there in another copy that is kept: the one from before the origin, or for a
// span at the contig's first bases the one that lies across the origin.
bool Circles::repeats(const Span& span, const std::vector<Span>& crossing) const {
  const auto length = lengths_[span.contig];
  if (span.start >= length) return true;
  return std::any_of(crossing.begin(), crossing.end(), [&](const Span& other) {
    if (other.contig != span.contig || crosses(span)) return false;
    const auto start = std::max(span.start + length, other.start);
    const auto end = std::min(span.end + length, other.end);
    return end > start &&
           2 * (end - start) >= std::min(span.end - span.start, other.end - other.start);
  });
}

template <class Item, class SpanOf>
void Circles::drop(std::vector<Item>& items, SpanOf span_of, std::vector<Span> crossing) const {
  for (const auto& item : items)
    if (crosses(span_of(item))) crossing.push_back(span_of(item));
  std::erase_if(items, [&](const Item& item) { return repeats(span_of(item), crossing); });
}

void Circles::drop_repeats(std::vector<Locus>& loci) const {
  drop(loci, [](const Locus& locus) {
    const auto& best = locus.best.front();
    return Span{best.contig, best.contig_start, best.contig_end};
  });
}

void Circles::drop_repeats(std::vector<Placement>& placements) const {
  drop(placements, [](const Placement& placement) {
    return Span{placement.contig, placement.contig_start, placement.contig_end};
  });
}

void Circles::drop_repeats(std::vector<TranslatedAlignment>& alignments) const {
  drop(alignments, [](const TranslatedAlignment& aligned) {
    return Span{aligned.contig, aligned.contig_start, aligned.contig_end};
  });
}

Circles::Span Circles::span_of(const Determinant& determinant) const {
  const auto contig = std::find_if(unrolled_.begin(), unrolled_.end(), [&](const auto& candidate) {
    return candidate.name == determinant.contig;
  });
  if (contig == unrolled_.end() || determinant.start == 0) return {};
  return {static_cast<std::uint32_t>(contig - unrolled_.begin()), determinant.start - 1,
          determinant.end};
}

void Circles::drop_repeats(std::vector<Determinant>& findings,
                           const std::vector<Determinant>& known) const {
  const auto span = [&](const Determinant& finding) { return span_of(finding); };
  std::vector<Span> crossing;
  for (const auto& finding : known)
    if (crosses(span(finding))) crossing.push_back(span(finding));
  drop(findings, span, std::move(crossing));
}

std::uint64_t Circles::length_of(const std::string& contig) const {
  for (std::size_t i = 0; i < unrolled_.size(); ++i)
    if (unrolled_[i].name == contig) return lengths_[i];
  return 0;
}

void Circles::fold_determinant(Determinant& determinant) const {
  std::vector<Piece> pieces;
  for (const auto& piece : determinant.pieces) {
    const auto parts = folded(piece, length_of(piece.contig));
    pieces.insert(pieces.end(), parts.begin(), parts.end());
  }
  const bool cut = pieces.size() > determinant.pieces.size();
  determinant.pieces = std::move(pieces);
  fold_positions(length_of(determinant.contig), determinant.start, determinant.end);
  if (!cut) return;
  determinant.start = determinant.pieces.front().start;
  determinant.end = determinant.pieces.front().end;
}

void Circles::fold(GenomeResult& result) const {
  const auto fold_place = [&](auto& place) {
    fold_positions(length_of(place.contig), place.start, place.end);
  };
  for (auto& determinant : result.determinants) fold_determinant(determinant);
  for (auto& target : result.targets) fold_place(target);
  for (auto& replicon : result.replicons) fold_place(replicon);
  for (auto& insertion : result.insertions) fold_place(insertion);
  for (auto& operon : result.van_operons) {
    fold_place(operon);
    for (auto& gene : operon.genes) fold_place(gene);
  }
}

}  // namespace kres::genome
