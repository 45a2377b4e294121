#include "storage/tables/job_table.h"

#include <fmt/format.h>

#include "storage/tables/columns.h"
#include "storage/tables/scope_condition.h"

namespace kres::storage {

using laboratory::Job;
using laboratory::JobState;

namespace {

constexpr std::string_view kColumns =
    "id, kind, isolate, (select accession from isolate where isolate.id = job.isolate), "
    "requested_by, state, failures, leases, stage, progress, message, cancelled_by, created, "
    "lease_until, finished";

Job job_of(const Row& row) {
  return {.id = {row.integer(0)},
          .kind = row.text(1),
          .isolate = {row.integer(2)},
          .accession = row.text(3),
          .requested_by = row.text(4),
          .state = laboratory::job_state_from(row.text(5)).value_or(JobState::failed),
          .failures = row.small(6),
          .leases = row.small(7),
          .progress = {row.text(8), row.small(9)},
          .message = row.text(10),
          .cancelled_by = row.text(11),
          .created = row.instant(12),
          .lease_until = row.optional_instant(13),
          .finished = row.optional_instant(14)};
}

std::string select(std::string_view rest) {
  return fmt::format("select {} from job {}", kColumns, rest);
}

Result<void> lease_held(std::int64_t changed, const Job& job) {
  if (changed == 1) return {};
  return fail({.code = ErrorCode::conflict,
               .message = fmt::format("the lease of job {} has ended", job.id.value),
               .file = {},
               .remedy = {}});
}

}  // namespace

Result<Job> JobTable::add(const Job& job) {
  // On SQLite a writer is alone. On PostgreSQL a job may be taken at the same time: whoever takes
  // it before this transaction has committed does not see what it is asked for, so the row is held.
  const auto* held = session_.dialect() == Dialect::postgresql ? " for update" : "";
  KRES_ASSIGN(
      const auto open,
      session_.query(select(std::string("where kind = :kind and isolate = :isolate and state "
                                        "= 'queued' order by id limit 1") +
                            held),
                     {{"kind", job.kind}, {"isolate", job.isolate.value}}));
  if (!open.empty()) return job_of(open.front());
  KRES_ASSIGN(const auto rows,
              session_.query("insert into job (kind, isolate, requested_by, state, failures, "
                             "leases, progress, message, created) values (:kind, :isolate, "
                             ":requested_by, 'queued', 0, 0, 0, '', :created) returning id",
                             {{"kind", job.kind},
                              {"isolate", job.isolate.value},
                              {"requested_by", job.requested_by},
                              {"created", job.created}}));
  KRES_ASSIGN(auto stored, find({rows.front().integer(0)}));
  return *stored;
}

Result<std::optional<Job>> JobTable::take(Instant now, Instant until) {
  // Of an isolate only the oldest open job: takers that do not see each other's choice yet still
  // choose jobs of different isolates.
  constexpr std::string_view kOldest =
      "select id from job where (state = 'queued' or (state = 'running' and lease_until < :now)) "
      "and not exists (select 1 from job as other where other.isolate = job.isolate and ((other.id "
      "< job.id and other.state in ('queued', 'running')) or (other.state = 'running' and "
      "other.lease_until >= :now))) order by id limit 1";
  const auto* lock = session_.dialect() == Dialect::postgresql ? " for update skip locked" : "";
  KRES_ASSIGN(
      const auto taken,
      session_.query(
          fmt::format("update job set state = 'running', leases = leases + 1, progress = 0, stage "
                      "= '', lease_until = :until where id = ({}{}) returning id",
                      kOldest, lock),
          {{"until", until}, {"now", now}}));
  if (taken.empty()) return std::nullopt;
  return find({taken.front().integer(0)});
}

Result<void> JobTable::renew(const Job& job, Instant until,
                             const laboratory::JobProgress& progress) {
  KRES_ASSIGN(
      const auto changed,
      session_.execute("update job set lease_until = :until, stage = :stage, progress = "
                       ":progress where id = :id and state = 'running' and leases = :leases",
                       {{"until", until},
                        {"stage", progress.stage},
                        {"progress", progress.percent},
                        {"id", job.id.value},
                        {"leases", job.leases}}));
  return lease_held(changed, job);
}

Result<void> JobTable::finish(const Job& job) {
  KRES_ASSIGN(
      const auto changed,
      session_.execute("update job set state = :state, failures = :failures, progress = :progress, "
                       "message = :message, lease_until = null, finished = :finished where id = "
                       ":id and state = 'running' and leases = :leases",
                       {{"state", laboratory::name_of(job.state)},
                        {"failures", job.failures},
                        {"progress", job.progress.percent},
                        {"message", job.message},
                        {"finished", job.finished},
                        {"id", job.id.value},
                        {"leases", job.leases}}));
  return lease_held(changed, job);
}

Result<Job> JobTable::cancel(laboratory::JobId id, const std::string& person, Instant now) {
  const auto scope = isolate_within(scope_);
  KRES_ASSIGN(const auto changed,
              session_.execute("update job set cancelled_by = :person, finished = case state when "
                               "'queued' then :now else null end, state = case state when 'queued' "
                               "then 'cancelled' else state end where id = :id and state in "
                               "('queued', 'running')" +
                                   scope.sql,
                               scope.with({{"person", person}, {"now", now}, {"id", id.value}})));
  if (changed != 1)
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("job {} is over already", id.value),
                 .file = {},
                 .remedy = {}});
  KRES_ASSIGN(auto job, find(id));
  return *job;
}

Result<std::optional<Job>> JobTable::find(laboratory::JobId id) {
  const auto scope = isolate_within(scope_);
  KRES_ASSIGN(const auto rows,
              session_.query(select("where id = :id" + scope.sql), scope.with({{"id", id.value}})));
  return first<Job>(rows, job_of);
}

Result<std::optional<Job>> JobTable::newest_of(laboratory::IsolateId isolate) {
  const auto scope = isolate_within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(select("where isolate = :isolate" + scope.sql +
                                                     " order by id desc limit 1"),
                                              scope.with({{"isolate", isolate.value}})));
  return first<Job>(rows, job_of);
}

Result<std::vector<Job>> JobTable::recent(int limit) {
  KRES_ASSIGN(auto jobs, newest("state in ('queued', 'running')", limit));
  const int left = limit - static_cast<int>(jobs.size());
  if (left == 0) return jobs;
  KRES_ASSIGN(const auto closed, newest("state not in ('queued', 'running')", left));
  jobs.insert(jobs.end(), closed.begin(), closed.end());
  return jobs;
}

Result<std::vector<Job>> JobTable::newest(std::string_view condition, int limit) {
  const auto scope = isolate_within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(select(fmt::format("where {}{} order by id desc "
                                                                 "limit :limit",
                                                                 condition, scope.sql)),
                                              scope.with({{"limit", limit}})));
  return every<Job>(rows, job_of);
}

}  // namespace kres::storage
