// Formats by rules written here, not by the machine's locale, so that equal answers are equal.
#include "report/local_format.h"

#include <array>
#include <cmath>
#include <stdexcept>

#include <date/tz.h>
#include <fmt/format.h>

#include "base/text.h"

namespace kres::report {
namespace {

constexpr std::string_view kThinSpace = "\u202F";
constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct LocalTime {
  Date day;
  int hour = 0, minute = 0;
  bool utc = false;
};

template <class Days>
LocalTime split_time(date::local_time<std::chrono::milliseconds> local, bool utc) {
  const auto midnight = date::floor<Days>(local);
  const date::year_month_day day{midnight};
  const date::hh_mm_ss time{local - midnight};
  return {{int(day.year()), unsigned(day.month()), unsigned(day.day())},
          static_cast<int>(time.hours().count()),
          static_cast<int>(time.minutes().count()),
          utc};
}

LocalTime local_time(Instant instant, const std::string& zone) {
  const date::sys_time<std::chrono::milliseconds> moment{instant.time_since_epoch()};
  try {
    return split_time<date::days>(date::locate_zone(zone)->to_local(moment), false);
  } catch (const std::runtime_error&) {  // no such zone, or no zone data on this machine
    const date::local_time<std::chrono::milliseconds> utc{moment.time_since_epoch()};
    return split_time<date::days>(utc, true);
  }
}

}  // namespace

char decimal_sign(Language language) { return language == Language::nb ? ',' : '.'; }

std::string decimal_text(double value, int decimals, Language language) {
  std::string text = fmt::format("{:.{}f}", value, decimals);
  if (const auto dot = text.find('.'); dot != std::string::npos) text[dot] = decimal_sign(language);
  return text;
}

std::string percent_text(double percent, Language language) {
  if (percent == std::round(percent)) return decimal_text(percent, 0, language) + "\u00A0%";
  return decimal_text(std::floor(percent * 100) / 100, 2, language) + "\u00A0%";
}

std::string grouped_text(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, kThinSpace);
  return text;
}

std::string date_text(Date date, Language language) {
  if (language == Language::nb)
    return fmt::format("{:02}.{:02}.{:04}", date.day, date.month, date.year);
  return fmt::format("{}\u00A0{}\u00A0{:04}", date.day, kMonths.at(date.month - 1), date.year);
}

std::string time_text(Instant instant, const std::string& zone, Language language) {
  const LocalTime time = local_time(instant, zone);
  const std::string clock = language == Language::nb
                                ? fmt::format("kl. {:02}.{:02}", time.hour, time.minute)
                                : fmt::format("{:02}:{:02}", time.hour, time.minute);
  return fmt::format("{} {}{}", date_text(time.day, language), clock, time.utc ? " UTC" : "");
}

}  // namespace kres::report
