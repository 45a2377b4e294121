// The bank's tables: as they are in data/, and what is refused.
#include "laboratory/bank/bank_rules.h"

#include <gtest/gtest.h>

#include "base/files.h"

namespace kres::laboratory {
namespace {

std::string table(const char* name) { return *read_file(Path(KRES_SOURCE_DIR) / "data" / name); }

TEST(BankRules, OfTheProjectAreWhole) {
  const auto rules = BankRules::parse(table("removal_reasons.tsv"), table("bank_settings.tsv"));
  ASSERT_TRUE(rules) << rules.error().text();
  EXPECT_EQ(rules->least_sites, 2);
  EXPECT_EQ(rules->find("used_up")->name.nb, "Brukt opp");
}

TEST(BankRules, AReasonMayNeedWordsAndShippingIsTheRequests) {
  const auto rules = *BankRules::parse(table("removal_reasons.tsv"), table("bank_settings.tsv"));
  EXPECT_TRUE(check_removal(rules, "used_up", ""));
  EXPECT_EQ(check_removal(rules, "lost", "").error().message, "The reason 'lost' needs a comment");
  EXPECT_TRUE(check_removal(rules, "lost", "not in the box"));
  EXPECT_FALSE(check_removal(rules, "shipped", "to Malmö"));
  EXPECT_EQ(check_removal(rules, "sold", "").error().message, "There is no reason 'sold'");
}

TEST(BankRules, AWrongTableIsRefusedWithItsLine) {
  const std::string reasons = "code\tnb\ten\tby_person\tneeds_comment\nshipped\ts\ts\tno\tno\n";
  const std::string header = "key\tvalue\tunit\tnb\ten\n";
  const std::string settings =
      "viability_months\t24\tx\tx\tx\nnotice_days\t60\tx\tx\tx\nleast_sites\t2\tx\tx\tx\n";
  const auto why = [&](const std::string& a, const std::string& b) {
    const auto parsed = BankRules::parse(a, b);
    return parsed ? "" : parsed.error().text();
  };
  EXPECT_EQ(why(reasons, header + "thaw_limit\t5\tx\tx\tx\n" + settings), "");
  EXPECT_EQ(why(reasons, header + settings),
            "bank_settings.tsv: The setting 'thaw_limit' is missing");
  EXPECT_EQ(why(reasons, header + "thaw_limit\tfive\tx\tx\tx\n" + settings),
            "bank_settings.tsv:2: 'thaw_limit' is a number from 1 to 1000, not 'five'");
  EXPECT_EQ(why(reasons + "a\ta\ta\tperhaps\tno\n", header),
            "removal_reasons.tsv:3: 'by_person' is yes or no, not 'perhaps'");
}

}  // namespace
}  // namespace kres::laboratory
