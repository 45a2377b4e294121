// Tags around sites are those that a plain search of the text finds, on both strands.
#include "genome/reads/site_sampler.h"

#include <algorithm>
#include <random>
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "genome/reads/tag_starts.h"

namespace kres::genome {
namespace {

constexpr int kLeast = 10;
const std::string kTag = "TTTTTTTTTTTTTCTGCAGGGGGGGGGGGGGG";  // the site stands in its middle

std::string random_bases(std::mt19937& random, std::size_t length) {
  std::string bases(length, 'A');
  for (auto& base : bases) base = "ACGT"[random() % 4];
  return bases;
}

std::string turned(std::string bases) {
  std::reverse(bases.begin(), bases.end());
  for (auto& base : bases) base = "TGCA"[std::string("ACGT").find(base)];
  return bases;
}

void add(SiteSampler& sampler, const std::string& bases, std::string qualities,
         std::uint64_t read) {
  std::vector<std::uint64_t> packed(packed_words(bases.size()) + kWordsBehind, ~std::uint64_t{0});
  pack_bases(bases, packed.data());
  if (qualities.empty()) qualities.assign(bases.size(), 'I');
  sampler.add(packed.data(), bases.size(), qualities, read);
}

// Each tag of the text, as it stands there.
std::vector<std::string> tags_in(const std::string& bases) {
  std::vector<std::string> tags;
  const std::regex site("[CT]TGCA[AG]");
  for (std::size_t at = kBasesBesideSite; at + kTagBases - kBasesBesideSite <= bases.size(); ++at)
    if (std::regex_match(bases.substr(at, 6), site))
      tags.push_back(bases.substr(at - kBasesBesideSite, kTagBases));
  return tags;
}

TEST(SiteSampler, TagsAreThoseOfAPlainSearchOfTheText) {
  std::mt19937 random(5);
  std::size_t all = 0;
  for (std::size_t length = 0; length < 400; ++length) {
    // Many sites, so that every place in a word is met.
    std::string bases = random_bases(random, length);
    for (std::size_t at = random() % 40; at + 6 <= length; at += 20 + random() % 30)
      bases.replace(at, 6, random() % 2 == 0 ? "CTGCAA" : "TTGCAG");
    SiteSampler sampler(1, kLeast);
    add(sampler, bases, "", 3);
    const auto expected = tags_in(bases);
    ASSERT_EQ(sampler.tags().size(), expected.size()) << bases;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const auto& tag = sampler.tags()[i];
      std::uint64_t word;
      pack_bases(std::min(expected[i], turned(expected[i])), &word);
      EXPECT_EQ(tag.bases, word);
      EXPECT_EQ(tag.is_reverse(), turned(expected[i]) < expected[i]);
      EXPECT_EQ(tag.read(), 3U);
    }
    all += expected.size();
  }
  EXPECT_GT(all, 1000U);
}

TEST(SiteSampler, ProcessorsOwnWaysFindWhatThePlainWayFinds) {
  if (!has_avx2_words()) GTEST_SKIP() << "this processor lacks AVX2";
  std::mt19937 random(6);
  unsigned all = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string bases = random_bases(random, 9 * 32);
    for (std::size_t at = random() % 150; at + 6 <= bases.size(); at += 40 + random() % 150)
      bases.replace(at, 6, "CTGCAG");
    std::uint64_t packed[9];
    pack_bases(bases, packed);
    const auto plain = words_with_sites_plain(packed);
    EXPECT_EQ(plain, words_with_sites_avx2(packed)) << bases;
    if (has_wide_words()) {
      EXPECT_EQ(plain, words_with_sites_wide(packed)) << bases;
    }
    all |= plain;
  }
  EXPECT_EQ(all, 0xffU);
}

std::vector<SiteTag> counted(SiteSampler& sampler) {
  const auto tags = sampler.take();
  EXPECT_TRUE(std::is_sorted(tags.begin(), tags.end()));
  return count_tags({{tags}});
}

TEST(SiteSampler, BothStrandsOfAFragmentGiveTheSameTag) {
  SiteSampler sampler(1, kLeast);
  add(sampler, kTag, "", 1);
  add(sampler, turned(kTag), "", 4);
  ASSERT_EQ(sampler.tags().size(), 2U);
  EXPECT_EQ(sampler.tags()[0].bases, sampler.tags()[1].bases);
  EXPECT_NE(sampler.tags()[0].is_reverse(), sampler.tags()[1].is_reverse());
  const auto counts = counted(sampler);
  ASSERT_EQ(counts.size(), 1U);
  EXPECT_EQ(counts[0].forward, 1U);
  EXPECT_EQ(counts[0].reverse, 1U);
}

TEST(SiteSampler, ATagWithABaseOfLowQualityIsLeftOut) {
  for (std::size_t low = 0; low < 40; ++low) {
    SiteSampler sampler(1, kLeast);
    std::string qualities(40, '!' + kLeast);
    qualities[low] = '!' + kLeast - 1;
    add(sampler, "ACGT" + kTag + "ACGT", qualities, 0);
    EXPECT_EQ(sampler.tags().size(), low < 4 || low >= 36 ? 1U : 0U) << low;
  }
}

TEST(SiteSampler, AFragmentCountsOnceForATag) {
  SiteSampler sampler(1, kLeast);
  add(sampler, turned(kTag), "", 7);
  for (const std::uint64_t read : {6, 9, 3}) add(sampler, kTag, "", read);
  const auto counts = counted(sampler);
  ASSERT_EQ(counts.size(), 1U);
  EXPECT_EQ(counts[0].sum(), 3U) << "reads 6 and 7 are a pair";
  EXPECT_TRUE(counts[0].forward == 3 || counts[0].reverse == 3) << "the first read counts";
}

TEST(SiteSampler, TagsOfTwoFilesCountAsThoseOfOne) {
  std::mt19937 random(8);
  std::vector<std::string> tags;
  for (int i = 0; i < 30; ++i) {
    std::string tag = random_bases(random, kTagBases);
    tag.replace(kBasesBesideSite, 6, "CTGCAG");
    tags.push_back(i % 2 == 0 ? tag : turned(tag));
  }
  SiteSampler first(1, kLeast), second(1, kLeast), both(1, kLeast);
  for (std::uint64_t record = 0; record < 400; ++record) {
    const auto &one = tags[random() % 30], &other = random() % 3 == 0 ? one : tags[random() % 30];
    add(first, one, "", record);
    add(second, turned(other), "", record);
    add(both, one, "", 2 * record);
    add(both, turned(other), "", 2 * record + 1);
  }
  const auto firsts = first.take(), seconds = second.take();
  const auto apart = count_tags({{firsts, 0, 2}, {seconds, 1, 2}}), together = counted(both);
  ASSERT_EQ(apart.size(), 30U);
  std::uint32_t all = 0;
  for (std::size_t i = 0; i < apart.size(); ++i) {
    EXPECT_EQ(apart[i].bases, together[i].bases);
    EXPECT_EQ(apart[i].forward, together[i].forward);
    EXPECT_EQ(apart[i].reverse, together[i].reverse);
    all += apart[i].sum();
  }
  EXPECT_LT(all, 800U - 400 / 4) << "mates with one tag count once";
  EXPECT_GT(all, 400U);
}

TEST(SiteSampler, OfDeepReadsEveryNthIsLookedAt) {
  SiteSampler sampler(3, kLeast);
  for (std::uint64_t read = 0; read < 20; read += 2) add(sampler, kTag, "", read);
  EXPECT_EQ(counted(sampler).at(0).sum(), 4U);
}

}  // namespace
}  // namespace kres::genome
