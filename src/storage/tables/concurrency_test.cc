// Many at once: one audit trail, no lost number, no job run twice.
#include <algorithm>
#include <mutex>
#include <thread>

#include "storage/tables/registry_fixture.h"

namespace kres::storage {
namespace {

using namespace laboratory;
using std::chrono::seconds;

const Instant kNoon = *parse_instant("2026-11-21T12:00:00Z");

class ManyAtOnce : public RegistryFixture {
 protected:
  template <class Work>
  void with_threads(int count, Work work) {
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i) threads.emplace_back([=] { work(i); });
  }
  void queue(int isolates, int jobs_each) {
    const auto work = begin();
    for (int i = 0; i < isolates; ++i) {
      const auto isolate = add_isolate(*work, "J-" + std::to_string(i)).id;
      // The kind makes them different jobs of one isolate.
      for (int j = 0; j < jobs_each; ++j)
        ASSERT_TRUE(work->jobs().add({.kind = "kind" + std::to_string(j),
                                      .isolate = isolate,
                                      .requested_by = "system",
                                      .created = kNoon}));
    }
    ASSERT_TRUE(work->commit());
  }
};

TEST_F(ManyAtOnce, WritersContinueOneTrailAndOneCountOfNumbers) {
  constexpr int kWriters = 6, kTimes = 10;
  with_threads(kWriters, [&](int writer) {
    for (int i = 0; i < kTimes; ++i) {
      const auto work = begin();
      const auto isolate = add_isolate(*work, std::to_string(writer) + "-" + std::to_string(i));
      ASSERT_TRUE(work->audit().append({.person = "system",
                                        .time = kNoon,
                                        .event = "isolate.received",
                                        .subject = isolate.accession}));
      ASSERT_TRUE(work->commit());
    }
  });
  const auto work = std::move(*registry_->read());
  AuditVerifier verifier;
  verifier.expect(*witness_.remembered(), "the kept head");
  ASSERT_TRUE(work->audit().each([&](const AuditEvent& event) { return verifier.next(event); }));
  EXPECT_TRUE(verifier.finish());
  EXPECT_EQ(verifier.head().sequence, kWriters * kTimes);
  EXPECT_EQ(work->isolates().list({.limit = 500})->total, kWriters * kTimes);
  const auto last = *open_session()->query("select last from accession_counter");
  EXPECT_EQ(last.front().integer(0), kWriters * kTimes);
}

TEST_F(ManyAtOnce, RunnersTakeEachJobOnceAndOneOfAnIsolateAtATime) {
  queue(5, 3);
  std::mutex mutex;
  std::vector<std::int64_t> running, taken;
  with_threads(6, [&](int) {
    for (int idle = 0; idle < 200;) {
      std::optional<Job> job;
      {
        const auto work = std::move(*registry_->lease());
        job = work->jobs().take(kNoon, kNoon + seconds(60)).value();
        if (job) {
          ASSERT_TRUE(work->commit());
        }
      }
      if (!job) {
        ++idle;
        const std::lock_guard lock(mutex);
        if (taken.size() == 15 && running.empty()) return;
        continue;
      }
      {
        const std::lock_guard lock(mutex);
        EXPECT_EQ(std::count(running.begin(), running.end(), job->isolate.value), 0);
        running.push_back(job->isolate.value);
        taken.push_back(job->id.value);
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      {
        // No longer running from here on, or a moment before the row says so.
        const std::lock_guard lock(mutex);
        std::erase(running, job->isolate.value);
      }
      const auto work = begin();
      job->state = JobState::done;
      ASSERT_TRUE(work->jobs().finish(*job));
      ASSERT_TRUE(work->commit());
    }
  });
  std::sort(taken.begin(), taken.end());
  EXPECT_EQ(taken.size(), 15u);
  EXPECT_EQ(std::unique(taken.begin(), taken.end()), taken.end());
}

TEST_F(ManyAtOnce, ALongWriteEndsNoLease) {
  queue(2, 1);
  if (database_->is_sqlite()) return;  // where every change waits for every other
  const auto import = begin();
  const auto work = std::move(*registry_->lease());
  auto job = work->jobs().take(kNoon, kNoon + seconds(60)).value();
  ASSERT_TRUE(job);
  ASSERT_TRUE(work->jobs().renew(*job, kNoon + seconds(90), {"reading", 10}));
  EXPECT_TRUE(work->commit());
}

// A job that is asked for again must see what it is asked for: nobody takes it before the commit.
TEST_F(ManyAtOnce, AQueuedJobThatIsAskedForAgainWaitsForTheCommit) {
  queue(1, 1);
  if (database_->is_sqlite()) return;
  const auto take = [&] {
    const auto work = std::move(*registry_->lease());
    const auto job = work->jobs().take(kNoon, kNoon + seconds(60)).value();
    if (!job) return false;
    EXPECT_TRUE(work->commit());
    return true;
  };
  {
    const auto work = begin();
    ASSERT_TRUE(work->jobs().add(
        {.kind = "kind0", .isolate = {1}, .requested_by = "system", .created = kNoon}));
    EXPECT_FALSE(take());
    ASSERT_TRUE(work->commit());
  }
  EXPECT_TRUE(take());
}

// What one taker has chosen and not committed is passed over by the next, not waited for.
TEST_F(ManyAtOnce, AJobThatIsJustBeingTakenIsPassedOver) {
  queue(2, 2);
  if (database_->is_sqlite()) return;
  const auto first = std::move(*registry_->lease()), second = std::move(*registry_->lease());
  const auto one = first->jobs().take(kNoon, kNoon + seconds(60)).value(),
             other = second->jobs().take(kNoon, kNoon + seconds(60)).value();
  ASSERT_TRUE(one && other);
  EXPECT_NE(one->isolate, other->isolate);
  const auto third = std::move(*registry_->lease());
  EXPECT_FALSE(*third->jobs().take(kNoon, kNoon + seconds(60)))
      << "the later jobs of both isolates wait for the earlier ones";
}

}  // namespace
}  // namespace kres::storage
