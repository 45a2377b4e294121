// Sheets as spreadsheets write them.
#include "exchange/csv.h"

#include <gtest/gtest.h>

namespace kres::exchange {
namespace {

TEST(Csv, SeparatorsBecomeTabs) {
  EXPECT_EQ(*to_tab_separated("a;b\n1;2,5\n", "s"), "a\tb\n1\t2,5\n");
  EXPECT_EQ(*to_tab_separated("a,b\r\n1,2\r\n", "s"), "a\tb\n1\t2\n");
  EXPECT_EQ(*to_tab_separated("a\tb\n1\t2;3\n", "s"), "a\tb\n1\t2;3\n");
}

TEST(Csv, QuotedCellsKeepTheirSeparatorsAndQuotes) {
  EXPECT_EQ(*to_tab_separated("a,b\n\"x, y\",\"say \"\"no\"\"\"\n", "s"),
            "a\tb\nx, y\tsay \"no\"\n");
}

TEST(Csv, CommentsStayAsTheyAre) {
  EXPECT_EQ(*to_tab_separated("# a, b\nx,y\n1,2", "s"), "# a, b\nx\ty\n1\t2");
}

TEST(Csv, ABrokenQuoteIsNamedWithItsLine) {
  const auto result = to_tab_separated("a,b\n\"x,y\n", "s.csv");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().text(),
            "s.csv:2: a quoted cell does not end in its line (remove line breaks from inside "
            "cells)");
}

}  // namespace
}  // namespace kres::exchange
