#include "workflow/run_jobs.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "laboratory/person.h"
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
  laboratory::Referral referral;
  laboratory::Blob assembly;
  std::vector<laboratory::MeasurementRecord> measurements;
};

std::optional<laboratory::Blob> newest_assembly(const std::vector<laboratory::Blob>& files) {
  const auto found = std::find_if(files.rbegin(), files.rend(), [](const laboratory::Blob& file) {
    return file.media_type == kAssemblyMediaType;
  });
  if (found == files.rend()) return std::nullopt;
  return *found;
}

Result<Material> gather(const Services& services, const Job& job) {
  KRES_ASSIGN(auto work, services.registry.read());
  KRES_ASSIGN(auto isolate, work->isolates().find(job.isolate));
  KRES_ASSIGN(auto referral, work->referrals().find(isolate->referral));
  KRES_ASSIGN(const auto files, work->isolates().files(job.isolate));
  KRES_ASSIGN(auto measurements, work->measurements().current_of(job.isolate));
  const auto assembly = newest_assembly(files);
  if (!assembly) return bad_input("no genome is stored");
  return Material{std::move(*isolate), std::move(*referral), *assembly, std::move(measurements)};
}

Result<Examination> work_on(const Services& services, const Examiner& examiner, const Job& job,
                            const Progress& progress) {
  KRES_ASSIGN(auto material, gather(services, job));
  KRES_ASSIGN(const auto path, services.blobs.locate(material.assembly.sha256));
  KRES_ASSIGN(auto genome, examiner.analyse(path, progress));
  // The result names the file as it was sent.
  for (auto& input : genome.input) input.path = material.assembly.original_name;
  KRES_ASSIGN(auto examined, examine(examiner, material.isolate.accession, material.referral,
                                     genome, material.measurements, services.clock.today()));
  return Examination{std::move(material.assembly), std::move(genome),
                     std::move(material.measurements), std::move(examined)};
}

// The lease is checked by finish(): a runner that lost it stores nothing.
Result<void> complete(const Services& services, Job job, const Examination& examination) {
  KRES_ASSIGN(auto work, services.registry.write());
  const auto now = services.clock.now();
  job.state = JobState::done;
  job.progress = 100;
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

Result<void> note_failure(const Services& services, Job job, const Error& error) {
  KRES_ASSIGN(auto work, services.registry.write());
  ++job.failures;
  job.message = error.text();
  const bool again = is_worth_another_try(error, job);
  job.state = again ? JobState::queued : JobState::failed;
  if (!again) job.finished = services.clock.now();
  KRES_TRY(work->jobs().finish(job));
  KRES_ASSIGN(auto isolate, work->isolates().find(job.isolate));
  KRES_TRY(work->audit().append({.person = std::string(laboratory::kSystemUser),
                                 .time = services.clock.now(),
                                 .event = "analysis.failed",
                                 .subject = job.accession,
                                 .detail = fmt::format("job {}", job.id.value),
                                 .before_digest = {},
                                 .after_digest = {}}));
  KRES_TRY(store_with_state(*work, std::move(*isolate)));
  return work->commit();
}

Result<void> run(const Services& services, const Examiner& examiner, const JobPolicy& policy,
                 const Job& job) {
  if (job.leases > laboratory::kMaxLeases)
    return note_failure(services, job,
                        {.code = ErrorCode::internal,
                         .message = "the program ended during every run of this job",
                         .file = {},
                         .remedy = {}});
  LeaseKeeper lease(services, job, policy.lease);
  const auto examination =
      work_on(services, examiner, job, [&](int percent) { lease.progress(percent); });
  lease.stop();
  return examination ? complete(services, job, *examination)
                     : note_failure(services, job, examination.error());
}

}  // namespace

Result<bool> run_next_job(const Services& services, const Examiner& examiner,
                          const JobPolicy& policy) {
  std::optional<Job> job;
  {
    KRES_ASSIGN(auto work, services.registry.write());
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

Result<Job> request_analysis(const Services& services, const std::string& accession,
                             const std::string& person) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto isolate, isolate_named(*work, accession));
  KRES_ASSIGN(const auto facts, facts_of(*work, isolate));
  if (!facts.has_genome)
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("{} has no genome", accession),
                 .file = {},
                 .remedy = {}});
  const auto now = services.clock.now();
  KRES_ASSIGN(auto job, work->jobs().add({.kind = std::string(laboratory::kAnalysisJob),
                                          .isolate = isolate.id,
                                          .accession = accession,
                                          .requested_by = person,
                                          .message = {},
                                          .created = now}));
  KRES_TRY(work->audit().append({.person = person,
                                 .time = now,
                                 .event = "analysis.queued",
                                 .subject = accession,
                                 .detail = fmt::format("job {}", job.id.value),
                                 .before_digest = {},
                                 .after_digest = {}}));
  KRES_TRY(store_with_state(*work, isolate));
  KRES_TRY(work->commit());
  return job;
}

}  // namespace kres::workflow
