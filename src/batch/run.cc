#include "batch/run.h"

#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include <fmt/format.h>

#include "base/digest.h"
#include "genome/result/json.h"

namespace kres::batch {

namespace {

struct Finished {
  Outcome outcome;
  std::string view;
};

// Takes genomes as they are finished and hands them on in the order of the files.
class InOrder {
 public:
  InOrder(ResultFolder& folder, const Hooks& hooks) : folder_(folder), hooks_(hooks) {}

  void take(std::size_t number, Finished finished) {
    const std::lock_guard hold(mutex_);
    waiting_.emplace(number, std::move(finished));
    for (auto next = waiting_.find(next_); next != waiting_.end(); next = waiting_.find(next_)) {
      hand_on(next->second);
      waiting_.erase(next);
      ++next_;
    }
  }

  void fail_with(Error error) {
    const std::lock_guard hold(mutex_);
    if (!error_) error_ = std::move(error);
  }

  // What was finished after a gap, when the run was stopped.
  void hand_on_rest() {
    for (const auto& [number, finished] : waiting_) hand_on(finished);
    waiting_.clear();
  }

  Totals totals() const { return totals_; }
  bool has_failed() const {
    const std::lock_guard hold(mutex_);
    return error_.has_value();
  }
  const std::optional<Error>& error() const { return error_; }

 private:
  void hand_on(const Finished& finished) {
    const auto& outcome = finished.outcome;
    ++(outcome.status == Status::done   ? totals_.done
       : outcome.status == Status::kept ? totals_.kept
                                        : totals_.failed);
    totals_.warned += outcome.warnings.empty() ? 0 : 1;
    if (auto added = folder_.add(outcome, finished.view); !added && !error_) error_ = added.error();
    hooks_.finished(outcome);
  }

  ResultFolder& folder_;
  const Hooks& hooks_;
  mutable std::mutex mutex_;
  std::map<std::size_t, Finished> waiting_;
  std::size_t next_ = 0;
  Totals totals_;
  std::optional<Error> error_;
};

struct Analysed {
  genome::GenomeResult result;
  bool kept = false;
};

Result<Analysed> analyse(const Job& job, std::size_t number, const Path& stored,
                         const Hooks& hooks) {
  const Path& file = job.files[number];
  KRES_ASSIGN(const auto bytes, hooks.read(file));
  if (!job.again)
    if (auto kept = finished_result(stored, sha256_hex(bytes), job.identity))
      return Analysed{std::move(*kept), true};
  KRES_ASSIGN(auto result, hooks.analyse(bytes, file));
  return Analysed{std::move(result), false};
}

// Whatever a library throws about one genome (no memory for it, say) ends that genome only.
Result<Analysed> analyse_guarded(const Job& job, std::size_t number, const Path& stored,
                                 const Hooks& hooks) {
  try {
    return analyse(job, number, stored, hooks);
  } catch (const std::exception& error) {
    return fail({ErrorCode::internal, fmt::format("the analysis broke off: {}", error.what()),
                 job.files[number].string(), 0, ""});
  }
}

// A stored result is of another file once its input was read and found broken; while the input
// cannot be read (a drive that is not there), it stays.
void remove_outdated(const Path& stored, ErrorCode code) {
  if (code != ErrorCode::bad_input && code != ErrorCode::too_large) return;
  std::error_code absent;
  std::filesystem::remove(stored, absent);
}

// Fails only if the result cannot be written.
Result<Finished> process(const Job& job, std::size_t number, const ResultFolder& folder,
                         const Hooks& hooks) {
  const double start = hooks.clock();
  const Path stored = folder.result_path(job.names[number]);
  const auto analysed = analyse_guarded(job, number, stored, hooks);
  Finished finished;
  if (analysed) {
    if (!analysed->kept)
      KRES_TRY(write_file_atomic(stored, genome::to_json(analysed->result) + "\n"));
    finished.outcome = outcome_of(analysed->result);
    if (analysed->kept) finished.outcome.status = Status::kept;
    finished.view = hooks.view(analysed->result);
  } else {
    remove_outdated(stored, analysed.error().code);
    finished.outcome.error = analysed.error().text();
  }
  finished.outcome.name = job.names[number];
  finished.outcome.input = job.files[number].string();
  finished.outcome.seconds = hooks.clock() - start;
  return finished;
}

}  // namespace

Result<Totals> run(const Job& job, ResultFolder& folder, const Hooks& hooks) {
  InOrder results(folder, hooks);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    while (!hooks.stop() && !results.has_failed()) {
      const std::size_t number = next++;
      if (number >= job.files.size()) return;
      auto finished = process(job, number, folder, hooks);
      if (finished)
        results.take(number, std::move(*finished));
      else
        results.fail_with(finished.error());
    }
  };
  std::vector<std::jthread> workers;
  for (int worker = 1; worker < job.threads; ++worker) workers.emplace_back(work);
  work();
  workers.clear();
  results.hand_on_rest();
  if (results.error()) return fail(*results.error());
  Totals totals = results.totals();
  totals.stopped = totals.finished() < job.files.size();
  if (!totals.stopped) KRES_TRY(folder.finish());
  return totals;
}

}  // namespace kres::batch
