// The table of referring laboratories.
#include "laboratory/laboratory.h"

#include <set>

#include <gtest/gtest.h>

#include "base/files.h"

namespace kres::laboratory {
namespace {

TEST(Laboratories, TheCuratedTableCoversAllFourHealthRegions) {
  const auto text = read_file(Path(KRES_SOURCE_DIR) / "data/laboratories.tsv");
  ASSERT_TRUE(text);
  const auto laboratories = parse_laboratories(*text, "laboratories.tsv");
  ASSERT_TRUE(laboratories) << laboratories.error().text();
  std::set<std::string> regions;
  for (const auto& laboratory : *laboratories) {
    regions.insert(laboratory.health_region);
    EXPECT_FALSE(laboratory.name.empty()) << laboratory.code;
  }
  EXPECT_EQ(regions, (std::set<std::string>{"nord", "midt", "vest", "sor-ost"}));
}

TEST(Laboratories, ACodeIsListedOnce) {
  const auto twice =
      parse_laboratories("code\tname\thealth_region\nUNN\tA\tnord\nUNN\tB\tnord\n", "l.tsv");
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().text(), "l.tsv:3: laboratory 'UNN' is listed twice");
}

TEST(Laboratories, AHealthRegionIsOneOfFour) {
  EXPECT_FALSE(parse_laboratories("code\tname\thealth_region\nX\tX\tost\n", "l.tsv"));
}

}  // namespace
}  // namespace kres::laboratory
