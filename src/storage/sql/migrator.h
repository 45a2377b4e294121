// Brings a database to the program's schema, step by step.
//
// A migration is a numbered pair of SQL texts (up, down); statements are separated by an empty
// line. What was applied is remembered with its digest: a migration is never edited after release.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "storage/sql/session.h"

namespace kres::storage {

struct Migration {
  int number = 0;  // 1, 2, 3 ... without gaps
  std::string name;
  std::string up;
  std::string down;
};

// From files named NNNN_name.up.sql and NNNN_name.down.sql. `bad_input` on a gap or half a pair.
struct MigrationFile {
  std::string_view path;
  std::string_view content;
};
Result<std::vector<Migration>> collect_migrations(const std::vector<MigrationFile>& files);

// Number of the newest applied migration, 0 for an empty database.
Result<int> schema_version(Session& session);

// Applies what is missing, or takes back what is beyond `target`; each step is one transaction.
// Fails with `corrupt` if an applied migration differs from the program's, with `environment` if
// the database was made by a newer program.
Result<void> migrate(Session& session, const std::vector<Migration>& migrations, int target,
                     Instant now);

}  // namespace kres::storage
