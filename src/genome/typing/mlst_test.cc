// The table of sequence types. Calls on whole genomes are tested in tests/scenario.
#include "genome/typing/mlst.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

constexpr const char* kProfiles =
    "ST\tgapA\tinfB\tmdh\tclonal_complex\n1\t4\t4\t1\tx\n2\t3\t4\t1\t\n7\t3\t9\t9\t\n";

TEST(MlstScheme, OnlyAllAllelesMakeAType) {
  const auto scheme = MlstScheme::parse(kProfiles, "s", {"gapA", "infB", "mdh"});
  ASSERT_TRUE(scheme) << scheme.error().text();
  EXPECT_EQ(scheme->type_of({"3", "4", "1"}), "2");
  EXPECT_EQ(scheme->type_of({"3", "4", "9"}), "");
  EXPECT_EQ(scheme->nearest({"3", "~4", "1"}), "2");
}

TEST(MlstScheme, LociMayStandInAnyOrder) {
  const auto scheme = MlstScheme::parse(kProfiles, "s", {"mdh", "gapA", "infB"});
  ASSERT_TRUE(scheme);
  EXPECT_EQ(scheme->type_of({"1", "3", "4"}), "2");
}

TEST(MlstScheme, AMissingLocusAndAShortRowAreRefused) {
  EXPECT_FALSE(MlstScheme::parse(kProfiles, "s", {"gapA", "tonB"}));
  const auto cut = MlstScheme::parse("ST\tgapA\tinfB\n1\t4\n", "s.txt", {"gapA", "infB"});
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().line, 2u);
}

}  // namespace
}  // namespace kres::genome
