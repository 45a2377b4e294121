// A job that was given up: it is shown as failed, and a person may have its work done again.
#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

using namespace kres;
using nlohmann::json;

namespace {

class GivenUpJobs : public kres::testing::ApiFixture {
 protected:
  void SetUp() override {
    ApiFixture::SetUp();
    accession_ = kres::testing::receive_isolate(registry_, {.sender_id = "K-7"});
    const auto work = registry_.write();
    auto job = work->jobs().take(registry_.clock.now(), registry_.clock.now())->value();
    job.state = laboratory::JobState::failed;
    job.failures = laboratory::kMaxFailures;
    job.message = "the disk is full";
    job.finished = registry_.clock.now();
    ASSERT_TRUE(work->jobs().finish(job));
    ASSERT_TRUE(work->commit());
    path_ = "/api/v1/jobs/" + std::to_string(job.id.value);
  }
  kres::testing::Answer repeat(const std::string& path) {
    return logged_in("beate").post(path + "/repetition", json::object());
  }

  std::string accession_, path_;
};

TEST_F(GivenUpJobs, AreQueuedAgainAsNewOnesAndStayAsTheyAre) {
  const auto again = repeat(path_);
  ASSERT_EQ(again.status, 202) << again.body;
  EXPECT_EQ(faults(again, "Job"), std::vector<std::string>());
  EXPECT_EQ(again.json()["state"], "queued");
  EXPECT_EQ(again.json()["accession"], accession_);
  EXPECT_EQ(again.json()["requested_by"], "beate");
  EXPECT_EQ(jobs_added_, 1);
  const auto failed = logged_in("beate").get(path_).json();
  EXPECT_EQ(failed["state"], "failed");
  EXPECT_EQ(failed["message"], "the disk is full");
  const auto events = registry_.read()->audit().of(accession_).value();
  EXPECT_EQ(events.back().entry.event, "analysis.queued_again");
  EXPECT_EQ(events.back().entry.person, "beate");
  EXPECT_EQ(repeat(path_).json()["id"], again.json()["id"]) << "one is queued already";
}

TEST_F(GivenUpJobs, OthersAreNotRepeated) {
  const auto next = repeat(path_).json()["id"].get<int>();
  EXPECT_EQ(repeat("/api/v1/jobs/" + std::to_string(next)).status, 409);
  EXPECT_EQ(repeat("/api/v1/jobs/4711").status, 404);
}

}  // namespace
