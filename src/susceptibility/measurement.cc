#include "susceptibility/measurement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::susceptibility {

namespace {

struct MethodName {
  std::string_view text;
  Method method;
};
// The first name of each method is its own; the others are accepted on input.
constexpr std::array kMethods = {
    MethodName{"broth_microdilution", Method::broth_microdilution},
    MethodName{"bmd", Method::broth_microdilution},
    MethodName{"mic", Method::broth_microdilution},
    MethodName{"broth microdilution", Method::broth_microdilution},
    MethodName{"gradient", Method::gradient},
    MethodName{"etest", Method::gradient},
    MethodName{"mts", Method::gradient},
    MethodName{"disk", Method::disk},
    MethodName{"disc", Method::disk},
    MethodName{"zone", Method::disk},
    MethodName{"agar_dilution", Method::agar_dilution},
    MethodName{"agar dilution", Method::agar_dilution},
    MethodName{"automated", Method::automated},
    MethodName{"vitek", Method::automated},
    MethodName{"vitek2", Method::automated},
    MethodName{"phoenix", Method::automated},
    MethodName{"dilution", Method::dilution},
};

// Tables print two-fold dilutions with two digits (0.06 for 0.0625): at most 8 % off.
constexpr double kPrintedTolerance = 0.12;
const double kHalfStep = std::log2(1.5);  // strips print 0.75, 1.5, 3 between the dilutions

double fraction_of_log2(double value) {
  const double log = std::log2(value);
  return log - std::floor(log);
}

// "1.25/23.75" -> {1.25, 23.75}, "1 unit" -> {1}; what does not begin with a number is left out.
std::vector<double> load_parts(std::string_view text) {
  std::vector<double> parts;
  const auto even = replace_all(std::string(text), "/", "-");
  for (const auto part : split(even, '-'))
    if (const auto number =
            parse_double(trim(part.substr(0, part.find_first_not_of(" .0123456789")))))
      parts.push_back(*number);
  return parts;
}

std::string_view impossible_mic(const Measurement& m) {
  if (!is_possible_concentration(m.value)) return "mic_out_of_range";
  if (is_two_fold(m.value)) return {};
  if (m.method == Method::gradient) return is_half_step(m.value) ? "" : "not_on_strip";
  return "not_two_fold";
}

std::string_view impossible_zone(const Measurement& m) {
  if (m.sign != Sign::equal) return "zone_with_sign";
  if (m.value != std::floor(m.value)) return "zone_not_whole";
  if (m.value < 6 || m.value > 60) return "zone_out_of_range";
  return {};
}

struct ReasonText {
  std::string_view code, text;
};
constexpr std::array kReasons = {
    ReasonText{"disk_in_mg_per_l", "a disk is read in mm, not in mg/L"},
    ReasonText{"not_positive", "is not a positive number"},
    ReasonText{"mic_out_of_range", "is outside every dilution range"},
    ReasonText{"not_two_fold", "is no two-fold dilution"},
    ReasonText{"not_on_strip", "is no mark of a gradient strip"},
    ReasonText{"zone_with_sign", "a zone diameter is read without a sign"},
    ReasonText{"zone_not_whole", "a zone diameter is read in whole millimetres"},
    ReasonText{"zone_out_of_range", "is outside the range of zone diameters"},
};

}  // namespace

std::string_view name_of(Method method) {
  for (const auto& entry : kMethods)
    if (entry.method == method) return entry.text;
  return {};
}

std::string_view name_of(Sign sign) {
  constexpr std::array<std::string_view, 5> names = {"<=", "<", "=", ">=", ">"};
  return names[static_cast<std::size_t>(sign)];
}

std::string_view name_of(Unit unit) { return unit == Unit::mm ? "mm" : "mg/L"; }

std::optional<Method> parse_method(std::string_view text) {
  for (const auto& entry : kMethods)
    if (iequals(entry.text, trim(text))) return entry.method;
  return std::nullopt;
}

std::optional<Sign> parse_sign(std::string_view text) {
  text = trim(text);
  if (text.empty() || text == "=" || text == "==") return Sign::equal;
  if (text == "<=" || text == "\u2264") return Sign::less_equal;
  if (text == "<") return Sign::less;
  if (text == ">=" || text == "\u2265") return Sign::greater_equal;
  if (text == ">") return Sign::greater;
  return std::nullopt;
}

std::optional<Unit> parse_unit(std::string_view text) {
  text = trim(text);
  if (iequals(text, "mg/L") || iequals(text, "ug/mL") || text == "\u00b5g/mL")
    return Unit::mg_per_l;
  if (iequals(text, "mm")) return Unit::mm;
  return std::nullopt;
}

std::string concentration_text(double mg_per_l, char decimal_sign) {
  double printed = mg_per_l;
  if (mg_per_l < 0.1) printed = std::round(mg_per_l * 1000) / 1000;
  if (is_two_fold(mg_per_l) && std::abs(mg_per_l - 0.0625) < 0.003) printed = 0.06;
  if (is_two_fold(mg_per_l) && std::abs(mg_per_l - 0.03125) < 0.002) printed = 0.03;
  std::string text = fmt::format("{:.6g}", printed);
  return decimal_sign == '.' ? text : replace_all(text, ".", std::string(1, decimal_sign));
}

std::string text_of(const Measurement& m, char decimal_sign) {
  const std::string sign = m.sign == Sign::equal ? "" : fmt::format("{} ", name_of(m.sign));
  const std::string value =
      m.unit == Unit::mm ? fmt::format("{:g}", m.value) : concentration_text(m.value, decimal_sign);
  return fmt::format("{}{} {}", sign, value, name_of(m.unit));
}

int log2_index(double mg_per_l) { return static_cast<int>(std::lround(std::log2(mg_per_l))); }

bool is_two_fold(double mg_per_l) {
  if (!(mg_per_l > 0)) return false;
  const double log = std::log2(mg_per_l);
  return std::abs(log - std::round(log)) <= kPrintedTolerance;
}

bool is_half_step(double mg_per_l) {
  return mg_per_l > 0 && std::abs(fraction_of_log2(mg_per_l) - kHalfStep) <= 0.1;
}

bool is_possible_concentration(double mg_per_l) { return mg_per_l >= 0.0005 && mg_per_l <= 4096; }

bool may_be_same_disk(std::string_view a, std::string_view b) {
  const auto first = load_parts(a), second = load_parts(b);
  const std::size_t shared = std::min(first.size(), second.size());
  return std::equal(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(shared),
                    second.begin());
}

std::string_view impossible_code(const Measurement& m) {
  const bool is_disk = m.method == Method::disk;
  if (is_disk != (m.unit == Unit::mm)) return is_disk ? "disk_in_mg_per_l" : "mic_in_mm";
  if (!(m.value > 0) || !std::isfinite(m.value)) return "not_positive";
  return is_disk ? impossible_zone(m) : impossible_mic(m);
}

std::string impossible_reason(const Measurement& m) {
  const auto code = impossible_code(m);
  if (code == "mic_in_mm") return fmt::format("{} is read in mg/L, not in mm", name_of(m.method));
  for (const auto& reason : kReasons)
    if (reason.code == code) return std::string(reason.text);
  return {};
}

}  // namespace kres::susceptibility
