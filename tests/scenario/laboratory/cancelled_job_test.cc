// An analysis tells how far it is, and ends when a person asks for that.
#include <thread>

#include <gtest/gtest.h>

#include "tests/scenario/laboratory/test_laboratory.h"
#include "tests/support/run_program.h"

namespace kres::testing {
namespace {

using laboratory::IsolateState;

class Cancelling : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fresh_directory(std::string("cancelling_") +
                              ::testing::UnitTest::GetInstance()->current_test_info()->name());
    lab_ = std::make_unique<TestLaboratory>(folder_ / "registry");
    lab_->employ();
    write_referrals(folder_ / "in", "L", 1);
    lab_->genome = kpc_genome();
  }
  void TearDown() override {
    lab_.reset();
    std::filesystem::remove_all(folder_);
  }

  std::string import_one() { return lab_->import(folder_ / "in")->front().accession; }
  laboratory::Isolate isolate(const std::string& accession) {
    return **lab_->read()->isolates().find(accession);
  }

  Path folder_;
  std::unique_ptr<TestLaboratory> lab_;
};

TEST_F(Cancelling, AnAnalysisUnderWayTellsHowFarItIsAndCanBeCancelled) {
  const auto accession = import_one();
  lab_->steps = 100'000;  // it would take minutes
  std::thread runner([&] {
    EXPECT_TRUE(workflow::run_next_job(lab_->services(), lab_->examiner(),
                                       {.look = std::chrono::milliseconds(5)}));
  });
  const auto job = [&] { return **lab_->read()->jobs().newest_of(isolate(accession).id); };
  for (int i = 0; i < 2000 && job().progress.stage.empty(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_EQ(job().progress.stage, "reading");
  const auto asked = workflow::cancel_job(lab_->services(), job().id, "kari");
  ASSERT_TRUE(asked) << asked.error().text();
  EXPECT_EQ(asked->state, laboratory::JobState::running) << "until its runner has seen it";
  runner.join();
  EXPECT_EQ(job().state, laboratory::JobState::cancelled);
  EXPECT_EQ(job().cancelled_by, "kari");
  EXPECT_EQ(isolate(accession).state, IsolateState::received);
  EXPECT_FALSE(isolate(accession).current_analysis) << "nothing of the run is kept";
  EXPECT_EQ(workflow::cancel_job(lab_->services(), job().id, "kari").error().code,
            ErrorCode::conflict);
  lab_->steps = 1;
  ASSERT_TRUE(workflow::request_analysis(lab_->services(), accession, "kari"));
  EXPECT_EQ(*workflow::run_pending_jobs(lab_->services(), lab_->examiner()), 1);
  EXPECT_EQ(isolate(accession).state, IsolateState::ready);
}

TEST_F(Cancelling, ACancelledJobWhoseRunnerDiedIsNotRunAgain) {
  const auto accession = import_one();
  const auto died = lab_->clock.now() - std::chrono::hours(1);
  {
    const auto work = lab_->write();
    const auto job = **work->jobs().take(died, died + std::chrono::minutes(1));
    ASSERT_TRUE(work->jobs().cancel(job.id, "kari", died));
    ASSERT_TRUE(work->commit());
  }
  EXPECT_EQ(*workflow::run_pending_jobs(lab_->services(), lab_->examiner()), 1);
  const auto job = **lab_->read()->jobs().newest_of(isolate(accession).id);
  EXPECT_EQ(job.state, laboratory::JobState::cancelled);
  EXPECT_FALSE(isolate(accession).current_analysis);
}

}  // namespace
}  // namespace kres::testing
