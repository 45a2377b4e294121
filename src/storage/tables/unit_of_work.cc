#include "storage/tables/unit_of_work.h"

#include <fmt/format.h>

#include "base/log.h"

namespace kres::storage {

SqlUnitOfWork::SqlUnitOfWork(SessionPool::Lent session, Transaction transaction,
                             laboratory::Scope scope, laboratory::AuditWitness& witness,
                             IsolateWords* words)
    : session_(std::move(session)),
      transaction_(std::move(transaction)),
      scope_(std::move(scope)),
      witness_(witness),
      laboratories_(*session_),
      people_(*session_),
      sessions_(*session_),
      api_tokens_(*session_),
      referrals_(*session_, scope_),
      sender_queries_(*session_, scope_),
      shipments_(*session_, scope_),
      isolates_(*session_, scope_, words),
      patients_(*session_, scope_),
      blobs_(*session_),
      uploads_(*session_, scope_),
      measurements_(*session_),
      test_results_(*session_),
      qc_results_(*session_),
      qc_decisions_(*session_),
      analyses_(*session_, scope_),
      interpretations_(*session_, scope_),
      explanations_(*session_, scope_),
      answers_(*session_, scope_),
      storage_places_(*session_),
      strains_(*session_),
      vials_(*session_),
      catalogue_(*session_),
      strain_requests_(*session_),
      strain_panels_(*session_),
      deliveries_(*session_),
      jobs_(*session_, scope_),
      audit_(*session_),
      census_(*session_) {}

Result<void> SqlUnitOfWork::commit() {
  KRES_TRY(transaction_.commit());
  if (audit_.appended().sequence == 0) return {};
  // The work is done and durable: a witness that lags is caught up by the next commit.
  if (const auto remembered = witness_.remember(audit_.appended()); !remembered)
    log(LogLevel::warning, fmt::format("audit head not kept: {}", remembered.error().text()));
  return {};
}

}  // namespace kres::storage
