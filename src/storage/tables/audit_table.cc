#include "storage/tables/audit_table.h"

#include "storage/tables/columns.h"
#include "storage/tables/value_list.h"

namespace kres::storage {

using laboratory::AuditEntry;
using laboratory::AuditEvent;

namespace {

constexpr std::string_view kSelect =
    "select sequence, time, person, event, subject, detail, before_digest, after_digest, "
    "previous_hash, hash from audit_event ";

AuditEvent event_of(const Row& row) {
  return {.sequence = row.integer(0),
          .entry = {.person = row.text(2),
                    .time = row.instant(1),
                    .event = row.text(3),
                    .subject = row.text(4),
                    .detail = row.text(5),
                    .before_digest = row.text(6),
                    .after_digest = row.text(7)},
          .previous_hash = row.text(8),
          .hash = row.text(9)};
}

// In the order of the columns below.
Parameters parameters_of(const AuditEvent& event) {
  return {{"sequence", event.sequence},
          {"time", event.entry.time},
          {"person", event.entry.person},
          {"event", event.entry.event},
          {"subject", event.entry.subject},
          {"detail", event.entry.detail},
          {"before_digest", event.entry.before_digest},
          {"after_digest", event.entry.after_digest},
          {"previous_hash", event.previous_hash},
          {"hash", event.hash}};
}

constexpr std::size_t kMostWaiting = 100;  // events

}  // namespace

Result<AuditEvent> AuditTable::append(const AuditEntry& entry) {
  KRES_ASSIGN(const auto previous, newest());
  auto event = laboratory::chain(entry, previous ? &*previous : nullptr);
  appended_ = {event.sequence, event.hash};
  waiting_.push_back(event);
  if (waiting_.size() >= kMostWaiting) KRES_TRY(later_.run());
  return event;
}

Result<void> AuditTable::write_waiting() {
  if (waiting_.empty()) return {};
  std::vector<Parameters> rows;
  for (const auto& event : waiting_) rows.push_back(parameters_of(event));
  Parameters parameters;
  const auto values = row_list(std::move(rows), parameters);
  KRES_TRY(
      session_.execute("insert into audit_event (sequence, time, person, event, subject, "
                       "detail, before_digest, after_digest, previous_hash, hash) values " +
                           values,
                       parameters));
  waiting_.clear();
  return {};
}

// There is one writer at a time: after its first event it knows the newest itself.
Result<std::optional<AuditEvent>> AuditTable::newest() {
  if (appended_.sequence == 0) return last();
  return AuditEvent{.sequence = appended_.sequence, .hash = appended_.hash};
}

Result<std::optional<AuditEvent>> AuditTable::last() {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "order by sequence desc limit 1"));
  return first<AuditEvent>(rows, event_of);
}

Result<std::vector<AuditEvent>> AuditTable::of(const std::string& subject) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "where subject = :subject order by sequence",
                             {{"subject", subject}}));
  return every<AuditEvent>(rows, event_of);
}

Result<void> AuditTable::each(const std::function<Result<void>(const AuditEvent&)>& visit) {
  return session_.each(std::string(kSelect) + "order by sequence", {},
                       [&](const Row& row) { return visit(event_of(row)); });
}

}  // namespace kres::storage
