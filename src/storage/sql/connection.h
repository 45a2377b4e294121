// What a session holds of the SQL library. Included by the sources of this folder only.
#pragma once

#include <string>

#include <soci/soci.h>

#include "base/error.h"
#include "storage/sql/database.h"
#include "storage/sql/kept_statements.h"

namespace kres::storage {

struct Connection {
  Dialect dialect = Dialect::sqlite;
  std::string name;  // for errors: the file, or host and database
  soci::session session;
  KeptStatements kept;  // if it is a server
  bool lost = false;
  int cursors = 0;              // opened so far
  std::int64_t statements = 0;  // asked so far
};

// The error of this folder for one of the library's: the database's own message, never a value.
tl::unexpected<Error> sqlite_error(const soci::soci_error& error, const std::string& name);
tl::unexpected<Error> postgresql_error(const soci::soci_error& error, const std::string& name);

}  // namespace kres::storage
