#include "genome/pileup/read_placer.h"

#include <algorithm>
#include <tuple>

#include "genome/pileup/differences.h"
#include "genome/pileup/gapped_place.h"
#include "genome/pileup/reads.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

constexpr std::size_t kMostGapped = 4;  // places of one read that are aligned with gaps
constexpr std::size_t kWord = kAnchorLength;
constexpr std::uint32_t kCostOfDifference = 5;  // what a read without it scores more

bool has_gaps(const std::vector<Column>& columns) {
  return std::any_of(columns.begin(), columns.end(), [](Column column) {
    return column == Column::insertion || column == Column::deletion;
  });
}

}  // namespace

ReadPlacer::ReadPlacer(const std::vector<sequence::ContigSequence>& contigs,
                       const PlacementLimits& limits)
    : contigs_(contigs), limits_(limits), words_(contigs) {}

const std::vector<ReadPlace>& ReadPlacer::place(std::string_view bases) {
  bases_ = bases;
  turned_.clear();
  diagonals_.clear();
  best_.clear();
  if (bases.size() < kWord || bases.size() > kLongestRead) return best_;
  find_diagonals(bases);
  if (!diagonals_.empty()) keep_best();
  return best_;
}

std::string_view ReadPlacer::turn() {
  if (turned_.empty()) turned_ = sequence::reverse_complement(bases_);
  return turned_;
}

void ReadPlacer::find_diagonals(std::string_view bases) {
  if (add_word(bases, 0)) return;
  std::size_t at = kWord;
  for (; at + kWord <= bases.size(); at += kWord) add_word(bases, at);
  if (at < bases.size()) add_word(bases, bases.size() - kWord);
}

// True if the read fits somewhere as a whole without a difference.
bool ReadPlacer::add_word(std::string_view bases, std::size_t at) {
  bool fits = false;
  for_each_kmer(
      bases.substr(at, kWord), kAnchorLength, [&](std::size_t, Kmer forward, Kmer reverse) {
        words_.for_each_place(
            forward, reverse, [&](std::uint32_t contig, std::uint32_t position, bool turned) {
              const auto before = turned ? bases.size() - at - kWord : at;
              fits |= add_diagonal(contig, turned,
                                   std::int64_t{position} - static_cast<std::int64_t>(before));
            });
      });
  return fits;
}

bool ReadPlacer::add_diagonal(std::uint32_t contig, bool reverse, std::int64_t start) {
  for (const auto& known : diagonals_)
    if (known.contig == contig && known.start == start && known.reverse == reverse) return false;
  const std::string_view read = reverse ? turn() : bases_;
  const auto& bases = contigs_[contig].bases;
  const std::int64_t first = std::max<std::int64_t>(0, -start);
  const std::int64_t last = std::min<std::int64_t>(static_cast<std::int64_t>(read.size()),
                                                   static_cast<std::int64_t>(bases.size()) - start);
  const auto overlap = static_cast<std::size_t>(std::max<std::int64_t>(0, last - first));
  const auto differences =
      overlap == 0 ? 0
                   : count_differences(read.data() + first, bases.data() + start + first, overlap);
  diagonals_.push_back({contig, reverse, start, static_cast<std::uint32_t>(overlap), differences});
  return differences == 0 && overlap == read.size();
}

bool ReadPlacer::fits(std::int64_t score, std::uint32_t overlap) const {
  return overlap >= limits_.least_overlap &&
         static_cast<double>(score) >= limits_.least_score * overlap;
}

void ReadPlacer::keep_best() {
  std::sort(diagonals_.begin(), diagonals_.end(), [](const Diagonal& a, const Diagonal& b) {
    return std::tuple(-a.score(), a.contig, a.start, a.reverse) <
           std::tuple(-b.score(), b.contig, b.start, b.reverse);
  });
  for (const auto& diagonal : diagonals_) {
    if (!fits(diagonal.score(), diagonal.overlap)) continue;
    if (!best_.empty() && diagonal.score() < best_.front().score) break;
    const std::int64_t first = std::max<std::int64_t>(0, -diagonal.start);
    best_.push_back(
        {.contig = diagonal.contig,
         .reverse = diagonal.reverse,
         .contig_start = static_cast<std::uint32_t>(diagonal.start + first),
         .contig_end = static_cast<std::uint32_t>(diagonal.start + first + diagonal.overlap),
         .read_start = static_cast<std::uint32_t>(first),
         .read_end = static_cast<std::uint32_t>(first + diagonal.overlap),
         .score = static_cast<std::int32_t>(diagonal.score())});
  }
  const bool fits_well = !best_.empty() && best_.front().read_end - best_.front().read_start <
                                               static_cast<std::uint32_t>(best_.front().score) +
                                                   kCostOfDifference * limits_.gaps_from;
  if (!fits_well) try_gaps();
}

// One place for each contig and strand; the better ones by their best stretch without gaps.
void ReadPlacer::try_gaps() {
  std::int32_t best = best_.empty() ? INT32_MIN : best_.front().score;
  std::vector<std::pair<std::uint32_t, bool>> tried;
  for (const auto& diagonal : diagonals_) {
    const std::pair key{diagonal.contig, diagonal.reverse};
    if (std::find(tried.begin(), tried.end(), key) != tried.end()) continue;
    if (tried.size() == kMostGapped) return;
    tried.push_back(key);
    auto place = place_with_gaps(oriented(diagonal.reverse), contigs_[diagonal.contig].bases,
                                 diagonal.start, limits_.widest_gap);
    if (!place || place->score < best || !has_gaps(place->columns) ||
        !fits(place->score, place->read_end - place->read_start))
      continue;
    if (place->score > best) best_.clear();
    if (std::any_of(best_.begin(), best_.end(), [&](const ReadPlace& known) {
          return known.contig == key.first && known.reverse == key.second;
        }))
      continue;  // as good without gaps
    best = place->score;
    place->contig = diagonal.contig;
    place->reverse = diagonal.reverse;
    best_.push_back(std::move(*place));
  }
}

}  // namespace kres::genome
