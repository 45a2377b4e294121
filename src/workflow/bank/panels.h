// Panels of strains: tried, made with blinded codes, opened.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/error.h"
#include "laboratory/bank/strain_panel.h"
#include "workflow/bank/bank_desk.h"

namespace kres::workflow {

// A number that nobody can foresee.
using RandomNumber = std::function<std::uint32_t()>;

// What the query would choose today. Errors: check_panel().
Result<laboratory::PanelSelection> try_panel(laboratory::UnitOfWork& work,
                                             const laboratory::PanelQuery& query);

// Chooses and seals: every strain gets a random code, and the digest of the key is part of the
// panel. `text` is the query as it was asked. Errors: also bad_input if no strain fits.
Result<laboratory::StrainPanel> make_panel(const BankDesk& desk,
                                           const laboratory::PanelQuery& query,
                                           const std::string& text, const RandomNumber& random,
                                           const std::string& person);

// By number, in either case; `not_found` if there is none.
Result<laboratory::StrainPanel> panel_numbered(laboratory::UnitOfWork& work,
                                               const std::string& number);

// Opens the key for good, after checking it against the digest it was sealed with. Errors:
// not_found, conflict (open already), corrupt (the key is not the one that was sealed).
Result<laboratory::StrainPanel> open_panel(const BankDesk& desk, const std::string& number,
                                           const std::string& person);

}  // namespace kres::workflow
