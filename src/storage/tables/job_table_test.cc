// Jobs are run by one runner at a time and survive it.
#include "storage/tables/registry_fixture.h"

namespace kres::storage {
namespace {

using namespace laboratory;
using std::chrono::seconds;

const Instant kNoon = *parse_instant("2026-11-21T12:00:00Z");

class Jobs : public RegistryFixture {
 protected:
  Job queue(UnitOfWork& work, IsolateId isolate) {
    return *work.jobs().add({.kind = std::string(kAnalysisJob),
                             .isolate = isolate,
                             .requested_by = "system",
                             .created = kNoon});
  }
};

TEST_F(Jobs, AQueuedJobIsNotQueuedTwice) {
  auto work = begin();
  const auto isolate = add_isolate(*work, "a");
  EXPECT_EQ(queue(*work, isolate.id).id, queue(*work, isolate.id).id);
  EXPECT_EQ(work->jobs().recent(10)->size(), 1u);
}

TEST_F(Jobs, WhatIsAskedForDuringARunIsRunAfterIt) {
  auto work = begin();
  const auto isolate = add_isolate(*work, "a");
  queue(*work, isolate.id);
  auto running = **work->jobs().take(kNoon, kNoon + seconds(60));
  const auto next = queue(*work, isolate.id);
  EXPECT_NE(next.id, running.id);
  EXPECT_EQ(queue(*work, isolate.id).id, next.id);
  EXPECT_FALSE(*work->jobs().take(kNoon, kNoon + seconds(60))) << "never two of one isolate";
  running.state = JobState::done;
  ASSERT_TRUE(work->jobs().finish(running));
  EXPECT_EQ((*work->jobs().take(kNoon, kNoon + seconds(60)))->id, next.id);
}

TEST_F(Jobs, AreTakenOnceInOrder) {
  auto work = begin();
  const auto a = queue(*work, add_isolate(*work, "a").id);
  const auto b = queue(*work, add_isolate(*work, "b").id);
  EXPECT_EQ((*work->jobs().take(kNoon, kNoon + seconds(60)))->id, a.id);
  const auto taken = **work->jobs().take(kNoon, kNoon + seconds(60));
  EXPECT_EQ(taken.id, b.id);
  EXPECT_EQ(taken.state, JobState::running);
  EXPECT_EQ(taken.leases, 1);
  EXPECT_FALSE(*work->jobs().take(kNoon, kNoon + seconds(60)));
}

TEST_F(Jobs, ARunnerThatDisappearedLosesItsLease) {
  auto work = begin();
  queue(*work, add_isolate(*work, "a").id);
  auto lost = **work->jobs().take(kNoon, kNoon + seconds(60));
  EXPECT_FALSE(*work->jobs().take(kNoon + seconds(60), kNoon + seconds(120)));
  const auto again = work->jobs().take(kNoon + seconds(61), kNoon + seconds(120));
  ASSERT_TRUE(again && *again);
  EXPECT_EQ((*again)->leases, 2);
  lost.state = JobState::done;
  EXPECT_EQ(work->jobs().finish(lost).error().code, ErrorCode::conflict);
  EXPECT_EQ(work->jobs().renew(lost, kNoon + seconds(200), {}).error().code, ErrorCode::conflict);
  EXPECT_TRUE(work->jobs().renew(**again, kNoon + seconds(200), {"reading", 10}));
  EXPECT_EQ((*work->jobs().find(lost.id))->progress, (JobProgress{"reading", 10}));
}

TEST_F(Jobs, AQueuedJobIsCancelledAtOnceAndARunningOneIsAsked) {
  auto work = begin();
  const auto waiting = queue(*work, add_isolate(*work, "a").id);
  const auto over = *work->jobs().cancel(waiting.id, "kari", kNoon);
  EXPECT_EQ(over.state, JobState::cancelled);
  EXPECT_EQ(over.finished, kNoon);
  EXPECT_EQ(over.cancelled_by, "kari");
  EXPECT_FALSE(*work->jobs().take(kNoon, kNoon + seconds(60)));
  EXPECT_EQ(work->jobs().cancel(waiting.id, "kari", kNoon).error().code, ErrorCode::conflict);

  queue(*work, add_isolate(*work, "b").id);
  auto running = **work->jobs().take(kNoon, kNoon + seconds(60));
  const auto asked = *work->jobs().cancel(running.id, "kari", kNoon);
  EXPECT_EQ(asked.state, JobState::running);
  EXPECT_FALSE(asked.finished);
  running.state = JobState::cancelled;
  ASSERT_TRUE(work->jobs().finish(running));
  EXPECT_EQ((*work->jobs().find(running.id))->state, JobState::cancelled);
}

TEST_F(Jobs, AFinishedJobKeepsItsStory) {
  auto work = begin();
  const auto isolate = add_isolate(*work, "a");
  queue(*work, isolate.id);
  auto job = **work->jobs().take(kNoon, kNoon + seconds(60));
  job.state = JobState::failed;
  job.failures = 3;
  job.message = "no contigs";
  job.finished = kNoon + seconds(5);
  ASSERT_TRUE(work->jobs().finish(job));
  const auto stored = **work->jobs().newest_of(isolate.id);
  EXPECT_EQ(stored.state, JobState::failed);
  EXPECT_EQ(stored.message, "no contigs");
  EXPECT_EQ(stored.finished, job.finished);
  EXPECT_EQ(stored.accession, isolate.accession);
  EXPECT_NE(queue(*work, isolate.id).id, job.id);
}

}  // namespace
}  // namespace kres::storage
