// Calendar dates without time, and instants in UTC. A date is never shifted by a time zone.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace kres {

// A day in the calendar. Ordered; arithmetic in whole days.
struct Date {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;

  auto operator<=>(const Date&) const = default;
  std::string iso() const;                                  // 2026-11-21
  static std::optional<Date> parse(std::string_view text);  // ISO only, valid dates only
};
int days_between(Date from, Date to);  // to - from
Date add_days(Date date, int days);
bool is_weekend(Date date);  // Saturday or Sunday

// A moment in UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
std::string iso_utc(Instant instant);  // 2026-11-21T13:05:09.123Z
std::optional<Instant> parse_instant(
    std::string_view text);  // the same form, milliseconds optional
Instant system_now();
// The calendar day in a zone such as "Europe/Oslo" (needs tzdata; UTC if the zone is unknown).
Date local_date(Instant instant, const std::string& zone);

}  // namespace kres
