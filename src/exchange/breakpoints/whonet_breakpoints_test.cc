// WHONET's breakpoint table: its numbers in the project's terms, and an account of every row.
#include "exchange/breakpoints/whonet_breakpoints.h"

#include "base/text.h"
#include "exchange/breakpoints/vocabulary_for_test.h"

namespace kres::exchange {
namespace {

constexpr const char* kHead =
    "GUIDELINES\tYEAR\tTEST_METHOD\tPOTENCY\tORGANISM_CODE\tBREAKPOINT_TYPE\tSITE_OF_INFECTION\t"
    "WHONET_ABX_CODE\tR\tI\tS\tCOMMENTS\n";

Result<ImportedBreakpoints> import(const std::string& rows, int year = 2024) {
  return import_whonet_breakpoints(kHead + rows, "Breakpoints.txt", year,
                                   project_text("whonet_scopes.tsv"), project_vocabulary());
}

TEST(WhonetBreakpoints, FirstResistantValuesBecomeBounds) {
  const auto imported = import(
      "EUCAST\t2024\tMIC\t\tEBC\tHuman\tNon-meningitis\tMEM\t16\t4-8\t2\t\n"
      "EUCAST\t2024\tDISK\t10\u00b5g\tEBC\tHuman\tNon-meningitis\tMEM\t15\t16-21\t22\t\n"
      "EUCAST\t2024\tMIC\t\tEBC\tHuman\tMeningitis\tMEM\t4\t\t2\t\n"
      "EUCAST\t2024\tMIC\t\tPS-\tHuman\t\tCIP\t1\t<=0.5\t0.0001\t\n"
      "EUCAST\t2023\tMIC\t\tEBC\tHuman\t\tMEM\t99\t\tx\t\n"
      "CLSI\t2024\tMIC\t\tEBC\tHuman\t\tMEM\t4\t2\t1\t\n");
  ASSERT_TRUE(imported) << imported.error().text();
  EXPECT_EQ(imported->read, 4U);
  EXPECT_EQ(imported->kept, 4U);
  const auto* meropenem =
      row_of(*imported, "meropenem", "Enterobacterales", "", "other_than_meningitis");
  ASSERT_NE(meropenem, nullptr);
  EXPECT_EQ(meropenem->mic_s.text() + "/" + meropenem->mic_r.text(), "2/8");
  EXPECT_EQ(meropenem->zone_s.text() + "/" + meropenem->zone_r.text(), "22/16");
  EXPECT_EQ(meropenem->disk_ug, "10");
  EXPECT_TRUE(meropenem->is_default);
  const auto* ciprofloxacin = row_of(*imported, "ciprofloxacin", "Pseudomonas spp.", "");
  EXPECT_EQ(ciprofloxacin->mic_s.text() + "/" + ciprofloxacin->mic_r.text(), "0.001/0.5");
}

TEST(WhonetBreakpoints, ExcludedOrganismsAreExceptedFromTheGroup) {
  const auto imported = import(
      "EUCAST\t2024\tMIC\t\tEBC\tHuman\t\tMFX\t0.5\t\t0.25\t\n"
      "EUCAST\t2024\tMIC\t\tSE-\tHuman\t\tMFX\t\t\t\tExcluded from Enterobacterales.\n");
  ASSERT_TRUE(imported) << imported.error().text();
  const auto* row = row_of(*imported, "moxifloxacin", "Enterobacterales", "");
  EXPECT_EQ(row->except, std::vector<std::string>{"Serratia"});
}

TEST(WhonetBreakpoints, WhatIsLeftOutIsCountedByItsReason) {
  const auto imported = import(
      "EUCAST\t2024\tMIC\t\tEBC\tHuman\t\tETP\t1\t\t0.5\t\n"
      "EUCAST\t2024\tMIC\t\tspn\tHuman\t\tETP\t1\t\t0.5\t\n"
      "EUCAST\t2024\tMIC\t\tEBC\tHuman\t\tAMB\t1\t\t0.5\t\n"
      "EUCAST\t2024\tMIC\t\tEBC\tHuman\tProphylaxis\tCIP\t1\t\t0.5\t\n"
      "EUCAST\t2024\tMIC\t\tEBC\tHuman\t\tCHL\t\t\t\t\n"
      "EUCAST\t2024\tDISK\t5\tSCN\tHuman\t\tCIP\t21\t23-49\t50\t\n");
  ASSERT_TRUE(imported) << imported.error().text();
  EXPECT_EQ(imported->read, 6U);
  EXPECT_EQ(imported->kept, 1U);
  EXPECT_EQ(imported->left_out.size(), 5U);
  EXPECT_TRUE(imported->left_out.contains("I does not fill the space between R and S"));
}

TEST(WhonetBreakpoints, AShiftedColumnIsRefusedWithItsLine) {
  const auto text_of = [](const Result<ImportedBreakpoints>& imported) {
    return imported ? std::string("imported") : imported.error().text();
  };
  const std::string good = "EUCAST\t2024\tMIC\t\tEBC\tHuman\t\tETP\t1\t\t0.5\t\n";
  EXPECT_NE(text_of(import(good + "EUCAST\t2024\tMIC\t\tEBC\tHuman\t\tMEM\t\t16\t4-8\t2\n"))
                .find("one bound"),
            0U);
  const auto swapped =
      text_of(import(good + "EUCAST\t2024\tMIC\t\tEBC\tHuman\t\tMEM\t2\t\t16\t\n"));
  EXPECT_NE(swapped.find("Breakpoints.txt:3"), std::string::npos) << swapped;
  const auto year = text_of(import(good + "EUCAST\tMIC\t2024\t\tEBC\tHuman\t\tMEM\t16\t\t2\t\n"));
  EXPECT_NE(year.find("Breakpoints.txt:3: YEAR 'MIC'"), std::string::npos) << year;
  EXPECT_NE(text_of(import(good + "EUCAST\t2024\tMIC\tEBC\n")).find(":3"), std::string::npos);
  EXPECT_FALSE(import("")) << "no breakpoints of the year";
  EXPECT_FALSE(import(good, 2011));
  EXPECT_FALSE(import(good + "EUCAST\t2024\tMIC\t\tEBC\tHuman\t\tETP\t4\t\t2\t\n"))
      << "the same organisms twice with other numbers";
}

// Counted in the release with awk: rows of EUCAST 2024 for people.
TEST(WhonetBreakpoints, EveryRowOfTheReleaseIsKeptOrLeftOutForAReason) {
  const auto path = release_file("whonet/Breakpoints_2025-03-25.txt");
  if (!path) GTEST_SKIP() << "shared/reference/whonet is absent";
  const auto text = read_file(*path).value();
  const auto imported = import_whonet_breakpoints(
      text, "Breakpoints.txt", 2024, project_text("whonet_scopes.tsv"), project_vocabulary());
  ASSERT_TRUE(imported) << imported.error().text();
  EXPECT_EQ(imported->read, 1525U);
  std::size_t left_out = 0;
  for (const auto& [reason, count] : imported->left_out) left_out += count;
  EXPECT_EQ(imported->read, imported->kept + left_out);
  EXPECT_GE(imported->kept, 350U);
  // Rows of v14.0 that a laboratory knows by heart.
  const auto* colistin = row_of(*imported, "colistin", "Enterobacterales", "");
  ASSERT_NE(colistin, nullptr);
  EXPECT_TRUE(colistin->only_this_method) << "taken over from the version before";
  EXPECT_TRUE(colistin->bracketed) << "WHONET prints no brackets: those of the version before hold";
  EXPECT_EQ(row_of(*imported, "linezolid", "Enterococcus spp.", "")->mic_r.text(), "4");
  EXPECT_EQ(
      row_of(*imported, "vancomycin", "Staphylococcus spp.", "Staphylococcus aureus")->mic_r.text(),
      "2");
  EXPECT_EQ(
      row_of(*imported, "trimethoprim-sulfamethoxazole", "Enterobacterales", "")->mic_s.text(), "2")
      << "2/4 before v16.0";
}

}  // namespace
}  // namespace kres::exchange
