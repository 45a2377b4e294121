// Tables of judgement: implausible patterns of measurements, and the work-up a class asks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "susceptibility/interpretation.h"

namespace kres::mechanism {

// A pattern that hardly exists in one isolate: "ertapenem=S & meropenem=R".
struct ImplausiblePattern {
  struct Condition {
    std::string agent;
    susceptibility::Category category;
  };
  std::string id;
  std::vector<Condition> when;        // all must hold
  std::vector<std::string> suspects;  // agents whose measurement is doubted
  std::vector<std::string> unless;    // gene classes that explain it
  std::string text;                   // key "pattern.<text>"
};
Result<std::vector<ImplausiblePattern>> parse_implausible_patterns(std::string_view text,
                                                                   const std::string& name);

// What a class of explanation asks for; "*" fits any.
struct WorkUpRow {
  std::string fit, reason, drug_class;
  std::vector<std::string> codes;
};
Result<std::vector<WorkUpRow>> parse_work_up_rows(std::string_view text, const std::string& name);
// Codes of every row that fits, each once, in the order of the table.
std::vector<std::string> work_up_codes(const std::vector<WorkUpRow>& rows, std::string_view fit,
                                       std::string_view reason, std::string_view drug_class);

}  // namespace kres::mechanism
