// One line of the work list as JSON.
#pragma once

#include <map>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "laboratory/isolate.h"
#include "laboratory/laboratory.h"
#include "laboratory/ports/registry.h"

namespace kres::api {

using LaboratoriesByCode = std::map<std::string, laboratory::Laboratory>;
Result<LaboratoriesByCode> load_laboratories(laboratory::UnitOfWork& work);

nlohmann::ordered_json isolate_summary(const laboratory::Isolate& isolate,
                                       const laboratory::Standing& standing,
                                       const LaboratoriesByCode& laboratories, Date today);

// The tag that changes whenever the isolate does.
std::string etag_of(const laboratory::Isolate& isolate);

}  // namespace kres::api
