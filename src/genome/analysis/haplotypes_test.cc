// One call for each haplotype, on contigs whose shared parts are known.
#include "genome/analysis/haplotypes.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

// Two contigs of 2,000 bases that share the parts 1 and 3 and differ in part 2 or 4, as two alleles
// of one gene do; k = 21.
LocalAssembly two_haplotypes(bool is_shown = true) {
  LocalAssembly assembly{.k = 21};
  for (const std::uint32_t own : {2U, 4U}) {
    LocalContig contig;
    contig.sequence.name = own == 2 ? "reads_1" : "reads_2";
    contig.sequence.bases = std::string(2000, 'A');
    contig.parts = {{.part = 1, .start = 0, .kmers = 900},
                    {.part = own, .start = 900, .kmers = 21, .is_shown = is_shown},
                    {.part = 3, .start = 921, .kmers = 1059}};
    assembly.contigs.push_back(std::move(contig));
  }
  return assembly;
}

Determinant gene(const std::string& symbol, const std::string& contig, std::uint64_t start,
                 std::uint64_t end, AlleleStatus status) {
  Determinant determinant;
  determinant.symbol = symbol;
  determinant.gene = "blaSHV";
  determinant.contig = contig;
  determinant.start = start;
  determinant.end = end;
  determinant.coverage = 100;
  determinant.allele_status = status;
  determinant.function = FunctionState::intact;
  determinant.pieces = {{.contig = contig, .start = start, .end = end}};
  return determinant;
}

std::vector<std::string> symbols(const std::vector<Determinant>& determinants) {
  std::vector<std::string> names;
  for (const auto& determinant : determinants) names.push_back(determinant.symbol);
  return names;
}

TEST(Haplotypes, TwoAllelesStayAndTheSameBasesAreOneCall) {
  std::vector<Determinant> found = {gene("SHV-11", "reads_1", 501, 1361, AlleleStatus::exact),
                                    gene("SHV-12", "reads_2", 501, 1361, AlleleStatus::exact),
                                    gene("tail", "reads_1", 1401, 1900, AlleleStatus::exact),
                                    gene("tail again", "reads_2", 1401, 1900, AlleleStatus::exact)};
  keep_haplotypes(found, two_haplotypes());
  EXPECT_EQ(symbols(found), (std::vector<std::string>{"SHV-11", "SHV-12", "tail"}));
}

TEST(Haplotypes, WhatExactAllelesExplainIsNoNovelAllele) {
  auto assembly = two_haplotypes();
  // A third path through the same parts, as one that crosses over has.
  auto crossing = assembly.contigs[0];
  crossing.sequence.name = "reads_3";
  assembly.contigs.push_back(crossing);
  std::vector<Determinant> found = {gene("mosaic", "reads_3", 501, 1361, AlleleStatus::novel),
                                    gene("SHV-11", "reads_1", 501, 1361, AlleleStatus::exact)};
  keep_haplotypes(found, assembly);
  EXPECT_EQ(symbols(found), std::vector<std::string>{"SHV-11"});
}

TEST(Haplotypes, AGeneBesideAnotherInOnePartIsNotDropped) {
  std::vector<Determinant> found = {gene("one", "reads_1", 101, 400, AlleleStatus::exact),
                                    gene("other", "reads_1", 400, 800, AlleleStatus::novel)};
  keep_haplotypes(found, two_haplotypes());
  EXPECT_EQ(found.size(), 2U);
}

TEST(Haplotypes, UnshownJointsLeaveNovelGenesAndTargetsOpen) {
  GenomeResult result;
  result.determinants = {gene("novel", "reads_1", 501, 1361, AlleleStatus::novel),
                         gene("known", "reads_1", 501, 1361, AlleleStatus::exact),
                         gene("before", "reads_1", 101, 700, AlleleStatus::novel)};
  Target target;
  target.gene = "ompK36";
  target.state = "truncated";
  target.contig = "reads_2";
  target.start = 501;
  target.end = 1361;
  result.targets = {target};
  Determinant loss = gene("ompK36", "reads_2", 501, 1361, AlleleStatus::novel);
  loss.kind = DeterminantKind::disruption;
  loss.gene = "ompK36";
  result.determinants.push_back(loss);

  mark_unphased(result, two_haplotypes(false));
  EXPECT_EQ(symbols(result.determinants), (std::vector<std::string>{"novel", "known", "before"}));
  EXPECT_EQ(result.determinants[0].function, FunctionState::not_assessable);
  EXPECT_EQ(result.determinants[0].function_reason, "haplotypes_not_phased");
  EXPECT_EQ(result.determinants[1].function, FunctionState::intact);
  EXPECT_EQ(result.determinants[2].function, FunctionState::intact);
  EXPECT_EQ(result.targets[0].state, "not_assessable");
}

TEST(Haplotypes, ShortWordsDoNotShowWhereAGeneEnds) {
  for (const int k : {31, 63}) {
    auto assembly = two_haplotypes();
    assembly.k = k;
    GenomeResult result;
    Target target;
    target.gene = "mexD";
    target.state = "truncated";
    target.detail = "truncated:74";
    target.contig = "reads_1";
    target.start = 100;
    target.end = 700;
    result.targets = {target};
    mark_unphased(result, assembly);
    EXPECT_EQ(result.targets[0].state, k == 31 ? "not_assessable" : "truncated");
  }
}

TEST(Haplotypes, ShownJointsChangeNothing) {
  GenomeResult result;
  result.determinants = {gene("novel", "reads_1", 501, 1361, AlleleStatus::novel)};
  mark_unphased(result, two_haplotypes());
  EXPECT_EQ(result.determinants[0].function, FunctionState::intact);
}

TEST(Haplotypes, HalfACopyBesideAnIntrinsicGeneIsIntrinsic) {
  const auto with_copies = [](double intrinsic, double other, AlleleStatus status) {
    std::vector<Determinant> found = {gene("own", "reads_1", 1, 800, AlleleStatus::exact),
                                      gene("other", "reads_2", 1, 800, status)};
    found[0].intrinsic = true;
    found[0].copies = intrinsic;
    found[1].copies = other;
    label_haplotypes(found);
    return found[1].intrinsic;
  };
  EXPECT_TRUE(with_copies(0.5, 0.5, AlleleStatus::novel));
  EXPECT_FALSE(with_copies(1, 1, AlleleStatus::novel));
  EXPECT_FALSE(with_copies(0.5, 0.5, AlleleStatus::exact));
}

TEST(Haplotypes, OneThatIsRareBesideAnotherHasNoAllelesName) {
  for (const double share : {0.0278, 0.0385}) {
    std::vector<Determinant> found = {gene("blaSHV-1", "reads_1", 1, 800, AlleleStatus::exact),
                                      gene("blaSHV-2", "reads_2", 1, 800, AlleleStatus::exact),
                                      gene("blaSHV-3", "reads_3", 1, 800, AlleleStatus::exact)};
    for (auto& one : found) one.allele = one.symbol;
    found[0].fraction = 1 - share;
    found[1].fraction = share;
    leave_rare_unnamed(found);
    EXPECT_EQ(found[0].symbol, "blaSHV-1");
    EXPECT_EQ(found[2].symbol, "blaSHV-3");  // alone, so that it has no share
    const bool is_named = share > 0.035;     // 35 copies beside one, and 25
    EXPECT_EQ(found[1].symbol, is_named ? "blaSHV-2" : "blaSHV");
    EXPECT_EQ(found[1].allele, is_named ? "blaSHV-2" : "");
    EXPECT_EQ(found[1].nearest, is_named ? "" : "blaSHV-2");
    EXPECT_EQ(found[1].function_reason, is_named ? "" : "haplotypes_not_phased");
  }
}

}  // namespace
}  // namespace kres::genome
