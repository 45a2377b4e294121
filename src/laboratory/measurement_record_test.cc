// Measurements as stored.
#include "laboratory/measurement_record.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

TEST(Measurement, IsPrintedAsItWasMeasured) {
  EXPECT_EQ((MeasurementRecord{.sign = "=", .value = 8, .unit = "mg/L"}.text()), "8 mg/L");
  EXPECT_EQ((MeasurementRecord{.sign = "<=", .value = 0.125, .unit = "mg/L"}.text()),
            "<=0.125 mg/L");
  EXPECT_EQ((MeasurementRecord{.sign = "=", .value = 22, .unit = "mm"}.text()), "22 mm");
}

TEST(Measurement, IsTheSameWhoeverEnteredIt) {
  const MeasurementRecord a{.agent = "meropenem", .sign = "=", .value = 8, .entered_by = "kari"};
  auto b = a;
  b.entered_by = "ola";
  EXPECT_TRUE(a.same_measurement(b));
  b.value = 16;
  EXPECT_FALSE(a.same_measurement(b));
}

}  // namespace
}  // namespace kres::laboratory
