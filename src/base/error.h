// What went wrong, where, and what to do about it: the one error type of the whole program.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace kres {

enum class ErrorCode {
  bad_input,        // a file, value or request that cannot be used as it is
  not_found,        // the named thing does not exist
  conflict,         // somebody changed it first, or it exists already
  forbidden,        // known person, not allowed
  unauthenticated,  // unknown person
  too_large,        // above a stated limit
  environment,      // disk, network, missing program or reference set
  corrupt,          // stored data does not match its digest
  internal,         // a bug caught at a border
};

// One row per code: exit code of the program, HTTP status, key of the translated headline.
struct ErrorKind {
  ErrorCode code;
  int exit_code;
  int http_status;
  std::string_view key;
};
const ErrorKind& error_kind(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;   // one sentence, no full stop, no patient data
  std::string file;      // path or resource, empty if none
  std::size_t line = 0;  // 1-based, 0 if unknown
  std::string remedy;    // what a person can do, may be empty

  // "file:line: message (remedy)"
  std::string text() const;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }
tl::unexpected<Error> bad_input(std::string message, std::string file = {}, std::size_t line = 0,
                                std::string remedy = {});
tl::unexpected<Error> environment_error(std::string message, std::string file = {},
                                        std::string remedy = {});

}  // namespace kres

// Returns the error of a Result<...> expression from the enclosing function.
#define KRES_TRY(expression)                                                      \
  do {                                                                            \
    if (auto kres_try_result = (expression); !kres_try_result)                    \
      return ::tl::unexpected<::kres::Error>(std::move(kres_try_result).error()); \
  } while (false)

#define KRES_CONCAT_(a, b) a##b
#define KRES_CONCAT(a, b) KRES_CONCAT_(a, b)

// KRES_ASSIGN(auto value, expression): value of a Result<T>, or returns its error.
#define KRES_ASSIGN(declaration, expression) \
  KRES_ASSIGN_(KRES_CONCAT(kres_result_, __LINE__), declaration, expression)
#define KRES_ASSIGN_(result, declaration, expression)                             \
  auto result = (expression);                                                     \
  if (!result) return ::tl::unexpected<::kres::Error>(std::move(result).error()); \
  declaration = std::move(*result)
