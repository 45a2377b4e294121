#include "genome/reads/site_sampler.h"

#include <algorithm>
#include <cstring>

#include "genome/reads/tag_starts.h"

namespace kres::genome {

namespace {

// Eight at a time. Requires: kTagBases of them; scores are below 128.
bool all_have(unsigned char least, const char* qualities) {
  constexpr std::uint64_t kEach = 0x0101010101010101ULL, kTop = 0x80 * kEach;
  std::uint64_t enough = kTop;  // the top bit of each byte that was high enough so far
  for (int i = 0; i < kTagBases; i += 8) {
    std::uint64_t scores;
    std::memcpy(&scores, qualities + i, sizeof scores);
    enough &= (scores | kTop) - least * kEach;
  }
  return (enough & kTop) == kTop;
}

}  // namespace

void SiteSampler::add(const std::uint64_t* words, std::size_t length, std::string_view qualities,
                      std::uint64_t read) {
  if (step_ > 1 && read % step_ != 0) return;
  starts_.clear();
  append_tag_starts(words, length, starts_);
  met_ += starts_.size();
  for (const auto start : starts_) {
    if (!all_have(least_, qualities.data() + start)) continue;
    const auto tag = packed_kmer(words, start, kTagBases);
    const auto turned = turned_kmer(tag, kTagBases);
    tags_.emplace_back(std::min(tag, turned), read, turned < tag);
  }
}

std::vector<SiteTag> count_tags(std::vector<SeenTag> seen) {
  std::sort(seen.begin(), seen.end());
  std::vector<SiteTag> counts;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const bool is_new = i == 0 || seen[i].bases != seen[i - 1].bases;
    if (is_new) counts.push_back({.bases = seen[i].bases});
    if (!is_new && seen[i].read() / 2 == seen[i - 1].read() / 2) continue;
    ++(seen[i].is_reverse() ? counts.back().reverse : counts.back().forward);
  }
  return counts;
}

}  // namespace kres::genome
