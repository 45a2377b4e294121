// A piece of work that runs in the background, leased by one runner at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

enum class JobState { queued, running, done, failed, cancelled };
std::string_view name_of(JobState state);
std::optional<JobState> job_state_from(std::string_view name);

inline constexpr std::string_view kAnalysisJob = "analysis";

// How far a run has come.
struct JobProgress {
  std::string stage;  // what is done just now: "reading"; empty if not told
  int percent = 0;    // of the bytes of its files
  bool operator==(const JobProgress&) const = default;
};

struct Job {
  JobId id;
  std::string kind;  // kAnalysisJob
  IsolateId isolate;
  std::string accession;
  std::string requested_by;  // username
  JobState state = JobState::queued;
  int failures = 0;  // runs that ended with an error
  int leases = 0;    // runs begun, also those a crash ended; the number of the current lease
  JobProgress progress;
  std::string message;       // of the last error, empty if none
  std::string cancelled_by;  // username of who asked for its end, empty if nobody
  Instant created{};
  std::optional<Instant> lease_until;  // while running
  std::optional<Instant> finished;     // when done, failed or cancelled
};

// A job whose runs fail is tried again, one that brings its runner down as well; not for ever.
inline constexpr int kMaxFailures = 3;
inline constexpr int kMaxLeases = 20;

}  // namespace kres::laboratory
