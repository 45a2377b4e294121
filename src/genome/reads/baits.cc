#include "genome/reads/baits.h"

#include <algorithm>

#include "genome/reads/word_filter.h"

namespace kres::genome {

namespace {
constexpr std::size_t kBaitStep = 24;    // any 42 bases in a row are met
constexpr std::size_t kFilterBits = 64;  // for each bait: all reads are asked, few shall pass
}  // namespace

Baits::Baits(const std::vector<std::string_view>& sequences) {
  for (const auto bases : sequences)
    for_each_kmer(bases, kSeedLength, [&](std::size_t, Kmer forward, Kmer reverse) {
      kmers_.push_back(std::min(forward, reverse));
    });
  std::sort(kmers_.begin(), kmers_.end());
  kmers_.erase(std::unique(kmers_.begin(), kmers_.end()), kmers_.end());
  auto both = kmers_;
  for (const auto kmer : kmers_) both.push_back(turned_kmer(kmer, kSeedLength));
  words_ = SeedFilter::build(both, kFilterBits);
  filter_ = SeedFilter(words_);
}

bool Baits::contains(Kmer canonical) const {
  return filter_.may_contain(canonical) &&
         std::binary_search(kmers_.begin(), kmers_.end(), canonical);
}

RecruitedReads recruit_again(const ReadStore& store, const Baits& baits, std::uint32_t file,
                             const std::vector<std::uint64_t>& known) {
  RecruitedReads more;
  std::string bases;
  WordList asked;
  auto next_known = known.begin();
  store.for_each([&](std::size_t number, const std::uint64_t* words, std::uint32_t length) {
    while (next_known != known.end() && *next_known < number) ++next_known;
    if (next_known != known.end() && *next_known == number) return;
    if (!may_hold_word(words, length, kBaitStep, baits.filter())) return;
    asked.clear();
    append_words(words, length, kBaitStep, baits.filter(), asked);
    const bool taken = std::any_of(asked.words().begin(), asked.words().end(),
                                   [&](Kmer word) { return baits.contains(word); });
    if (!taken) return;
    unpack_bases(words, length, bases);
    more.add_of_store(bases, file, number);
  });
  return more;
}

}  // namespace kres::genome
