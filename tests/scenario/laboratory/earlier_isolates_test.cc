// Isolates of one patient know each other; patients of two laboratories never do.
#include <gtest/gtest.h>

#include "tests/scenario/laboratory/test_laboratory.h"
#include "tests/support/run_program.h"
#include "workflow/earlier_isolates.h"
#include "workflow/isolate_status.h"
#include "workflow/receive.h"

namespace kres::testing {
namespace {

class EarlierIsolates : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fresh_directory(std::string("earlier_") +
                              ::testing::UnitTest::GetInstance()->current_test_info()->name());
    lab_ = std::make_unique<TestLaboratory>(folder_ / "registry");
    lab_->employ();
  }
  void TearDown() override {
    lab_.reset();
    std::filesystem::remove_all(folder_);
  }

  // Accession of a referral with this pseudonym.
  std::string refer(const std::string& laboratory, const std::string& sender_id,
                    const std::string& pseudonym, Date received) {
    const laboratory::SubmissionCriteria nothing_asked;
    exchange::ReferralBatch batch;
    batch.referrals.push_back({.referral = {.laboratory = laboratory,
                                            .sender_id = sender_id,
                                            .patient = {.pseudonym = pseudonym},
                                            .received = received}});
    auto work = *lab_->services().registry.write();
    EXPECT_TRUE(work->laboratories().save({laboratory, laboratory, "nord"}));
    EXPECT_TRUE(work->commit());
    const auto stored =
        workflow::receive({lab_->services(), nothing_asked}, batch, "kari", workflow::Mode::store);
    EXPECT_TRUE(stored) << stored.error().text();
    return stored->front().accession;
  }
  std::string earlier_than(const std::string& accession) {
    const auto work = *lab_->services().registry.read();
    const auto isolate = workflow::isolate_named(*work, accession).value();
    const auto referral = *work->referrals().find(isolate.referral).value();
    std::string ids;
    const auto earlier = workflow::earlier_isolates(*work, isolate, referral).value();
    for (const auto& one : earlier) ids += one.sender_id + " ";
    return ids;
  }

  Path folder_;
  std::unique_ptr<TestLaboratory> lab_;
};

TEST_F(EarlierIsolates, AreThoseOfTheSamePseudonymOldestFirst) {
  refer("UNN", "newer", "P-1", {2026, 11, 10});
  refer("UNN", "older", "P-1", {2026, 10, 1});
  refer("UNN", "other", "P-2", {2026, 10, 2});
  const auto accession = refer("UNN", "now", "P-1", {2026, 11, 18});
  refer("UNN", "later", "P-1", {2026, 11, 19});
  EXPECT_EQ(earlier_than(accession), "older newer ");
}

TEST_F(EarlierIsolates, APatientNumberOfTwoHospitalsStaysTwoPatients) {
  refer("OUS", "theirs", "P-1", {2026, 10, 1});
  EXPECT_EQ(earlier_than(refer("UNN", "ours", "P-1", {2026, 11, 18})), "");
}

TEST_F(EarlierIsolates, APatientWithoutAPseudonymHasNone) {
  refer("UNN", "first", "", {2026, 10, 1});
  EXPECT_EQ(earlier_than(refer("UNN", "second", "", {2026, 11, 18})), "");
}

TEST_F(EarlierIsolates, AreContextOfTheExplanation) {
  const auto first = refer("UNN", "first", "P-1", {2026, 10, 1});
  write_referrals(folder_ / "in", "L", 1);
  auto sheet = *read_file(folder_ / "in" / "referral.tsv");
  sheet.insert(sheet.find('\n'), "\tpatient");
  sheet.insert(sheet.find_last_of('\n'), "\tP-1");
  ASSERT_TRUE(write_file_atomic(folder_ / "in" / "referral.tsv", sheet));
  const auto received = lab_->import(folder_ / "in");
  ASSERT_TRUE(received) << received.error().text();
  ASSERT_TRUE(workflow::run_pending_jobs(lab_->services(), lab_->examiner()));
  const auto work = *lab_->services().registry.read();
  const auto isolate = workflow::isolate_named(*work, received->front().accession).value();
  const auto explanation = work->explanations().find(isolate.current_explanation).value();
  ASSERT_TRUE(explanation);
  EXPECT_NE(explanation->document.find(first), std::string::npos) << explanation->document;
}

}  // namespace
}  // namespace kres::testing
