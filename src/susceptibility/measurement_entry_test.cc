// What a person types is read as meant, or refused with the reason at its row.
#include "susceptibility/measurement_entry.h"

#include "susceptibility/test_tables.h"

using namespace kres;
using namespace kres::susceptibility;

namespace {

constexpr Date kToday{2026, 11, 22};

std::vector<ReadRow> read(const std::vector<TypedRow>& rows,
                          const std::string& organism = "Klebsiella pneumoniae") {
  return read_entry(rows, {"2026-CPO-0001", organism, kToday},
                    covered_agents(organism, project_standard(), project_agents()),
                    project_agents());
}

TypedRow typed(std::string value, std::string sign = "", std::string method = "bmd") {
  return {.agent = "meropenem",
          .method = std::move(method),
          .system = {},
          .sign = std::move(sign),
          .value = std::move(value),
          .unit = {},
          .indication = {},
          .route = {},
          .date = {}};
}

// "<= 0.5 mg/L", or the code of the fault.
std::string said(const TypedRow& row) {
  const auto result = read({row}).front();
  return result ? text_of(*result) : result.error();
}

}  // namespace

TEST(MeasurementEntry, ReadsWhatAPersonTypes) {
  EXPECT_EQ(said(typed("8")), "8 mg/L");
  EXPECT_EQ(said(typed("0,06")), "0.06 mg/L");
  EXPECT_EQ(said(typed("<=0.5")), "<= 0.5 mg/L");
  EXPECT_EQ(said(typed("0.5", "<=")), "<= 0.5 mg/L");
  EXPECT_EQ(said(typed(">32", "=")), "> 32 mg/L");
  EXPECT_EQ(said(typed("22", "", "disk")), "22 mm");
  EXPECT_EQ(said(typed("1,5", "", "gradient")), "1.5 mg/L");
}

TEST(MeasurementEntry, SaysWhyAValueCannotBe) {
  EXPECT_EQ(said(typed("3")), "not_two_fold");
  EXPECT_EQ(said(typed("1.5")), "not_two_fold") << "half steps are on strips only";
  EXPECT_EQ(said(typed("1.2", "", "gradient")), "not_on_strip");
  EXPECT_EQ(said(typed("8192")), "mic_out_of_range");
  EXPECT_EQ(said(typed("0")), "not_positive");
  EXPECT_EQ(said(typed("-4")), "not_positive");
  EXPECT_EQ(said(typed("")), "value_missing");
  EXPECT_EQ(said(typed("<")), "value_missing");
  EXPECT_EQ(said(typed("eight")), "value_no_number");
  EXPECT_EQ(said(typed("8 16")), "value_no_number");
  EXPECT_EQ(said(typed("<8", ">")), "sign_twice");
  EXPECT_EQ(said(typed("~8")), "sign_unknown");
  EXPECT_EQ(said(typed("61", "", "disk")), "zone_out_of_range");
  EXPECT_EQ(said(typed("5", "", "disk")), "zone_out_of_range");
  EXPECT_EQ(said(typed("21.5", "", "disk")), "zone_not_whole");
  EXPECT_EQ(said(typed("<=20", "", "disk")), "zone_with_sign");
  EXPECT_EQ(said(typed("8", "", "by eye")), "method_unknown");
}

TEST(MeasurementEntry, AUnitThatDoesNotGoWithTheMethodIsRefused) {
  auto row = typed("22");
  row.unit = "mm";
  EXPECT_EQ(said(row), "mic_in_mm");
  row = typed("8", "", "disk");
  row.unit = "mg/L";
  EXPECT_EQ(said(row), "disk_in_mg_per_l");
  row.unit = "inches";
  EXPECT_EQ(said(row), "unit_unknown");
}

TEST(MeasurementEntry, AgentsOutsideThePanelAreRefused) {
  auto row = typed("8");
  row.agent = "vancomycin";
  EXPECT_EQ(said(row), "not_on_panel");
  row.agent = "penicillin of the moon";
  EXPECT_EQ(said(row), "agent_unknown");
}

TEST(MeasurementEntry, WithoutAKnownSpeciesEveryAgentMayBeMeasured) {
  auto row = typed("8");
  row.agent = "vancomycin";
  EXPECT_TRUE(read({row}, "Nemo incognitus").front());
}

TEST(MeasurementEntry, TwoValuesForOneAgentAndMethodAreToldAtTheSecond) {
  const auto rows = read({typed("8"), typed("16"), typed("8", "", "gradient")});
  EXPECT_TRUE(rows[0]);
  ASSERT_FALSE(rows[1]);
  EXPECT_EQ(rows[1].error(), "repeated");
  EXPECT_TRUE(rows[2]) << "another method is another measurement";
}

TEST(MeasurementEntry, TheDayIsADayAndNotInTheFuture) {
  auto row = typed("8");
  row.date = "2026-11-22";
  EXPECT_EQ(said(row), "8 mg/L");
  row.date = "2026-11-23";
  EXPECT_EQ(said(row), "date_in_future");
  row.date = "22.11.2026";
  EXPECT_EQ(said(row), "date_unknown");
}

TEST(MeasurementEntry, EveryFaultOfAValueHasWords) {
  for (const auto& row :
       {typed("3"), typed("1.2", "", "gradient"), typed("8192"), typed("0"),
        typed("61", "", "disk"), typed("21.5", "", "disk"), typed("<=20", "", "disk")}) {
    Measurement m;
    m.method = *parse_method(row.method);
    m.unit = m.method == Method::disk ? Unit::mm : Unit::mg_per_l;
    m.sign = row.value.starts_with("<=") ? Sign::less_equal : Sign::equal;
    m.value = std::stod(row.value.substr(row.value.find_first_of("0123456789")));
    EXPECT_EQ(impossible_code(m), said(row));
    EXPECT_FALSE(impossible_reason(m).empty()) << said(row);
  }
}
