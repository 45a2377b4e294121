// Function of a gene after the damage that genomes show.
#include "genome/resistance/function_state.h"

#include <gtest/gtest.h>

#include "genome/resistance/protein.h"

namespace kres::genome {
namespace {

// A gene of 100 codons and a stop: start, 99 lysines, stop.
std::string gene() {
  std::string bases = "ATG";
  for (int i = 0; i < 99; ++i) bases += "AAA";
  return bases + "TAA";
}

AlignedPlacement whole(const std::string& entry) {
  AlignedPlacement aligned;
  aligned.entry_length = aligned.entry_end = static_cast<std::uint32_t>(entry.size());
  aligned.columns.assign(entry.size(), Column::match);
  aligned.matches = aligned.entry_length;
  return aligned;
}

FunctionFinding assess(const AlignedPlacement& aligned, const std::string& observed) {
  return assess_function(aligned, gene(), coding_of(gene()), observed, 90);
}

TEST(Function, AnUnchangedGeneIsIntact) {
  const auto finding = assess(whole(gene()), gene());
  EXPECT_EQ(finding.state, FunctionState::intact);
  EXPECT_EQ(finding.reason, "");
  EXPECT_EQ(finding.protein_percent, 100);
}

TEST(Function, UnreadBasesAreNamedWhereTheReferenceDoesNotCodeEither) {
  std::string observed = gene();
  observed[30] = 'N';
  const auto finding = assess_function(whole(gene()), gene(), Coding::none, observed, 90);
  EXPECT_EQ(finding.state, FunctionState::not_assessable);
  EXPECT_EQ(finding.reason, "ambiguous_bases");
}

TEST(Function, AStopInsideBreaksIt) {
  std::string observed = gene();
  observed.replace(3 * 50, 3, "TAG");
  const auto finding = assess(whole(gene()), observed);
  EXPECT_EQ(finding.state, FunctionState::broken);
  EXPECT_EQ(finding.reason, "internal_stop:51/100");
}

TEST(Function, AStopInTheLastTenthLeavesItIntactAndSaysSo) {
  std::string observed = gene();
  observed.replace(3 * 95, 3, "TAG");
  const auto finding = assess(whole(gene()), observed);
  EXPECT_EQ(finding.state, FunctionState::intact);
  EXPECT_EQ(finding.reason, "late_stop:96/100");
}

TEST(Function, ALostStartBreaksIt) {
  std::string observed = gene();
  observed[1] = 'C';
  EXPECT_EQ(assess(whole(gene()), observed).reason, "start_lost");
}

// The starts of genetic code 11 that few genes use: the gene may work or not.
TEST(Function, ARareStartCodonLeavesItOpen) {
  for (const char* codon : {"CTG", "ATT", "ATC", "ATA"}) {
    std::string observed = gene();
    observed.replace(0, 3, codon);
    const auto finding = assess(whole(gene()), observed);
    EXPECT_EQ(finding.state, FunctionState::not_assessable) << codon;
    EXPECT_EQ(finding.reason, std::string("rare_start:") + codon);
    observed.replace(3 * 50, 3, "TAG");
    EXPECT_EQ(assess(whole(gene()), observed).reason, "internal_stop:51/100") << codon;
  }
  for (const char* codon : {"GTG", "TTG"}) {
    std::string observed = gene();
    observed.replace(0, 3, codon);
    EXPECT_EQ(assess(whole(gene()), observed).state, FunctionState::intact) << codon;
  }
  for (const char* codon : {"AAA", "ACG", "AGG"}) {
    std::string observed = gene();
    observed.replace(0, 3, codon);
    EXPECT_EQ(assess(whole(gene()), observed).reason, "start_lost") << codon;
  }
}

TEST(Function, ADeletedBaseBreaksTheFrame) {
  std::string observed = gene();
  observed.erase(120, 1);
  auto aligned = whole(gene());
  aligned.columns[120] = Column::deletion;
  aligned.deleted = 1;
  const auto finding = assess(aligned, observed);
  EXPECT_EQ(finding.state, FunctionState::broken);
  EXPECT_EQ(finding.reason, "frameshift:41");
}

TEST(Function, AFrameLostAndRegainedWithinAFewCodonsStaysIntact) {
  std::string observed = gene();
  observed.erase(120, 1);
  observed.insert(131, "A");
  auto aligned = whole(gene());
  aligned.columns[120] = Column::deletion;
  aligned.columns.insert(aligned.columns.begin() + 132, Column::insertion);
  aligned.deleted = aligned.inserted = 1;
  EXPECT_EQ(assess(aligned, observed).state, FunctionState::intact);
}

TEST(Function, ALongDeletionInFrameBreaksIt) {
  std::string observed = gene();
  observed.erase(30, 60);
  auto aligned = whole(gene());
  for (int i = 30; i < 90; ++i) aligned.columns[static_cast<std::size_t>(i)] = Column::deletion;
  aligned.deleted = 60;
  EXPECT_EQ(assess(aligned, observed).reason, "deletion:60");
}

TEST(Function, AnInsertionSequenceBreaksIt) {
  auto aligned = whole(gene());
  aligned.interruptions = {{120, 1200}};
  const auto finding = assess(aligned, gene());
  EXPECT_EQ(finding.state, FunctionState::broken);
  EXPECT_EQ(finding.reason, "insertion:1200@41");
}

TEST(Function, AnInsertionOfWholeCodonsWithoutAStopIsALongerProtein) {
  auto aligned = whole(gene());
  aligned.interruptions = {{120, 45}};
  std::string observed = gene();
  std::string codons;
  for (int i = 0; i < 15; ++i) codons += "GCT";
  observed.insert(120, codons);
  EXPECT_EQ(assess(aligned, observed).state, FunctionState::intact);
  observed.replace(129, 3, "TAA");
  EXPECT_EQ(assess(aligned, observed).reason, "insertion:45@41");
}

TEST(Function, UnreadBasesAreNeverTakenForDamage) {
  std::string observed = gene();
  observed.replace(90, 60, std::string(60, 'N'));
  EXPECT_EQ(assess(whole(gene()), observed).reason, "ambiguous_bases");
  auto aligned = whole(gene());
  aligned.interruptions = {{120, 100}};
  EXPECT_EQ(assess(aligned, gene().insert(120, std::string(100, 'N'))).state,
            FunctionState::not_assessable);
}

TEST(Function, AGeneCutByAContigEndCannotBeAssessed) {
  auto aligned = whole(gene());
  aligned.entry_end = 280;
  aligned.end_off_contig = true;
  const auto finding = assess(aligned, gene().substr(0, 280));
  EXPECT_EQ(finding.state, FunctionState::not_assessable);
  EXPECT_EQ(finding.reason, "contig_end");
}

TEST(Function, AStopInsideBreaksEvenAGeneCutByAContigEnd) {
  auto aligned = whole(gene());
  aligned.entry_end = 280;
  aligned.end_off_contig = true;
  std::string observed = gene().substr(0, 280);
  observed.replace(3 * 20, 3, "TGA");
  EXPECT_EQ(assess(aligned, observed).reason, "internal_stop:21/101");
}

TEST(Function, AGeneCutByOtherSequenceIsBroken) {
  auto aligned = whole(gene());
  aligned.entry_end = 210;
  EXPECT_EQ(assess(aligned, gene().substr(0, 210)).reason, "truncated:69");
}

TEST(Function, AnEntryThatDoesNotCodeCannotBeAssessed) {
  EXPECT_EQ(
      assess_function(whole("ACGTACGTAC"), "ACGTACGTAC", Coding::none, "ACGTACGTAC", 90).reason,
      "reference_not_coding");
}

}  // namespace
}  // namespace kres::genome
