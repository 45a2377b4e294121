#include "base/error.h"

#include <array>

#include <fmt/format.h>

namespace kres {

namespace {
constexpr std::array kKinds{
    ErrorKind{ErrorCode::bad_input, 2, 400, "error.bad_input"},
    ErrorKind{ErrorCode::not_found, 2, 404, "error.not_found"},
    ErrorKind{ErrorCode::conflict, 1, 409, "error.conflict"},
    ErrorKind{ErrorCode::forbidden, 2, 403, "error.forbidden"},
    ErrorKind{ErrorCode::unauthenticated, 2, 401, "error.unauthenticated"},
    ErrorKind{ErrorCode::too_large, 2, 413, "error.too_large"},
    ErrorKind{ErrorCode::environment, 3, 503, "error.environment"},
    ErrorKind{ErrorCode::corrupt, 3, 500, "error.corrupt"},
    ErrorKind{ErrorCode::internal, 3, 500, "error.internal"},
};
}  // namespace

const ErrorKind& error_kind(ErrorCode code) {
  for (const auto& kind : kKinds)
    if (kind.code == code) return kind;
  return kKinds.back();
}

std::string Error::text() const {
  std::string where;
  if (!file.empty())
    where = line > 0 ? fmt::format("{}:{}: ", file, line) : fmt::format("{}: ", file);
  return remedy.empty() ? where + message : fmt::format("{}{} ({})", where, message, remedy);
}

tl::unexpected<Error> bad_input(std::string message, std::string file, std::size_t line,
                                std::string remedy) {
  return fail({ErrorCode::bad_input, std::move(message), std::move(file), line, std::move(remedy)});
}

tl::unexpected<Error> environment_error(std::string message, std::string file, std::string remedy) {
  return fail({ErrorCode::environment, std::move(message), std::move(file), 0, std::move(remedy)});
}

}  // namespace kres
