// What may be typed about a control strain, and what is said of it at once. The limits are EUCAST's
// of ATCC 25922 and meropenem: 0.008-0.06 mg/L, 28-34 mm with a 10 ug disk.
#include <gtest/gtest.h>

#include "susceptibility/qc_entry.h"
#include "susceptibility/test_tables.h"

namespace kres::susceptibility {
namespace {

class QcEntry : public ::testing::Test {
 protected:
  static TypedQc typed(const std::string& method, const std::string& value) {
    TypedQc qc;
    qc.strain = "atcc25922";
    qc.row.agent = "meropenem";
    qc.row.method = method;
    qc.row.value = value;
    qc.row.date = "2026-11-20";
    return qc;
  }
  std::string said_of(const TypedQc& qc) const {
    const auto read = read_qc_entry(qc, ranges_, project_agents(), {2026, 11, 20});
    return read ? std::string(name_of(read->state)) : read.error();
  }

  const QcRanges ranges_ = QcRanges::parse(data_text("qc_ranges.tsv"), "qc_ranges.tsv").value();
};

TEST_F(QcEntry, IsJudgedByTheRangeOfItsStrain) {
  EXPECT_EQ(said_of(typed("broth_microdilution", "0.06")), "in") << "the upper limit is in";
  EXPECT_EQ(said_of(typed("broth_microdilution", "0,125")), "out");
  EXPECT_EQ(said_of(typed("broth_microdilution", "<=0.06")), "undecided");
  EXPECT_EQ(said_of(typed("disk", "28")), "in");
  EXPECT_EQ(said_of(typed("disk", "27")), "out");
}

TEST_F(QcEntry, TakesTheLoadOfTheRange) {
  const auto read = read_qc_entry(typed("disk", "30"), ranges_, project_agents(), {2026, 11, 20});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->result.measurement.disk_ug, "10");
  EXPECT_EQ(read->result.strain, "ATCC 25922");
}

TEST_F(QcEntry, SaysWhatIsWrong) {
  auto qc = typed("broth_microdilution", "0.03");
  qc.strain = "ATCC 1";
  EXPECT_EQ(said_of(qc), "strain_unknown");
  qc = typed("broth_microdilution", "0.03");
  qc.row.date.clear();
  EXPECT_EQ(said_of(qc), "date_missing");
  qc.row.date = "2026-11-21";
  EXPECT_EQ(said_of(qc), "date_in_future");
  qc = typed("broth_microdilution", "0.03");
  qc.row.agent = "vancomycin";
  EXPECT_EQ(said_of(qc), "no_range") << "ATCC 25922 does not control vancomycin";
  qc = typed("disk", "30");
  qc.disk_ug = "30";
  EXPECT_EQ(said_of(qc), "no_range") << "of another load";
  EXPECT_EQ(said_of(typed("broth_microdilution", "0.05")), "not_two_fold");
  EXPECT_EQ(said_of(typed("broth_microdilution", "S")), "value_no_number");
}

}  // namespace
}  // namespace kres::susceptibility
