#include "registry/trail.h"

namespace kres::bench {

Result<void> note(laboratory::UnitOfWork& work, const std::string& person, Instant time,
                  Note note) {
  KRES_TRY(work.audit().append({.person = person,
                                .time = time,
                                .event = std::move(note.event),
                                .subject = std::move(note.subject),
                                .detail = std::move(note.detail),
                                .before_digest = std::move(note.before),
                                .after_digest = std::move(note.after)}));
  return {};
}

Instant moment(Date day, int days, int hour) {
  const auto later = add_days(day, days);
  return std::chrono::sys_days(std::chrono::year(later.year) / later.month / later.day) +
         std::chrono::hours(hour);
}

}  // namespace kres::bench
