// Numbers, dates and times in both languages.
#include "report/local_format.h"

#include <gtest/gtest.h>

namespace kres::report {
namespace {

TEST(LocalFormat, NorwegianWritesADecimalComma) {
  EXPECT_EQ(decimal_text(99.64, 1, Language::nb), "99,6");
  EXPECT_EQ(decimal_text(99.64, 1, Language::en), "99.6");
}

TEST(LocalFormat, APercentageIsHundredOnlyIfItIsHundred) {
  EXPECT_EQ(percent_text(100, Language::nb), "100\u00A0%");
  EXPECT_EQ(percent_text(99.9999, Language::nb), "99,99\u00A0%");
  EXPECT_EQ(percent_text(99.2, Language::en), "99.20\u00A0%");
}

TEST(LocalFormat, LargeNumbersAreGroupedByThree) {
  EXPECT_EQ(grouped_text(12), "12");
  EXPECT_EQ(grouped_text(5333942), "5\u202F333\u202F942");
  EXPECT_EQ(grouped_text(1000), "1\u202F000");
}

TEST(LocalFormat, DatesFollowTheLanguage) {
  EXPECT_EQ(date_text({2026, 11, 5}, Language::nb), "05.11.2026");
  EXPECT_EQ(date_text({2026, 11, 5}, Language::en), "5\u00A0Nov\u00A02026");
}

TEST(LocalFormat, TimesAreLocalInSummerAndWinter) {
  const std::string oslo = "Europe/Oslo";
  EXPECT_EQ(time_text(*parse_instant("2026-07-01T12:05:00Z"), oslo, Language::nb),
            "01.07.2026 kl. 14.05");
  EXPECT_EQ(time_text(*parse_instant("2026-12-31T23:30:00Z"), oslo, Language::nb),
            "01.01.2027 kl. 00.30");
}

TEST(LocalFormat, AnUnknownZoneIsPrintedAsUtcAndSaysSo) {
  EXPECT_EQ(time_text(*parse_instant("2026-07-01T12:05:00Z"), "Nowhere/Land", Language::nb),
            "01.07.2026 kl. 12.05 UTC");
}

}  // namespace
}  // namespace kres::report
