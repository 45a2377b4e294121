// Numbers, dates and times as a reader of Norwegian or English writes them.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "base/language.h"

namespace kres::report {

char decimal_sign(Language language);  // ',' or '.'
// A fixed number of decimals: 99.64 -> "99,6".
std::string decimal_text(double value, int decimals, Language language);
// A percentage with two decimals at most; 100 only if it is 100: 99.996 -> "99,99 %".
std::string percent_text(double percent, Language language);
// Thousands set apart by thin spaces: 5 333 942.
std::string grouped_text(std::uint64_t number);
std::string date_text(Date date, Language language);  // 21.11.2026, 21 Nov 2026
// Local date and time in an IANA zone with the offset's name: "21.11.2026 kl. 14.05",
// "21 Nov 2026 14:05"; UTC, and marked so, if the zone is unknown.
std::string time_text(Instant instant, const std::string& zone, Language language);

}  // namespace kres::report
