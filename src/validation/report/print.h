// What the parts of the printed report share: styles, headings, numbers in words.
#pragma once

#include <string>

#include "report/pdf/table.h"
#include "validation/report/report.h"

namespace kres::validation {

namespace pdf = report::pdf;

inline constexpr pdf::Colour kInk{0.10, 0.12, 0.14}, kMuted{0.34, 0.38, 0.43},
    kAccent{0.04, 0.29, 0.40}, kGood{0.10, 0.38, 0.22}, kBad{0.60, 0.13, 0.14},
    kRule{0.84, 0.86, 0.88};
inline constexpr pdf::Style kBody{.size = 8.3, .colour = kInk},
    kQuiet{.size = 7.4, .colour = kMuted},
    kStrong{.size = 8.3, .weight = pdf::Weight::semibold, .colour = kInk},
    kHeading{.size = 10.2, .weight = pdf::Weight::semibold, .colour = kAccent},
    kTitle{.size = 15, .weight = pdf::Weight::semibold, .colour = kInk},
    kCode{.size = 7.6, .colour = kInk, .distinct = true};
inline constexpr double kLeft = 48, kWidth = pdf::kA4Width - 96;

struct Print {
  pdf::Flow& flow;
  const Report& report;
  const ReportTexts& texts;
};

std::string decimal(std::string number, const ReportTexts& texts);
// Cut, not rounded: 100 is said of the whole only.
std::string percent(double share, const ReportTexts& texts);
std::string of(const Proportion& proportion);  // "3 / 4", a dash of nothing
std::string interval_text(const Proportion& proportion, const ReportTexts& texts);
pdf::Style judged(bool kept);

// `room` is what must fit below it on the same page, in points.
void heading(Print& print, const std::string& key, double room);

// Titration, 23S copies and mixtures; nothing if reads were not measured.
void print_reads(Print& print);
// Expected and measured categories; nothing if they were not compared.
void print_agreement(Print& print);

}  // namespace kres::validation
