// One isolate with everything that is known of it, as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "base/language.h"
#include "server/api/isolate_records.h"
#include "server/api/services.h"

namespace kres::api {

// `caller` decides what the permissions say. Errors (corrupt): stored documents that cannot be
// read.
Result<nlohmann::ordered_json> isolate_detail(const Services& services,
                                              laboratory::UnitOfWork& work,
                                              const laboratory::Isolate& isolate, Language language,
                                              const Caller& caller);

}  // namespace kres::api
