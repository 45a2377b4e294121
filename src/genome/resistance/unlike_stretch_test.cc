// Stretches of a protein that are not the reference's, made by hand.
#include "genome/resistance/unlike_stretch.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

//                              12345678901234567890123456789012345678901234567890
const std::string kReference = "MSDLAREITPVNIEEELKSSYLDYAMSVIVGRALPDVRDGLKPVHRRVLY";

std::string with(std::size_t first, const std::string& residues) {
  std::string observed = kReference;
  return observed.replace(first - 1, residues.size(), residues);
}

std::vector<std::string> found(const std::string& reference, const std::string& observed,
                               int first = 1) {
  std::vector<std::string> texts;
  for (const auto& stretch : unlike_stretches(reference, observed, first))
    texts.push_back(std::to_string(stretch.first) + "-" + std::to_string(stretch.last));
  return texts;
}

using Texts = std::vector<std::string>;

TEST(UnlikeStretch, IsWhereResiduesDifferInARow) {
  EXPECT_EQ(found(kReference, with(21, "WWWWWWWW")), Texts{"21-28"});
  EXPECT_EQ(found(kReference, with(21, "WWWWWWWW"), 81), Texts{"101-108"});
  EXPECT_EQ(found(kReference, with(21, "WWWDWWWWWW")), Texts{"21-30"}) << "D23 is equal by chance";
  EXPECT_EQ(found(kReference, with(1, "WWWWWW")), Texts{"1-6"});
  EXPECT_EQ(found(kReference, with(45, "WWWWWW")), Texts{"45-50"});
}

TEST(UnlikeStretch, IsNotWhereSingleResiduesDiffer) {
  EXPECT_EQ(found(kReference, kReference), Texts{});
  EXPECT_EQ(found(kReference, with(21, "WWWWW")), Texts{});
  std::string scattered = kReference;
  for (std::size_t i = 0; i < scattered.size(); i += 3) scattered[i] = 'W';
  EXPECT_EQ(found(kReference, scattered), Texts{});
}

TEST(UnlikeStretch, IsNotALongerOrShorterLoop) {
  std::string longer = kReference;
  longer.insert(20, "----------");
  std::string observed = kReference;
  observed.insert(20, "GDGDGDGDGD");
  EXPECT_EQ(found(longer, observed), Texts{});
  EXPECT_EQ(found(kReference, with(21, "----------")), Texts{});
}

TEST(UnlikeStretch, IsALoopInThePlaceOfAnother) {
  std::string reference = kReference, observed = with(21, "----------");
  reference.insert(30, "----------");
  observed.insert(30, "WWWWWWWWWW");
  EXPECT_EQ(found(reference, observed), Texts{"21-30"});
}

TEST(UnlikeStretch, TwoApartAreTwo) {
  std::string observed = with(5, "WWWWWWW");
  observed.replace(34, 7, "WWWWWWW");
  EXPECT_EQ(found(kReference, observed), (Texts{"5-11", "35-41"}));
}

TEST(UnlikeStretch, AShortOneLeavesOnlyItsOwnCodonsUnread) {
  const auto stretches = unlike_stretches(kReference, with(21, "WWWWWWWW"));
  EXPECT_EQ(unread_stretch(stretches, {40}), "");
  EXPECT_EQ(unread_stretch(stretches, {40, 28}), "unlike_reference:21-28");
  EXPECT_TRUE(covered(stretches, 21) && covered(stretches, 28));
  EXPECT_FALSE(covered(stretches, 20) || covered(stretches, 29));
}

TEST(UnlikeStretch, ALongOneLeavesTheProteinUnread) {
  EXPECT_EQ(unread_stretch(unlike_stretches(kReference, with(11, std::string(20, 'W'))), {40}),
            "unlike_reference:11-30");
}

}  // namespace
}  // namespace kres::genome
