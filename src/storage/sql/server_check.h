// Whether a database keeps what the registry promises.
#pragma once

#include "storage/sql/session.h"

namespace kres::storage {

// `environment` unless a PostgreSQL server syncs its log to disk, and the database keeps texts as
// UTF-8 and orders them by their bytes, as SQLite does. A SQLite file always passes.
Result<void> check_server(Session& session);

}  // namespace kres::storage
