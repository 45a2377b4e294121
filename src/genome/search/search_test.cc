// Seeds, chains, alignments and loci on made-up genes whose place in the contig the test chose.
#include <algorithm>
#include <functional>
#include <numeric>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/files.h"
#include "base/folder_for_test.h"
#include "genome/reference/index_builder.h"
#include "genome/search/locus.h"
#include "sequence/nucleotides.h"

namespace kres::genome {
namespace {

std::string random_bases(unsigned seed, std::size_t length) {
  std::mt19937 random(seed);
  std::string bases(length, 'A');
  for (char& base : bases) base = "ACGT"[random() % 4];
  return bases;
}

std::string substitute(std::string bases, std::size_t at) {
  bases[at] = bases[at] == 'A' ? 'C' : 'A';
  return bases;
}

class Search : public testing::Test {
 protected:
  // gene1 and its variant with one change, and a shorter entry inside gene1.
  const std::string gene1_ = random_bases(11, 900);
  const std::string variant_ = substitute(gene1_, 450);
  const std::string inner_ = gene1_.substr(30, 800);
  // An entry with a stretch of 54 bases three times, as in repA of pRUM.
  const std::string unit_ = random_bases(32, 54);
  const std::string repeating_ =
      random_bases(31, 400) + unit_ + unit_ + unit_ + random_bases(33, 480);
  const std::string left_ = random_bases(21, 3000), right_ = random_bases(22, 3000);

  SequenceIndex index_ = [this] {
    const auto entry = [](const std::string& id, const std::string& bases) {
      return NewEntry{.id = id, .name = id, .gene = id, .sequence = bases};
    };
    SequenceIndexBuilder builder({entry("gene1", gene1_), entry("variant", variant_),
                                  entry("inner", inner_), entry("repeating", repeating_)});
    const FolderForTest folder;
    const Path path = folder / "search_test.index";
    EXPECT_TRUE(write_file_atomic(path, builder.build()));
    return SequenceIndex::open(path, true).value();
  }();

  std::vector<Locus> loci(const std::string& contig) {
    SeedScanner scanner(index_);
    return resolve_loci(chain_segments(scanner.scan(contig), 0, index_, {}), index_, contig, {});
  }
  std::string name(const AlignedPlacement& aligned) {
    return std::string(index_.name(aligned.entry));
  }
};

TEST_F(Search, AnExactGeneIsFoundAtItsPlaceAndTheShorterEntryInsideItLoses) {
  const auto found = loci(left_ + gene1_ + right_);
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0].best.size(), 1u);
  const auto& best = found[0].best[0];
  EXPECT_EQ(name(best), "gene1");
  EXPECT_TRUE(best.exact());
  EXPECT_EQ(best.contig_start, 3000u);
  EXPECT_EQ(best.contig_end, 3900u);
}

TEST_F(Search, AnEntryThatRepeatsItselfIsFoundWhole) {
  for (const auto& bases : {repeating_, sequence::reverse_complement(repeating_)}) {
    const auto found = loci(left_ + bases + right_);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(name(found[0].best[0]), "repeating");
    EXPECT_TRUE(found[0].best[0].exact());
    EXPECT_EQ(found[0].best[0].contig_start, 3000u);
  }
}

// A genome may hold a unit of such an entry once less or more, whole or in part.
TEST_F(Search, SegmentsOfACopyGrowInEntryAndContigHoweverOftenAUnitStandsThere) {
  std::mt19937 random(34);
  for (int round = 0; round < 400; ++round) {
    std::string copy = repeating_.substr(0, 400);
    for (auto units = random() % 6; units > 0; --units)
      copy += unit_.substr(0, random() % 2 == 0 ? unit_.size() : 20 + random() % 34);
    copy += repeating_.substr(562);
    for (int changes = static_cast<int>(random() % 6); changes > 0; --changes)
      copy = substitute(copy, random() % copy.size());
    const std::string contig = left_ + copy + right_;
    SeedScanner scanner(index_);
    const auto placements = chain_segments(scanner.scan(contig), 0, index_, {});
    ASSERT_FALSE(placements.empty());
    for (const auto& placement : placements)
      for (std::size_t i = 1; i < placement.segments.size(); ++i) {
        const auto &last = placement.segments[i - 1], &next = placement.segments[i];
        EXPECT_LT(last.contig_start, next.contig_start) << round;
        EXPECT_LT(last.contig_end, next.contig_end) << round;
        EXPECT_LT(last.entry_start(), next.entry_start()) << round;
        EXPECT_LT(last.entry_end(), next.entry_end()) << round;
      }
    for (const auto& locus : resolve_loci(placements, index_, contig, {}))
      EXPECT_LE(locus.best.front().matches, locus.best.front().entry_length) << round;
  }
}

TEST_F(Search, TheReverseStrandGivesTheSameCall) {
  const auto found = loci(left_ + sequence::reverse_complement(variant_) + right_);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(name(found[0].best[0]), "variant");
  EXPECT_TRUE(found[0].best[0].reverse);
  EXPECT_TRUE(found[0].best[0].exact());
}

TEST_F(Search, ALongDeletionIsMissingCoverageNotDifference) {
  std::string shorter = gene1_;
  shorter.erase(360, 300);
  const auto found = loci(left_ + shorter + right_);
  ASSERT_EQ(found.size(), 1u);
  const auto& best = found[0].best[0];
  EXPECT_EQ(best.long_deleted, 300u);
  EXPECT_DOUBLE_EQ(best.identity(), 100);
  EXPECT_NEAR(best.coverage(), 100.0 * 600 / 900, 1e-9);
}

// Both strands of a stretch hold seeds: alignments from either side end at the junctions.
TEST_F(Search, AGeneWithAStretchTurnedRoundIsOneLocusOfAllItsParts) {
  for (const std::size_t length : {200, 297, 300, 450, 600})
    for (const std::size_t at : {0, 30, 150, 250, 300})
      for (const bool reverse : {false, true}) {
        std::string gene = gene1_;
        gene.replace(at, length, sequence::reverse_complement(gene1_.substr(at, length)));
        std::string contig = left_ + gene + right_;
        if (reverse) contig = sequence::reverse_complement(contig);
        const auto found = loci(contig);
        ASSERT_EQ(found.size(), 1u) << length << " at " << at << (reverse ? " reverse" : "");
        const bool turned =
            std::any_of(found[0].parts.begin(), found[0].parts.end(),
                        [&](const auto& part) { return part.reverse != found[0].best[0].reverse; });
        EXPECT_TRUE(turned || found[0].best[0].complete());
      }
}

TEST_F(Search, AGeneWhoseMiddleIsOtherSequenceIsOneLocus) {
  const auto found =
      loci(left_ + gene1_.substr(0, 300) + random_bases(51, 300) + gene1_.substr(600) + right_);
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0].parts.size(), 1u);
  EXPECT_EQ(found[0].parts[0].reverse, found[0].best[0].reverse);
}

TEST_F(Search, APartOfAGeneSomewhereElseIsALocusOfItsOwn) {
  const auto found = loci(left_ + gene1_ + random_bases(52, 400) +
                          sequence::reverse_complement(gene1_.substr(300, 300)) + right_);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found[0].parts.empty());
  EXPECT_TRUE(found[1].parts.empty());
}

TEST_F(Search, AnAlleleBetweenTwoEntriesIsATieOfBoth) {
  std::string between = gene1_;
  between[450] = 'T' == gene1_[450] || 'T' == variant_[450] ? 'G' : 'T';
  const auto found = loci(left_ + between + right_);
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0].best.size(), 2u);
  EXPECT_EQ(found[0].best[0].mismatches, 1u);
}

TEST_F(Search, TwoCopiesSideBySideAreTwoLoci) {
  const auto found = loci(left_ + gene1_ + gene1_ + right_);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found[0].best[0].exact());
  EXPECT_TRUE(found[1].best[0].exact());
  EXPECT_EQ(found[1].best[0].contig_start, 3900u);
}

TEST_F(Search, ADeletedBaseIsOneDeletion) {
  std::string shorter = gene1_;
  shorter.erase(200, 1);
  const auto found = loci(left_ + shorter + right_);
  ASSERT_EQ(found.size(), 1u);
  const auto& best = found[0].best[0];
  EXPECT_EQ(best.deleted, 1u);
  EXPECT_EQ(best.mismatches, 0u);
  EXPECT_TRUE(best.complete());
}

TEST_F(Search, ALongInsertionInterruptsAGeneAndIsNotPartOfItsIdentity) {
  const auto found =
      loci(left_ + gene1_.substr(0, 300) + random_bases(5, 1200) + gene1_.substr(300) + right_);
  ASSERT_EQ(found.size(), 1u);
  const auto& best = found[0].best[0];
  ASSERT_EQ(best.interruptions.size(), 1u);
  EXPECT_EQ(best.interruptions[0].length, 1200u);
  EXPECT_NEAR(best.interruptions[0].entry_position, 300,
              3);  // chance matches at the junction move it
  EXPECT_EQ(best.coverage(), 100);
  EXPECT_GT(best.identity(), 99.5);
}

TEST_F(Search, AGeneCutByTheContigEndIsOffTheContig) {
  for (const bool reverse : {false, true}) {
    std::string contig = left_ + gene1_.substr(0, 885);
    if (reverse) contig = sequence::reverse_complement(contig);
    const auto found = loci(contig);
    ASSERT_EQ(found.size(), 1u);
    const auto& best = found[0].best[0];
    EXPECT_EQ(name(best), "gene1") << "the shorter entry must not win because the contig ends";
    EXPECT_TRUE(best.end_off_contig);
    EXPECT_FALSE(best.start_off_contig);
    EXPECT_EQ(best.entry_end, 885u);
    EXPECT_EQ(best.identity(), 100);
  }
}

TEST_F(Search, AGeneCutByOtherSequenceIsNotOffTheContig) {
  const auto found = loci(left_ + gene1_.substr(0, 600) + right_);
  ASSERT_EQ(found.size(), 1u);
  const auto& best = found[0].best[0];
  EXPECT_FALSE(best.off_contig());
  EXPECT_NEAR(best.entry_end, 600, 5);
}

TEST_F(Search, UnreadBasesAreNeitherEqualNorDifferent) {
  std::string unread = gene1_;
  unread.replace(200, 300, std::string(300, 'N'));
  const auto found = loci(left_ + unread + right_);
  ASSERT_EQ(found.size(), 1u);
  const auto& best = found[0].best[0];
  EXPECT_EQ(best.identity(), 100);
  EXPECT_EQ(best.unknown, 300u);
  EXPECT_NEAR(best.coverage(), 100.0 * 600 / 900, 0.2);
  EXPECT_TRUE(best.complete());
}

TEST_F(Search, AGeneCutByAGapOfNEndsThere) {
  const auto found = loci(left_ + gene1_.substr(0, 500) + std::string(50, 'N') + right_);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].best[0].end_off_contig);
}

TEST_F(Search, AChangeInTheFirstBasesStaysInsideTheAlignment) {
  const auto found = loci(left_ + substitute(gene1_, 1) + right_);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].best[0].complete());
  EXPECT_EQ(found[0].best[0].mismatches, 1u);
}

// Changes close together cost few seeds, the same number far apart many: of a family in which most
// members differ in one place and some all over, the nearest ones are those that a comparison with
// every member, base by base, finds.
TEST(Family, EveryNearestMemberOfAFamilyIsFound) {
  std::mt19937 random(8);
  const auto changed = [&](std::string bases, std::size_t changes, std::size_t within) {
    const auto first = random() % (bases.size() - within + 1);
    for (; changes > 0; --changes) bases[first + random() % within] = "ACGT"[random() % 4];
    return bases;
  };
  const std::string gene = random_bases(31, 600);
  std::vector<NewEntry> members;
  for (int i = 0; i < 200; ++i) {
    const auto name = fmt::format("member{}", i);
    const auto sequence = i % 10 == 0 ? changed(gene, 8, 600) : changed(gene, 14, 30);
    members.push_back({.id = name, .name = name, .gene = "family", .sequence = sequence});
  }
  const FolderForTest folder;
  const Path path = folder / "search_family_test.index";
  ASSERT_TRUE(write_file_atomic(path, SequenceIndexBuilder(members).build()));
  const auto index = SequenceIndex::open(path, true).value();
  SeedScanner scanner(index);
  for (int round = 0; round < 60; ++round) {
    const std::string observed = changed(gene, random() % 30, 600);
    std::vector<std::size_t> differences;
    for (const auto& member : members)
      differences.push_back(std::inner_product(observed.begin(), observed.end(),
                                               member.sequence.begin(), std::size_t{0},
                                               std::plus<>{}, std::not_equal_to<>{}));
    const auto least = *std::min_element(differences.begin(), differences.end());
    std::vector<EntryId> nearest, found;
    for (EntryId i = 0; i < members.size(); ++i)
      if (differences[i] == least) nearest.push_back(i);
    const std::string contig = random_bases(40, 50) + observed + random_bases(41, 50);
    const auto loci =
        resolve_loci(chain_segments(scanner.scan(contig), 0, index, {}), index, contig, {});
    ASSERT_EQ(loci.size(), 1u);
    for (const auto& best : loci[0].best) found.push_back(best.entry);
    ASSERT_EQ(found, nearest) << "round " << round << ", " << least << " differences";
  }
}

}  // namespace
}  // namespace kres::genome
