// One line of the work list as JSON.
#pragma once

#include <map>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "laboratory/isolate.h"
#include "laboratory/laboratory.h"
#include "laboratory/ports/registry.h"
#include "susceptibility/qc_rules.h"

namespace kres::api {

using LaboratoriesByCode = std::map<std::string, laboratory::Laboratory>;
Result<LaboratoriesByCode> load_laboratories(laboratory::UnitOfWork& work);

// Reads nothing more than whether an isolate that waits has a genome file.
Result<nlohmann::ordered_json> isolate_summary(laboratory::UnitOfWork& work,
                                               const laboratory::Isolate& isolate,
                                               const LaboratoriesByCode& laboratories,
                                               const susceptibility::QcRules& rules, Date today);

// The tag that changes whenever the isolate does.
std::string etag_of(const laboratory::Isolate& isolate);

}  // namespace kres::api
