// Which of several alignments the peer reports, by the rules as the header states them.
#include "genome/concordance/peer_selection.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

struct Place {
  std::size_t start, end;
};

// An alignment without gaps of entry bases `subject` at contig bases `query`.
PeerHit hit(std::uint32_t entry, std::size_t contig, Place query, Place subject,
            std::size_t entry_length, std::size_t mismatches = 0) {
  const std::size_t columns = query.end - query.start + 1;
  return {.entry = entry,
          .contig = contig,
          .query_start = query.start,
          .query_end = query.end,
          .subject_start = subject.start,
          .subject_end = subject.end,
          .subject_length = entry_length,
          .columns = columns,
          .identities = columns - mismatches};
}

std::vector<std::uint32_t> reported(const std::vector<PeerHit>& hits) {
  std::vector<std::uint32_t> entries;
  for (const auto& one : select_as_peer(hits, {}).hits) entries.push_back(one.entry);
  return entries;
}

using Entries = std::vector<std::uint32_t>;

TEST(PeerSelection, OnTheSameBasesTheHigherIdentityWinsAndEqualsStay) {
  EXPECT_EQ(reported({hit(1, 0, {1, 900}, {1, 900}, 900, 5), hit(2, 0, {1, 900}, {1, 900}, 900)}),
            (Entries{2}));
  EXPECT_EQ(reported({hit(1, 0, {1, 900}, {1, 900}, 900), hit(2, 0, {1, 900}, {1, 900}, 900)}),
            (Entries{1, 2}));
}

TEST(PeerSelection, EntriesThatShareFewerThanThirtyBasesBothStay) {
  EXPECT_EQ(
      reported({hit(1, 0, {1, 900}, {1, 900}, 900), hit(2, 0, {872, 1771}, {1, 900}, 900, 9)}),
      (Entries{1, 2}));
  EXPECT_EQ(
      reported({hit(1, 0, {1, 900}, {1, 900}, 900), hit(2, 0, {870, 1769}, {1, 900}, 900, 9)}),
      (Entries{1}));
}

TEST(PeerSelection, IdentityTimesCoverageDecidesOtherwise) {
  EXPECT_EQ(reported({hit(1, 0, {1, 700}, {1, 700}, 900), hit(2, 0, {1, 690}, {1, 690}, 700)}),
            (Entries{2}));
}

TEST(PeerSelection, WhatCoversLessThanSixtyPerCentIsLeftOut) {
  EXPECT_EQ(reported({hit(1, 0, {1, 540}, {1, 540}, 900)}), (Entries{1}));
  EXPECT_TRUE(reported({hit(1, 0, {1, 539}, {1, 539}, 900)}).empty());
}

TEST(PeerSelection, PiecesOnOneContigAddUp) {
  EXPECT_EQ(
      reported({hit(1, 0, {1, 400}, {1, 400}, 900), hit(1, 0, {1601, 2000}, {501, 900}, 900)}),
      (Entries{1, 1}));
}

// The case that a reference laboratory must not miss, and the reason for the native mode.
TEST(PeerSelection, AGeneSplitEvenlyOverTwoContigsIsNotReported) {
  EXPECT_TRUE(
      reported({hit(1, 0, {1, 480}, {1, 480}, 882), hit(1, 1, {1, 402}, {481, 882}, 882)}).empty());
}

}  // namespace
}  // namespace kres::genome
