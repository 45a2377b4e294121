// Copies every record of a registry from one database to another, of the same or the other kind.
#pragma once

#include <vector>

#include "storage/copy/record_summary.h"

namespace kres::storage {

// One transaction of the target: either all rows are there and read back with the digest they had,
// or none. `conflict` if the target has rows. Requires: both have this program's schema; `from`
// stands still in a transaction. Returns what was copied, by table.
Result<std::vector<TableSummary>> copy_records(Session& from, Session& to,
                                               const ShowRows& copying = {},
                                               const ShowRows& reading_back = {});

// Lets PostgreSQL count what was copied: until then it plans every question as for empty tables,
// and the first people to ask wait a hundred times as long. Nothing to do on SQLite. Requires: no
// transaction.
Result<void> count_records(Session& session);

// Whether no table has a row.
Result<bool> is_without_records(Session& session);

}  // namespace kres::storage
