// Measurements: dilutions, signs, and how values are printed.
#include "susceptibility/measurement.h"

#include <gtest/gtest.h>

namespace kres::susceptibility {
namespace {

TEST(Measurements, PrintedRoundingOfADilutionIsTheDilution) {
  EXPECT_EQ(log2_index(0.06), log2_index(0.0625));
  EXPECT_EQ(log2_index(0.12), log2_index(0.125));
  EXPECT_EQ(log2_index(0.016), log2_index(0.015));
  EXPECT_EQ(log2_index(8), 3);
  for (const double value : {0.002, 0.004, 0.008, 0.015, 0.016, 0.03, 0.032, 0.06, 0.064, 0.12,
                             0.125, 0.25, 0.5, 1.0, 2.0, 256.0, 1024.0})
    EXPECT_TRUE(is_two_fold(value)) << value;
  for (const double value : {0.1, 0.75, 3.0, 5.0, 20.0, 100.0})
    EXPECT_FALSE(is_two_fold(value)) << value;
}

TEST(Measurements, HalfStepsExistOnStripsOnly) {
  Measurement m;
  m.agent = "meropenem";
  for (const double value :
       {0.012, 0.023, 0.047, 0.094, 0.19, 0.38, 0.75, 1.5, 3.0, 6.0, 12.0, 24.0}) {
    m.value = value;
    m.method = Method::gradient;
    EXPECT_EQ(impossible_reason(m), "") << value;
    m.method = Method::broth_microdilution;
    EXPECT_NE(impossible_reason(m), "") << value;
  }
  m.method = Method::gradient;
  m.value = 5;
  EXPECT_NE(impossible_reason(m), "");
}

TEST(Measurements, ZonesAreWholeMillimetresWithoutSign) {
  Measurement m{.agent = "x", .method = Method::disk, .value = 17, .unit = Unit::mm};
  EXPECT_EQ(impossible_reason(m), "");
  m.value = 17.5;
  EXPECT_NE(impossible_reason(m), "");
  m.value = 90;
  EXPECT_NE(impossible_reason(m), "");
  m.value = 17;
  m.sign = Sign::less_equal;
  EXPECT_NE(impossible_reason(m), "");
}

TEST(Measurements, UnitAndMethodMustGoTogether) {
  Measurement m{.agent = "x", .method = Method::disk, .value = 8};
  EXPECT_NE(impossible_reason(m), "");
  m.method = Method::broth_microdilution;
  m.unit = Unit::mm;
  EXPECT_NE(impossible_reason(m), "");
}

TEST(Measurements, LoadsOfDisksAreComparedByWhatBothName) {
  EXPECT_TRUE(may_be_same_disk("30-6", "30/6"));
  EXPECT_TRUE(may_be_same_disk("30", "30-6"));
  EXPECT_TRUE(may_be_same_disk("", "30-6"));
  EXPECT_TRUE(may_be_same_disk("1.25-23.75", "1.25/23.75"));
  EXPECT_FALSE(may_be_same_disk("100-10", "30-6"));
  EXPECT_TRUE(may_be_same_disk("1", "1 unit"));
  EXPECT_FALSE(may_be_same_disk("10", "1 unit"));
  EXPECT_FALSE(may_be_same_disk("5", "30"));
  EXPECT_FALSE(may_be_same_disk("10-10", "10-4"));
}

TEST(Measurements, ArePrintedAsALaboratoryWritesThem) {
  Measurement m{.agent = "x", .sign = Sign::less_equal, .value = 0.0625};
  EXPECT_EQ(text_of(m), "<= 0.06 mg/L");
  EXPECT_EQ(text_of(m, ','), "<= 0,06 mg/L");
  m = {.agent = "x", .value = 0.125};
  EXPECT_EQ(text_of(m), "0.125 mg/L");
  m = {.agent = "x", .method = Method::disk, .value = 17, .unit = Unit::mm};
  EXPECT_EQ(text_of(m), "17 mm");
  EXPECT_EQ(concentration_text(0.016), "0.016");
  EXPECT_EQ(concentration_text(0.015625), "0.016");
  EXPECT_EQ(concentration_text(1024), "1024");
}

}  // namespace
}  // namespace kres::susceptibility
