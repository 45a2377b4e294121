// A strain as its page shows it: terms, lots, vials, checks, movements.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "laboratory/bank/strain.h"
#include "laboratory/ports/registry.h"
#include "workflow/bank/bank_desk.h"

namespace kres::api {

Result<nlohmann::ordered_json> strain_detail(const workflow::BankDesk& desk,
                                             laboratory::UnitOfWork& work,
                                             const laboratory::Strain& strain);

}  // namespace kres::api
