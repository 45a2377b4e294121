// The language that a caller asks for.
#pragma once

#include "base/language.h"
#include "server/api/endpoint.h"

namespace kres::api {

// The query's "lang"; Norwegian if it is left out.
Language language_of(const Call& call);

}  // namespace kres::api
