#include "base/date.h"

#include <charconv>

#include <date/tz.h>
#include <fmt/format.h>

namespace kres {

namespace {

using namespace std::chrono;

year_month_day to_ymd(Date d) { return year_month_day{year{d.year}, month{d.month}, day{d.day}}; }

Date from_ymd(year_month_day ymd) {
  return {int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day())};
}

// Reads exactly `count` digits at `at`.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
  if (!y || !m || !d) return std::nullopt;
  const Date date{*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d)};
  if (!to_ymd(date).ok()) return std::nullopt;
  return date;
}

int days_between(Date from, Date to) {
  return static_cast<int>((sys_days{to_ymd(to)} - sys_days{to_ymd(from)}).count());
}

Date add_days(Date date, int count) { return from_ymd(sys_days{to_ymd(date)} + days{count}); }

bool is_weekend(Date date) {
  const weekday day{sys_days{to_ymd(date)}};
  return day == Saturday || day == Sunday;
}

std::string iso_utc(Instant instant) {
  const auto day = floor<days>(instant);
  const hh_mm_ss time{instant - day};
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", from_ymd(year_month_day{day}).iso(),
                     time.hours().count(), time.minutes().count(), time.seconds().count(),
                     time.subseconds().count());
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() < 20 || text[10] != 'T' || text.back() != 'Z') return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  const auto h = digits(text, 11, 2), m = digits(text, 14, 2), s = digits(text, 17, 2);
  if (!date || !h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
  if (text[13] != ':' || text[16] != ':') return std::nullopt;
  int ms = 0;
  if (text.size() == 24 && text[19] == '.') {
    const auto parsed = digits(text, 20, 3);
    if (!parsed) return std::nullopt;
    ms = *parsed;
  } else if (text.size() != 20) {
    return std::nullopt;
  }
  return Instant{sys_days{to_ymd(*date)}} + hours{*h} + minutes{*m} + seconds{*s} +
         milliseconds{ms};
}

Instant system_now() { return floor<milliseconds>(system_clock::now()); }

Date local_date(Instant instant, const std::string& zone) {
  try {
    const auto local = date::locate_zone(zone)->to_local(instant);
    return from_ymd(year_month_day{sys_days{floor<days>(local).time_since_epoch()}});
  } catch (const std::runtime_error&) {
    return from_ymd(year_month_day{floor<days>(instant)});
  }
}

}  // namespace kres
