// Numbers of strains and codes of vials, as they stand on labels.
//
// "KRS-0001-K": the strain, with at least four digits. "KRS-0001-2-03-K": vial 3 of its lot 2. The
// check character is that of accessions (accession.h), so that a slip of the pen is found.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kres::laboratory {

std::string make_strain_number(std::int64_t number);
// Of a request, "KRQ-0001-K", and of a panel, "KRP-0001-K".
std::string make_request_number(std::int64_t number);
std::string make_panel_number(std::int64_t number);
// Requires: `strain` was made by make_strain_number().
std::string make_vial_code(std::string_view strain, int lot, int vial);

// A number or code as it is written: capitals, no space around it.
std::string as_bank_code(std::string_view text);
// The form is right and the check character fits.
bool is_strain_number(std::string_view text);
bool is_vial_code(std::string_view text);

}  // namespace kres::laboratory
