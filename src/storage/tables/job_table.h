// Table job: the queue of background work.
#pragma once

#include "laboratory/ports/job_queue.h"
#include "laboratory/scope.h"
#include "storage/sql/session.h"

namespace kres::storage {

class JobTable : public laboratory::JobQueue {
 public:
  JobTable(Session& session, const laboratory::Scope& scope) : session_(session), scope_(scope) {}

  Result<laboratory::Job> add(const laboratory::Job& job) override;
  Result<std::optional<laboratory::Job>> take(Instant now, Instant until) override;
  Result<void> renew(const laboratory::Job& job, Instant until,
                     const laboratory::JobProgress& progress) override;
  Result<void> finish(const laboratory::Job& job) override;
  Result<laboratory::Job> cancel(laboratory::JobId id, const std::string& person,
                                 Instant now) override;
  Result<std::optional<laboratory::Job>> find(laboratory::JobId id) override;
  Result<std::optional<laboratory::Job>> newest_of(laboratory::IsolateId isolate) override;
  Result<std::vector<laboratory::Job>> recent(int limit) override;

 private:
  Result<std::vector<laboratory::Job>> newest(std::string_view condition, int limit);

  Session& session_;
  const laboratory::Scope& scope_;
};

}  // namespace kres::storage
