// What is said once below the susceptibility table instead of in its rows.
#pragma once

#include <string>
#include <string_view>

#include "report/sections.h"

namespace kres::report {

inline constexpr std::string_view kConstructedMark = "\u2020";  // beside a constructed value

// The method that most rows share, empty if there are no rows.
std::string usual_method(const AnswerDocument& answer);

// The mark of constructed values, how the table is read, the indications that rows were chosen by.
// Requires: there are rows.
void print_susceptibility_notes(Print& print, const std::string& usual);

}  // namespace kres::report
