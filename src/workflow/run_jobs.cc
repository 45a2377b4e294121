#include "workflow/run_jobs.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "laboratory/person.h"
#include "workflow/attach_file.h"
#include "workflow/earlier_isolates.h"
#include "workflow/isolate_status.h"
#include "workflow/lease_keeper.h"
#include "workflow/store_examination.h"

namespace kres::workflow {

using laboratory::Isolate;
using laboratory::Job;
using laboratory::JobState;
using laboratory::UnitOfWork;

namespace {

// What a job needs from the registry.
struct Material {
  Isolate isolate;
  std::vector<laboratory::IsolateFile> files;
  Records records;
};

Result<Material> gather(const Services& services, const susceptibility::QcRules& rules,
                        const Job& job) {
  KRES_ASSIGN(auto work, services.registry.read());
  KRES_ASSIGN(auto isolate, work->isolates().find(job.isolate));
  KRES_ASSIGN(auto referral, work->referrals().find(isolate->referral));
  KRES_ASSIGN(const auto files, work->isolates().files(job.isolate));
  KRES_ASSIGN(auto measurements, work->measurements().current_of(job.isolate));
  KRES_ASSIGN(auto tests, work->test_results().current_of(job.isolate));
  KRES_ASSIGN(const auto earlier, earlier_isolates(*work, *isolate, *referral));
  KRES_ASSIGN(auto control, control_of(*work, rules, measurements));
  return Material{.isolate = *isolate,
                  .files = files.empty() ? files : laboratory::newest_delivery(files),
                  .records = {.accession = isolate->accession,
                              .referral = std::move(*referral),
                              .measurements = std::move(measurements),
                              .control = std::move(control),
                              .tests = std::move(tests),
                              .earlier = as_context(earlier)}};
}

// The result names the files as they were sent; stored they are named by their digest.
void name_inputs(genome::GenomeResult& genome, const std::vector<laboratory::IsolateFile>& files) {
  for (const auto& [blob, place, delivery] : files) {
    for (auto& input : genome.input)
      if (input.sha256 == blob.sha256) input.path = blob.original_name;
    if (genome.quality.reads)
      for (auto& reads : genome.quality.reads->files)
        if (reads.file == blob.sha256) reads.file = blob.original_name;
  }
}

// So does an error.
tl::unexpected<Error> in_words_of_the_sender(Error error, const std::vector<InputFile>& stored,
                                             const std::vector<laboratory::IsolateFile>& files) {
  for (std::size_t i = 0; i < stored.size(); ++i)
    for (auto* text : {&error.file, &error.message, &error.remedy})
      *text = replace_all(*text, stored[i].path.string(), files[i].blob.original_name);
  return fail(std::move(error));
}

// Nothing if no genome has come.
Result<std::optional<genome::GenomeResult>> read_genome(
    const Services& services, const Examiner& examiner,
    const std::vector<laboratory::IsolateFile>& delivery, const ProgressHook& progress) {
  if (delivery.empty()) return std::nullopt;
  std::vector<InputFile> files;
  for (const auto& file : delivery) {
    KRES_ASSIGN(auto path, services.blobs.locate(file.blob.sha256));
    files.push_back({std::move(path), file.place});
  }
  auto genome = examiner.analyse(files, progress);
  if (!genome) return in_words_of_the_sender(genome.error(), files, delivery);
  name_inputs(*genome, delivery);
  return *std::move(genome);
}

Result<Examination> work_on(const Services& services, const Examiner& examiner, const Job& job,
                            const ProgressHook& progress) {
  KRES_ASSIGN(auto material, gather(services, examiner.standard.control, job));
  KRES_ASSIGN(auto genome, read_genome(services, examiner, material.files, progress));
  auto& records = material.records;
  KRES_ASSIGN(auto examined, examine(examiner, records, genome, services.clock.today()));
  return Examination{std::move(material.files), std::move(genome), std::move(records.measurements),
                     std::move(records.tests), std::move(examined)};
}

// The lease is checked by finish(): a runner that lost it stores nothing.
Result<void> complete(const Services& services, Job job, const Examination& examination) {
  KRES_ASSIGN(auto work, services.registry.write());
  const auto now = services.clock.now();
  job.state = JobState::done;
  job.progress = {{}, 100};
  job.message.clear();
  job.finished = now;
  KRES_TRY(work->jobs().finish(job));
  KRES_ASSIGN(auto isolate, work->isolates().find(job.isolate));
  KRES_ASSIGN(auto examined, store_examination(*work, std::move(*isolate), examination, now));
  KRES_TRY(store_with_state(*work, std::move(examined)));
  return work->commit();
}

bool is_worth_another_try(const Error& error, const Job& job) {
  const bool passing = error.code == ErrorCode::environment || error.code == ErrorCode::internal;
  return passing && job.failures < laboratory::kMaxFailures && job.leases < laboratory::kMaxLeases;
}

Result<void> note(UnitOfWork& work, const Job& job, Instant now, std::string event,
                  const std::string& person) {
  KRES_TRY(work.audit().append({.person = person,
                                .time = now,
                                .event = std::move(event),
                                .subject = job.accession,
                                .detail = fmt::format("job {}", job.id.value),
                                .before_digest = {},
                                .after_digest = {}}));
  return {};
}

tl::unexpected<Error> no_such_job(laboratory::JobId id) {
  return fail({.code = ErrorCode::not_found,
               .message = fmt::format("there is no job {}", id.value),
               .file = {},
               .remedy = {}});
}

// Ends a run without a result.
Result<void> end_without(const Services& services, const Job& job, std::string event) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_TRY(work->jobs().finish(job));
  KRES_ASSIGN(auto isolate, work->isolates().find(job.isolate));
  KRES_TRY(note(*work, job, services.clock.now(), std::move(event),
                std::string(laboratory::kSystemUser)));
  KRES_TRY(store_with_state(*work, std::move(*isolate)));
  return work->commit();
}

Result<void> note_cancellation(const Services& services, Job job) {
  job.state = JobState::cancelled;
  job.finished = services.clock.now();
  return end_without(services, job, "analysis.cancelled");
}

Result<void> note_failure(const Services& services, Job job, const Error& error) {
  ++job.failures;
  job.message = error.text();
  const bool again = is_worth_another_try(error, job);
  job.state = again ? JobState::queued : JobState::failed;
  if (!again) job.finished = services.clock.now();
  return end_without(services, job, "analysis.failed");
}

Result<void> run(const Services& services, const Examiner& examiner, const JobPolicy& policy,
                 const Job& job) {
  if (job.leases > laboratory::kMaxLeases)
    return note_failure(services, job,
                        {.code = ErrorCode::internal,
                         .message = "the program ended during every run of this job",
                         .file = {},
                         .remedy = {}});
  if (!job.cancelled_by.empty()) return note_cancellation(services, job);  // its runner is gone
  LeaseKeeper lease(services, job, policy.lease, policy.look);
  const auto examination = work_on(services, examiner, job,
                                   [&](const Progress& progress) { return lease.note(progress); });
  lease.stop();
  if (!examination && lease.cancelled()) return note_cancellation(services, job);
  return examination ? complete(services, job, *examination)
                     : note_failure(services, job, examination.error());
}

}  // namespace

Result<bool> run_next_job(const Services& services, const Examiner& examiner,
                          const JobPolicy& policy) {
  std::optional<Job> job;
  {
    KRES_ASSIGN(auto work, services.registry.lease());
    const auto now = services.clock.now();
    KRES_ASSIGN(job, work->jobs().take(now, now + policy.lease));
    if (!job) return false;
    KRES_TRY(work->commit());
  }
  const auto done = run(services, examiner, policy, *job);
  // Another runner has taken over: its result is the one that counts.
  if (!done && done.error().code == ErrorCode::conflict) return true;
  if (!done) return tl::unexpected<Error>(done.error());
  return true;
}

Result<int> run_pending_jobs(const Services& services, const Examiner& examiner,
                             const JobPolicy& policy) {
  int runs = 0;
  while (true) {
    KRES_ASSIGN(const bool ran, run_next_job(services, examiner, policy));
    if (!ran) return runs;
    ++runs;
  }
}

Result<Job> cancel_job(const Services& services, laboratory::JobId id, const std::string& person) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto known, work->jobs().find(id));
  if (!known) return no_such_job(id);
  const auto now = services.clock.now();
  KRES_ASSIGN(auto job, work->jobs().cancel(id, person, now));
  const bool over = job.state == JobState::cancelled;
  KRES_TRY(note(*work, job, now, over ? "analysis.cancelled" : "analysis.cancel_asked", person));
  KRES_ASSIGN(auto isolate, work->isolates().find(job.isolate));
  KRES_TRY(store_with_state(*work, std::move(*isolate)));
  KRES_TRY(work->commit());
  return job;
}

Result<Job> queue_again(const Services& services, laboratory::JobId id, const std::string& person) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto failed, work->jobs().find(id));
  if (!failed) return no_such_job(id);
  if (failed->state != JobState::failed)
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("job {} has not failed", id.value),
                 .file = {},
                 .remedy = {}});
  const auto now = services.clock.now();
  KRES_ASSIGN(auto isolate, work->isolates().find(failed->isolate));
  KRES_ASSIGN(auto job, queue_analysis(*work, *isolate, person, now));
  KRES_TRY(work->audit().append({.person = person,
                                 .time = now,
                                 .event = "analysis.queued_again",
                                 .subject = failed->accession,
                                 .detail = fmt::format("job {} as job {}", id.value, job.id.value),
                                 .before_digest = {},
                                 .after_digest = {}}));
  KRES_TRY(store_with_state(*work, std::move(*isolate)));
  KRES_TRY(work->commit());
  return job;
}

Result<Job> request_analysis(const Services& services, const std::string& accession,
                             const std::string& person) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto isolate, isolate_named(*work, accession));
  KRES_ASSIGN(const auto facts, facts_of(*work, isolate));
  if (!facts.can_be_explained())
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("{} has no genome, measurement or test", accession),
                 .file = {},
                 .remedy = {}});
  KRES_ASSIGN(auto job, queue_analysis(*work, isolate, person, services.clock.now()));
  KRES_TRY(store_with_state(*work, isolate));
  KRES_TRY(work->commit());
  return job;
}

}  // namespace kres::workflow
