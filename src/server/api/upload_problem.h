// Refusals of uploads as clients see them.
#pragma once

#include "base/error.h"
#include "server/http/message.h"

namespace kres::api {

// Requires: the error's message begins with "upload.why.".
http::Response upload_problem(const Error& error);

}  // namespace kres::api
