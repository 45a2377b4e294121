// Connects to PostgreSQL and reads its errors.
#include <array>
#include <cctype>
#include <memory>

#include <fmt/format.h>
#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>

#include "base/text.h"
#include "storage/sql/connection.h"
#include "storage/sql/session.h"

namespace kres::storage {

namespace {

struct Options {
  PQconninfoOption* list = nullptr;
  ~Options() { PQconninfoFree(list); }
};

// A value as libpq reads it in the query of an address.
std::string percent_encoded(std::string_view value) {
  std::string text;
  for (const char c : value)
    text += std::isalnum(static_cast<unsigned char>(c))
                ? std::string(1, c)
                : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return text;
}

struct Target {
  std::string name;     // host and database, for errors
  std::string address;  // with all in its query: the SQL library passes on no other form unharmed
};

// Refuses a password, which everyone who lists the machine's processes would read.
Result<Target> target_of(const std::string& address) {
  char* message = nullptr;
  const Options options{PQconninfoParse(address.c_str(), &message)};
  PQfreemem(message);  // repeats the address
  if (!options.list)
    return bad_input("the address of the database is not one PostgreSQL understands", {}, 0,
                     "write it as postgresql://user@host:port/name");
  Target target;
  std::string host, name;
  for (const auto* option = options.list; option->keyword; ++option) {
    if (!option->val) continue;
    const std::string_view keyword = option->keyword;
    if (keyword == "password")
      return bad_input("a password does not belong into the address of a database", {}, 0,
                       "keep it in ~/.pgpass or a file that PGPASSFILE names");
    if (keyword == "host") host = option->val;
    if (keyword == "dbname" || (keyword == "service" && name.empty())) name = option->val;
    target.address += fmt::format("{}{}={}", target.address.empty() ? "postgresql:///?" : "&",
                                  keyword, percent_encoded(option->val));
  }
  target.name = fmt::format("postgresql://{}/{}", host, name);
  return target;
}

struct ErrorClass {
  std::string_view state;  // SQLSTATE or its beginning
  ErrorCode code;
  std::string_view words;  // empty: the server's own message names no value
};

// The first that fits. https://www.postgresql.org/docs/15/errcodes-appendix.html
constexpr std::array kClasses{
    ErrorClass{"22", ErrorCode::bad_input, "a value does not fit its column"},
    ErrorClass{"23", ErrorCode::conflict, {}},
    ErrorClass{"P0001", ErrorCode::conflict, {}},  // raised by a guard of the registry
    ErrorClass{"40", ErrorCode::conflict, {}},     // serialization, deadlock
    ErrorClass{"XX001", ErrorCode::corrupt, {}},
    ErrorClass{"XX002", ErrorCode::corrupt, {}},
    ErrorClass{"08", ErrorCode::environment, {}},
    ErrorClass{"25006", ErrorCode::internal, {}},     // a change in a read transaction
    ErrorClass{"25P02", ErrorCode::internal, {}},     // the transaction has failed already
    ErrorClass{"25", ErrorCode::environment, {}},     // ended by a time limit
    ErrorClass{"28", ErrorCode::environment, {}},     // not let in
    ErrorClass{"3D", ErrorCode::environment, {}},     // no such database
    ErrorClass{"42501", ErrorCode::environment, {}},  // no right to
    ErrorClass{"53", ErrorCode::environment, {}},     // disk or memory full, too many connections
    ErrorClass{"55P03", ErrorCode::environment, "another writer was not done in time; try again"},
    ErrorClass{"55", ErrorCode::environment, {}},  // lock not to be had in time
    ErrorClass{"57", ErrorCode::environment, {}},  // shutting down, cancelled
    ErrorClass{"58", ErrorCode::environment, {}},  // input/output of the server
};

ErrorClass class_of(std::string_view state) {
  for (const auto& one : kClasses)
    if (state.starts_with(one.state)) return one;
  return {state, ErrorCode::internal, {}};
}

// The first line of a refused statement's message: those that follow would quote it.
std::string first_line(std::string text) {
  if (const auto end = text.find('\n'); end != std::string::npos) text.resize(end);
  return text;
}

// The reason why there is no connection stands in the lines after the first.
std::string one_line(std::string_view text) {
  std::string line;
  for (const auto part : split(trim(text), '\n'))
    line += (line.empty() ? "" : "; ") + std::string(trim(part));
  return line;
}

}  // namespace

tl::unexpected<Error> postgresql_error(const soci::soci_error& error, const std::string& name) {
  const auto* server = dynamic_cast<const soci::postgresql_soci_error*>(&error);
  const auto state = server ? server->sqlstate() : std::string();
  const auto kind = state.find_first_not_of(" \0") == std::string::npos
                        ? ErrorClass{"08", ErrorCode::environment, {}}
                        : class_of(state);
  return fail({.code = kind.code,
               .message = kind.words.empty()
                              ? fmt::format("database: {}", first_line(error.get_error_message()))
                              : fmt::format("database: {} (SQLSTATE {})", kind.words, state),
               .file = name,
               .remedy = {}});
}

Result<std::unique_ptr<Session>> Session::open_postgresql(const std::string& address) {
  auto connection = std::make_unique<Connection>();
  connection->dialect = Dialect::postgresql;
  KRES_ASSIGN(const auto target, target_of(address));
  connection->name = target.name;
  try {
    connection->session.open(soci::postgresql, target.address);
  } catch (const soci::soci_error& error) {
    return environment_error(fmt::format("database: {}", one_line(error.get_error_message())),
                             connection->name,
                             "see that the server runs, and that ~/.pgpass or PGPASSFILE has the "
                             "password if it asks for one");
  }
  const auto* backend =
      static_cast<soci::postgresql_session_backend*>(connection->session.get_backend());
  // The details of an error name the values of the row.
  PQsetErrorVerbosity(backend->conn_, PQERRORS_TERSE);
  std::unique_ptr<Session> session(new Session(std::move(connection)));
  // Many people ask short questions at once: compiling one, or dividing it among processes, takes
  // from the others more than it gives.
  for (const auto* setting :
       {"set synchronous_commit = on", "set lock_timeout = '30s'", "set client_encoding = 'UTF8'",
        "set client_min_messages = warning", "set idle_in_transaction_session_timeout = '5min'",
        "set jit = off", "set max_parallel_workers_per_gather = 0"})
    KRES_TRY(session->execute(setting));
  return session;
}

}  // namespace kres::storage
