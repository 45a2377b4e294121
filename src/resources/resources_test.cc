#include "resources/resources.h"

#include <gtest/gtest.h>

TEST(Resources, TheCuratedTablesAreInTheProgram) {
  const auto readme = kres::data_resource("README.md");
  ASSERT_TRUE(readme);
  EXPECT_TRUE(readme->starts_with("# "));
  EXPECT_FALSE(kres::data_resource("no/such/file"));
}
