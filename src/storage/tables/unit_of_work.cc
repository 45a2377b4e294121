#include "storage/tables/unit_of_work.h"

#include <fmt/format.h>

#include "base/log.h"

namespace kres::storage {

SqlUnitOfWork::SqlUnitOfWork(SessionPool::Lent session, Transaction transaction,
                             laboratory::AuditWitness& witness)
    : session_(std::move(session)),
      transaction_(std::move(transaction)),
      witness_(witness),
      laboratories_(*session_),
      people_(*session_),
      sessions_(*session_),
      referrals_(*session_),
      isolates_(*session_),
      blobs_(*session_),
      uploads_(*session_),
      measurements_(*session_),
      test_results_(*session_),
      analyses_(*session_),
      interpretations_(*session_),
      explanations_(*session_),
      answers_(*session_),
      jobs_(*session_),
      audit_(*session_) {}

Result<void> SqlUnitOfWork::commit() {
  KRES_TRY(transaction_.commit());
  if (audit_.appended().sequence == 0) return {};
  // The work is done and durable: a witness that lags is caught up by the next commit.
  if (const auto remembered = witness_.remember(audit_.appended()); !remembered)
    log(LogLevel::warning, fmt::format("audit head not kept: {}", remembered.error().text()));
  return {};
}

}  // namespace kres::storage
