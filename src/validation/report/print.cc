#include "validation/report/print.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kres::validation {

std::string decimal(std::string number, const ReportTexts& texts) {
  return texts.norwegian() ? replace_all(std::move(number), ".", ",") : number;
}

std::string percent(double share, const ReportTexts& texts) {
  return decimal(fmt::format("{:.2f}", static_cast<double>(static_cast<long>(share * 10000)) / 100),
                 texts) +
         "\u00A0%";
}

std::string of(const Proportion& proportion) {
  return proportion.total == 0 ? "–" : fmt::format("{} / {}", proportion.count, proportion.total);
}

std::string interval_text(const Proportion& proportion, const ReportTexts& texts) {
  const auto interval = wilson_interval(proportion);
  return percent(interval.low, texts) + " – " + percent(interval.high, texts);
}

pdf::Style judged(bool kept) {
  return {.size = 8.3, .weight = pdf::Weight::semibold, .colour = kept ? kGood : kBad};
}

void heading(Print& print, const std::string& key, double room) {
  print.flow.keep(room + 28);
  if (!print.flow.at_top()) print.flow.advance(14);
  print.flow.paragraph({{print.texts.in(key), kHeading}}, "H2");
  print.flow.advance(4);
}

}  // namespace kres::validation
