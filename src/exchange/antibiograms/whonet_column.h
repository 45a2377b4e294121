// The column codes of WHONET: CTX_NM, PEN_ND10, VAN_NE, SXT_ED1_2.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "susceptibility/measurement.h"

namespace kres::exchange {

struct WhonetColumn {
  std::string agent;     // "CTX"
  char guideline = 'N';  // letter of the guideline the test follows
  susceptibility::Method method = susceptibility::Method::dilution;  // D disk, M MIC, E gradient
  std::string disk_ug;  // "10"; of a combination the first part; empty for a MIC
};

// Nothing if the column is no result of a test. In a load "_" stands for the decimal point, which
// WHONET cuts after one digit: 1_2 is the 1.25 ug of trimethoprim.
std::optional<WhonetColumn> parse_whonet_column(std::string_view column);

// "CLSI" for N, "EUCAST" for E and so on; empty for a letter that stands for none.
std::string_view whonet_guideline(char letter);

}  // namespace kres::exchange
