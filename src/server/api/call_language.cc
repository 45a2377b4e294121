#include "server/api/call_language.h"

#include "server/http/query.h"

namespace kres::api {

Language language_of(const Call& call) {
  return parse_language(http::text_parameter(call.request.target, "lang", "nb"))
      .value_or(Language::nb);
}

}  // namespace kres::api
