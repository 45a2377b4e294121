// One susceptibility measurement as it was read: a MIC with its sign or a zone diameter.
//
// Concentrations are mg/L and compared on the log2 index, so that a printed 0.06 is 0.0625.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace kres::susceptibility {

// dilution: a MIC of which no more is known than that it was read off two-fold dilutions.
enum class Method { broth_microdilution, gradient, disk, agar_dilution, automated, dilution };
enum class Sign { less_equal, less, equal, greater_equal, greater };
enum class Unit { mg_per_l, mm };

struct Measurement {
  std::string isolate;   // the sender's or the register's identifier
  std::string organism;  // "Klebsiella pneumoniae"
  std::string agent;     // our name, see vocabulary/agent_table.h
  Method method = Method::broth_microdilution;
  std::string system;  // name of an automated system or strip, may be empty
  Sign sign = Sign::equal;
  double value = 0;  // in unit, as printed
  Unit unit = Unit::mg_per_l;
  std::string disk_ug;     // load of the disk, "10", "30-6" or its first part alone; may be empty
  std::string guideline;   // whose method it was measured by, "EUCAST", "CLSI"; empty if not stated
  std::string indication;  // "meningitis", empty if not stated; see docs/formats/interpretation.md
  std::string route;       // iv | oral, empty if not stated
  std::string provenance;  // empty if measured, "constructed" for constructed data
  std::optional<Date> date;

  bool operator==(const Measurement&) const = default;
};

std::string_view name_of(Method);  // broth_microdilution ...
std::string_view name_of(Sign);    // <= < = > >=
std::string_view name_of(Unit);    // mg/L, mm
// Also "bmd", "mic", "etest", "mts", "disc", "vitek" ... as listed in
// docs/formats/interpretation.md.
std::optional<Method> parse_method(std::string_view text);
std::optional<Sign> parse_sign(std::string_view text);  // also U+2264, U+2265; empty is "="
std::optional<Unit> parse_unit(std::string_view text);

// "<= 0.5 mg/L", "8 mg/L", "17 mm"; decimal_sign ',' for Norwegian.
std::string text_of(const Measurement& measurement, char decimal_sign = '.');
// A concentration as it is usually printed: 0.0625 -> "0.06", 8 -> "8".
std::string concentration_text(double mg_per_l, char decimal_sign = '.');

// Nearest two-fold dilution: 8 -> 3, 0.06 -> -4. Requires: mg_per_l > 0.
int log2_index(double mg_per_l);
// True if the value is a two-fold dilution of 1 mg/L within the rounding that tables use.
bool is_two_fold(double mg_per_l);
// True for the half steps between two-fold dilutions that gradient strips carry (0.75, 1.5 ...).
bool is_half_step(double mg_per_l);

// True unless both loads are known and differ: "30-6", "30/6" and "30" are the same, "30" and "5"
// are not. A load that names only the first part of a combination is compared by that part.
bool may_be_same_disk(std::string_view a, std::string_view b);

// True from 0.0005 to 4096 mg/L, the widest range of dilutions that anybody tests.
bool is_possible_concentration(double mg_per_l);

// Why the value cannot have been read with this method and sign, or empty: disk_in_mg_per_l,
// mic_in_mm, not_positive, mic_out_of_range, not_two_fold, not_on_strip, zone_with_sign,
// zone_not_whole, zone_out_of_range.
std::string_view impossible_code(const Measurement& measurement);
// The same in English words without a full stop.
std::string impossible_reason(const Measurement& measurement);

}  // namespace kres::susceptibility
