#include "genome/pileup/read_counter.h"

#include <algorithm>

namespace kres::genome {

namespace {

constexpr std::uint32_t kNoBase = UINT32_MAX;  // the read lacks this base of the contig

}  // namespace

void ReadCounter::make_counts(PlacedReads& placed,
                              const std::vector<sequence::ContigSequence>& contigs,
                              const PileupOptions& options) {
  for (const auto& contig : contigs) placed.counts.emplace_back(contig.bases.size());
  placed.codons.resize(options.codons.size());
}

void ReadCounter::add(const Read& read, const ReadPlace& place, const Stretch& covered) {
  bases_ = read.bases;
  qualities_ = read.qualities;
  reverse_ = place.reverse;
  covered_ = covered;
  auto& counts = placed_.counts[place.contig];
  if (place.columns.empty()) {
    const auto end = place.contig_start + (place.read_end - place.read_start);
    add_stretch(counts, place, place.contig_start, std::min(end, covered.start));
    add_stretch(counts, place, std::max(place.contig_start, covered.end), end);
  } else {
    add_columns(counts, place);
  }
  add_codons(place);
}

// Bases of the contig that a place without gaps lies on, none of them covered.
void ReadCounter::add_stretch(ContigCounts& counts, const ReadPlace& place, std::uint32_t from,
                              std::uint32_t to) {
  auto i = place.read_start + (from - place.contig_start);
  for (auto at = from; at < to; ++at, ++i) count_base(counts[at], i);
}

void ReadCounter::add_base(ContigCounts& counts, std::uint32_t at, std::uint32_t i) {
  if (!is_covered(at)) count_base(counts[at], i);
}

void ReadCounter::count_base(SiteCount& site, std::uint32_t i) {
  ++site.depth;
  const auto code = code_at(i);
  if (code != sequence::kNoCode && tells(i)) ++site.bases[code].of(reverse_);
}

void ReadCounter::add_columns(ContigCounts& counts, const ReadPlace& place) {
  std::uint32_t at = place.contig_start, i = place.read_start;
  Column before = Column::match;
  base_at_.clear();
  for (const auto column : place.columns) {
    if (column == Column::insertion) {
      if (before != column && at > place.contig_start && tells(i) && !is_covered(at - 1))
        ++counts[at - 1].insertion.of(reverse_);
      ++i;
    } else if (column == Column::deletion) {
      if (!is_covered(at)) {
        ++counts[at].depth;
        if (i > 0 && tells(i - 1)) ++counts[at].deletion.of(reverse_);
      }
      base_at_.push_back(kNoBase);
      ++at;
    } else {
      base_at_.push_back(i);
      add_base(counts, at++, i++);
    }
    before = column;
  }
}

void ReadCounter::add_codons(const ReadPlace& place) {
  auto codon = std::lower_bound(codons_.begin(), codons_.end(),
                                WatchedCodon{place.contig, place.contig_start});
  for (; codon != codons_.end() && codon->contig == place.contig &&
         codon->position + 3 <= place.contig_end;
       ++codon) {
    if (is_covered(codon->position) && is_covered(codon->position + 2)) continue;
    std::size_t number = 0;
    bool is_read = true;
    for (std::uint32_t offset = codon->position - place.contig_start, k = 0; k < 3; ++k) {
      const auto i = place.columns.empty() ? place.read_start + offset + k : base_at_[offset + k];
      const auto code = i == kNoBase ? sequence::kNoCode : code_at(i);
      is_read &= code != sequence::kNoCode && tells(i);
      number = 4 * number + code % 4;
    }
    if (!is_read) continue;
    ++placed_.codons[static_cast<std::size_t>(codon - codons_.begin())][number].of(reverse_);
  }
}

}  // namespace kres::genome
