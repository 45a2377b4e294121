#include "storage/sql/server_check.h"

namespace kres::storage {

Result<void> check_server(Session& session) {
  if (session.dialect() == Dialect::sqlite) return {};
  KRES_ASSIGN(const auto rows,
              session.query("select pg_encoding_to_char(encoding), datcollate, "
                            "current_setting('fsync'), current_setting('full_page_writes') from "
                            "pg_database where datname = current_database()"));
  const auto& row = rows.front();
  const auto collation = row.text(1);
  if (row.text(0) != "UTF8" || (collation != "C" && collation != "POSIX"))
    return environment_error(
        "the database keeps or orders texts in another way than the registry needs", session.name(),
        "make it with createdb --template=template0 --encoding=UTF8 --locale=C");
  if (row.text(2) != "on" || row.text(3) != "on")
    return environment_error("the server may lose what it has confirmed", session.name(),
                             "set fsync = on and full_page_writes = on in postgresql.conf");
  return {};
}

}  // namespace kres::storage
