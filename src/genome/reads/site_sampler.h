// Collects the tags around the sites of a pattern (genome/kmer/site_tag.h) from packed reads.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/huge_pages.h"
#include "genome/kmer/site_tag.h"

namespace kres::genome {

// A tag in one read. The two reads of a pair are 2 n and 2 n + 1.
struct SeenTag {
  SeenTag(std::uint64_t tag, std::uint64_t read, bool reverse)
      : bases(tag), seen(2 * read + static_cast<std::uint64_t>(reverse)) {}

  std::uint64_t read() const { return seen / 2; }
  bool is_reverse() const { return seen % 2 == 1; }
  auto operator<=>(const SeenTag&) const = default;

  std::uint64_t bases, seen;
};

class SiteSampler {
 public:
  // Looks at every `step`th read, and at tags whose bases all have the least quality: a sequencing
  // error in a tag makes another tag.
  SiteSampler(std::uint64_t step, int least_quality)
      : step_(step), least_(static_cast<unsigned char>('!' + least_quality)) {}

  // `words`: of pack_bases(), with kWordsBehind more that are readable; `qualities`: Phred + 33,
  // one a base.
  void add(const std::uint64_t* words, std::size_t length, std::string_view qualities,
           std::uint64_t read);

  const HugeVector<SeenTag>& tags() const { return tags_; }
  // Those, and the ones that their quality left out.
  std::uint64_t met() const { return met_; }
  // The tags, ascending.
  HugeVector<SeenTag> take();

 private:
  std::uint64_t step_;
  unsigned char least_;
  HugeVector<SeenTag> tags_;
  std::uint64_t met_ = 0;
  std::vector<std::uint32_t> starts_;  // in the read at hand
};

// The tags of a file, ascending, and how its reads are numbered among all: from `first` on, `step`
// apart.
struct FileTags {
  std::span<const SeenTag> tags;
  std::uint64_t first = 0, step = 1;
};

// Ascending. A pair counts once for a tag, as its first read shows it.
std::vector<SiteTag> count_tags(std::vector<FileTags> files);

}  // namespace kres::genome
