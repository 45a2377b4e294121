#include "genome/search/seed_scan.h"

#include <algorithm>
#include <tuple>

#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {
constexpr std::uint32_t kLargestGap = 400;  // bases without a seed inside one segment
constexpr std::size_t kBlock = 8192;        // k-mers whose candidates are held at a time
}  // namespace

SeedScanner::SeedScanner(const SequenceIndex& index)
    : index_(index), slots_(2 * index.entries().size()) {}

std::vector<Segment> SeedScanner::scan(std::string_view contig) {
  const auto& seeds = index_.seeds();
  std::size_t next = 0;  // k-mers before it have been seen to
  for (std::size_t block = 0; block < contig.size(); block += kBlock) {
    find_seed_candidates(contig.substr(block, kBlock + kSeedLength - 1), seeds.filter(),
                         candidates_);
    for (const auto& candidate : candidates_) seeds.fetch_bucket(candidate.canonical);
    for (const auto& candidate : candidates_) seeds.fetch_seeds(candidate.canonical);
    for (const auto& candidate : candidates_) {
      const std::size_t position = block + candidate.position;
      if (position < next) continue;
      const auto hit = seeds.find(candidate.canonical, candidate.bases_are_canonical);
      if (!hit) continue;
      const Run run = follow(*hit, static_cast<std::uint32_t>(position), contig);
      add_run(run);
      next = position + run.kmers;
    }
  }
  close_all();
  std::sort(done_.begin(), done_.end(), [](const Segment& a, const Segment& b) {
    return std::tie(a.entry, a.reverse, a.contig_start, a.diagonal) <
           std::tie(b.entry, b.reverse, b.contig_start, b.diagonal);
  });
  return std::move(done_);
}

SeedScanner::Run SeedScanner::follow(const SeedHit& hit, std::uint32_t position,
                                     std::string_view contig) const {
  Run run{hit, position, 1};
  const auto text = index_.bases().substr(hit.stretch->position,
                                          std::size_t{hit.stretch->kmers} + kSeedLength - 1);
  const auto ahead = contig.substr(std::size_t{position} + kSeedLength);
  const std::size_t most = std::min<std::size_t>(
      ahead.size(), hit.opposite ? hit.offset : hit.stretch->kmers - hit.offset - 1);
  std::size_t same = 0;
  if (hit.opposite) {
    const char* before = text.data() + hit.offset - 1;
    while (same < most && ahead[same] == sequence::complement(*(before - same))) ++same;
  } else {
    const char* behind = text.data() + hit.offset + kSeedLength;
    while (same < most && ahead[same] == behind[same]) ++same;
  }
  run.kmers += static_cast<std::uint32_t>(same);
  return run;
}

// An entry that holds the stretch several times on one strand takes its seeds k-mer by k-mer, as
// they come along the contig.
void SeedScanner::add_run(const Run& run) {
  const auto places = index_.seeds().places(*run.hit.stretch);
  if (run.hit.stretch->repeats == 0) {
    for (const auto& place : places) add(run, place);
    return;
  }
  Run one{run.hit, run.position, 1};
  for (std::uint32_t i = 0; i < run.kmers; ++i) {
    for (const auto& place : places) add(one, place);
    ++one.position;
    one.hit.offset += run.hit.opposite ? ~std::uint32_t{0} : 1;
  }
}

void SeedScanner::add(const Run& run, const StretchPlace& place) {
  if (place.entry >= index_.entries().size()) return;
  const bool turned = place.reverse != 0, reverse = turned != run.hit.opposite;
  const std::int64_t offset = run.hit.offset;
  std::int64_t at = std::int64_t{place.start} + (turned ? -offset : offset);
  if (reverse) at = static_cast<std::int64_t>(index_.entry(place.entry).length) - kSeedLength - at;
  const std::int64_t diagonal = run.position - at;
  const std::uint32_t end = run.position + run.kmers - 1 + kSeedLength;
  const Segment started{place.entry, reverse, diagonal, run.position, end, run.kmers};
  auto& slot = slots_[2 * place.entry + (reverse ? 1 : 0)];
  if (slot == 0) {
    open_.push_back(started);
    slot = static_cast<std::uint32_t>(open_.size());
    return;
  }
  auto& open = open_[slot - 1];
  if (open.diagonal == diagonal && run.position <= open.contig_end + kLargestGap) {
    open.contig_end = end;
    open.seeds += run.kmers;
    return;
  }
  done_.push_back(open);
  open = started;
}

void SeedScanner::close_all() {
  for (const auto& open : open_) {
    slots_[2 * open.entry + (open.reverse ? 1 : 0)] = 0;
    done_.push_back(open);
  }
  open_.clear();
}

}  // namespace kres::genome
