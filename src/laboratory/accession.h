// Accession numbers of isolates: year, unit, running number, check character.
//
// "2026-CPO-0001-K": the running number counts per year and unit and has at least four digits. The
// check character is ISO 7064 MOD 37,36 over the letters and digits before it: it finds every
// single wrong character and almost every swapped pair.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "laboratory/referral.h"

namespace kres::laboratory {

// Over the letters and digits of the text, case folded; other characters do not count.
char check_character(std::string_view text);

std::string make_accession(int year, MicrobeGroup unit, std::int64_t number);

// The form is right and the check character fits.
bool is_valid_accession(std::string_view accession);

// The text as accessions are written: "2026-colr-0001-k" is "2026-ColR-0001-K". Text of another
// form stays as it is.
std::string as_accession(std::string_view text);

}  // namespace kres::laboratory
