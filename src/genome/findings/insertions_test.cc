// Evidence of mobile elements inside genes: made elements of known ends, duplications and copies.
#include "genome/findings/insertions.h"

#include <gtest/gtest.h>

#include "sequence/nucleotides.h"

namespace kres::genome {
namespace {

std::string bases(std::size_t count, std::uint32_t seed) {
  std::string text;
  for (std::uint32_t x = seed; text.size() < count; x = x * 1664525U + 1013904223U)
    text.push_back("ACGT"[x >> 30]);
  return text;
}

// An element of 800 bases with perfect inverted repeats of 20.
std::string element() {
  const auto repeat = bases(20, 7);
  return repeat + bases(760, 11) + sequence::reverse_complement(repeat);
}

struct Made {
  std::vector<sequence::ContigSequence> contigs;
  std::uint64_t start = 0, end = 0;  // the stretch that the gene does not have
};

// The element in a stretch of bases, with five bases of the target on both sides of it.
Made interrupted() {
  const auto left = bases(300, 3) + "A", right = "C" + bases(300, 5);
  const std::string target = "GATTC";
  return {{{"c", "", left + target + element() + target + right, false}},
          left.size(),
          left.size() + target.size() + element().size()};
}

TEST(InsertionEvidence, ATransposedElementShowsItsEndsAndItsTarget) {
  const auto made = interrupted();
  const auto evidence = judge_insertion(made.contigs, made.contigs[0].bases, made.start, made.end);
  EXPECT_EQ(evidence.target_duplication, 5U);
  EXPECT_GE(evidence.inverted_repeat, 20U);
  EXPECT_LE(evidence.inverted_repeat, 24U);
  EXPECT_EQ(evidence.copies, 1U);
}

// An alignment may cut anywhere within the duplicated target.
TEST(InsertionEvidence, TheCutMayLieAnywhereInTheTarget) {
  const auto made = interrupted();
  for (std::uint64_t shift = 0; shift <= 5; ++shift) {
    const auto evidence =
        judge_insertion(made.contigs, made.contigs[0].bases, made.start + shift, made.end + shift);
    EXPECT_EQ(evidence.target_duplication, 5U) << shift;
    EXPECT_GE(evidence.inverted_repeat, 20U) << shift;
  }
}

TEST(InsertionEvidence, CopiesCountOnBothStrandsOfEveryContig) {
  auto made = interrupted();
  made.contigs.push_back({"d", "", bases(50, 17) + element(), false});
  made.contigs.push_back({"e", "", sequence::reverse_complement(element()) + bases(50, 19), false});
  EXPECT_EQ(judge_insertion(made.contigs, made.contigs[0].bases, made.start, made.end).copies, 3U);
}

TEST(InsertionEvidence, AnyStretchOfBasesIsNoElement) {
  const std::string contig = bases(300, 3) + "A" + bases(900, 23) + "C" + bases(300, 5);
  const auto evidence = judge_insertion({}, contig, 301, 1201);
  EXPECT_EQ(evidence.inverted_repeat, 0U);
  EXPECT_EQ(evidence.target_duplication, 0U);
}

TEST(Insertions, AnInterruptedTargetAndAnInterruptedGeneAreListed) {
  const auto made = interrupted();
  const auto length = made.end - made.start;
  // A gene of 90 bases whose first 30 stand before the stretch.
  Target target{.gene = "mgrB",
                .state = "interrupted",
                .detail = "insertion:" + std::to_string(length) + "@11",
                .contig = "c",
                .start = made.start - 29,
                .end = made.end + 60};
  Determinant gene{.symbol = "blaX", .contig = "c", .function_reason = target.detail};
  gene.pieces = {{.contig = "c", .start = made.start - 29, .end = made.start, .reference_end = 30},
                 {.contig = "c", .start = made.end + 1, .end = made.end + 60}};
  const auto found = find_insertions({gene}, {target}, made.contigs);
  ASSERT_EQ(found.size(), 2U);
  for (const auto& insertion : found) {
    EXPECT_EQ(insertion.start, made.start + 1) << insertion.gene;
    EXPECT_EQ(insertion.end, made.end) << insertion.gene;
    EXPECT_EQ(insertion.target_duplication, 5U) << insertion.gene;
    EXPECT_EQ(insertion.reference_position, 30U) << insertion.gene;
  }
  EXPECT_TRUE(find_insertions({}, {{.gene = "mgrB", .state = "truncated"}}, made.contigs).empty());
}

}  // namespace
}  // namespace kres::genome
