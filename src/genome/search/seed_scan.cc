#include "genome/search/seed_scan.h"

#include <algorithm>
#include <tuple>

namespace kres::genome {

namespace {
constexpr std::uint32_t kLargestGap = 400;  // bases without a seed inside one segment
}

SeedScanner::SeedScanner(const SequenceIndex& index)
    : index_(index), open_(2 * index.entries().size()) {}

std::vector<Segment> SeedScanner::scan(std::string_view contig) {
  for_each_kmer(contig, kSeedLength, [&](std::size_t at, Kmer forward, Kmer reverse) {
    const bool contig_is_canonical = forward <= reverse;
    const Kmer canonical = contig_is_canonical ? forward : reverse;
    if (!index_.may_contain(canonical)) return;
    for (const SeedPlace place : index_.places(canonical))
      add(static_cast<std::uint32_t>(at), contig_is_canonical, place);
  });
  close_all();
  std::sort(done_.begin(), done_.end(), [](const Segment& a, const Segment& b) {
    return std::tie(a.entry, a.reverse, a.contig_start, a.diagonal) <
           std::tie(b.entry, b.reverse, b.contig_start, b.diagonal);
  });
  return std::move(done_);
}

void SeedScanner::add(std::uint32_t contig_position, bool contig_is_canonical, SeedPlace place) {
  const std::uint64_t position = place >> 1;
  const EntryId entry = index_.entry_at(position);
  const auto& record = index_.entry(entry);
  const bool reverse = contig_is_canonical == ((place & 1) != 0);
  auto at = static_cast<std::int64_t>(position - record.sequence_offset);
  if (reverse) at = static_cast<std::int64_t>(record.length) - kSeedLength - at;
  const std::int64_t diagonal = contig_position - at;
  auto& open = open_[2 * entry + (reverse ? 1 : 0)];
  if (open.active && open.segment.diagonal == diagonal &&
      contig_position <= open.segment.contig_end + kLargestGap) {
    open.segment.contig_end = contig_position + kSeedLength;
    ++open.segment.seeds;
    return;
  }
  if (open.active)
    done_.push_back(open.segment);
  else
    touched_.push_back(2 * entry + (reverse ? 1 : 0));
  open.active = true;
  open.segment = {entry, reverse, diagonal, contig_position, contig_position + kSeedLength, 1};
}

void SeedScanner::close_all() {
  for (const auto slot : touched_) {
    done_.push_back(open_[slot].segment);
    open_[slot].active = false;
  }
  touched_.clear();
}

}  // namespace kres::genome
