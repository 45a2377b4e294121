#include "genome/reads/site_sampler.h"

#include <algorithm>
#include <cstring>
#include <numeric>

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

// Dealt out by their first bases, then sorted in piles that fit into the nearest cache.
void sort_tags(HugeVector<SeenTag>& tags) {
  constexpr int kBits = 11;
  constexpr std::size_t kPiles = std::size_t{1} << kBits;
  const auto pile_of = [](const SeenTag& tag) { return tag.bases >> (2 * kTagBases - kBits); };
  std::vector<std::size_t> ends(kPiles + 1, 0);
  for (const auto& tag : tags) ++ends[pile_of(tag) + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  HugeVector<SeenTag> dealt(tags.size(), SeenTag(0, 0, false));
  for (const auto& tag : tags) dealt[ends[pile_of(tag)]++] = tag;
  std::size_t begin = 0;
  for (std::size_t pile = 0; pile < kPiles; begin = ends[pile++])
    std::sort(dealt.begin() + static_cast<std::ptrdiff_t>(begin),
              dealt.begin() + static_cast<std::ptrdiff_t>(ends[pile]));
  tags = std::move(dealt);
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

HugeVector<SeenTag> SiteSampler::take() {
  sort_tags(tags_);
  return std::move(tags_);
}

std::vector<SiteTag> count_tags(std::vector<FileTags> files) {
  const auto next_of = [](const FileTags& file) {
    const auto& tag = file.tags.front();
    return SeenTag(tag.bases, file.first + file.step * tag.read(), tag.is_reverse());
  };
  std::erase_if(files, [](const FileTags& file) { return file.tags.empty(); });
  std::vector<SeenTag> next;  // of each file
  for (const auto& file : files) next.push_back(next_of(file));
  std::vector<SiteTag> counts;
  for (std::uint64_t read = 0; !files.empty();) {
    const auto least = std::min_element(next.begin(), next.end());
    const SeenTag tag = *least;
    auto& file = files[static_cast<std::size_t>(least - next.begin())];
    file.tags = file.tags.subspan(1);
    if (!file.tags.empty()) {
      *least = next_of(file);
    } else {
      files.erase(files.begin() + (least - next.begin()));
      next.erase(least);
    }
    const bool is_new = counts.empty() || tag.bases != counts.back().bases;
    const bool is_mate = !is_new && tag.read() / 2 == read / 2;
    read = tag.read();
    if (is_mate) continue;
    if (is_new) counts.push_back({.bases = tag.bases});
    ++(tag.is_reverse() ? counts.back().reverse : counts.back().forward);
  }
  return counts;
}

}  // namespace kres::genome
