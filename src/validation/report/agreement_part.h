// How expected categories agree with measured ones in a collection, as the report prints it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "validation/summary.h"

namespace kres::validation {

// Errors are defined in docs/validation.md.
struct AgreementRow {
  std::string by;             // plain_rule | amrfinderplus | with_porins
  std::string half;           // all | odd | even: of which countries
  Proportion category;        // the same, of all
  Proportion very_major;      // R measured, S expected; of all R
  Proportion major;           // S measured, R expected; of all S
  Proportion minor;           // other differences, of all
  Proportion no_category;     // nothing expected, of all
  Proportion r_not_expected;  // of all R
  Proportion s_not_expected;  // of all S
};

struct AgreementPart {
  std::string collection;          // "EuSCAPE K. pneumoniae, meropenem"
  std::string rules, breakpoints;  // versions
  std::vector<AgreementRow> rows;
  std::vector<Figure> figures;
  std::vector<std::string> faults;
};

// What kres_euscape_report writes; errors name `name`.
Result<AgreementPart> parse_agreement_part(std::string_view text, const std::string& name);

}  // namespace kres::validation
