#include "storage/sql/migrator.h"

#include <map>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "storage/sql/transaction.h"

namespace kres::storage {

namespace {

constexpr std::string_view kCreateTable =
    "create table if not exists schema_migration (number bigint primary key, name text not null, "
    "checksum text not null, applied text not null)";

std::string checksum(const Migration& migration) {
  return sha256_hex(migration.up + '\0' + migration.down);
}

// Comments go: to the SQL library a colon in one would begin a parameter's name.
std::string without_comments(std::string_view statement) {
  std::string sql;
  for (const auto line : split(statement, '\n'))
    if (!line.starts_with("--")) sql += std::string(line) + '\n';
  return sql;
}

Result<void> run_script(Session& session, std::string_view script) {
  while (!trim(script).empty()) {
    const auto end = script.find("\n\n");
    const auto statement = without_comments(script.substr(0, end));
    script = end == std::string_view::npos ? std::string_view{} : script.substr(end + 2);
    if (!trim(statement).empty()) KRES_TRY(session.execute(statement));
  }
  return {};
}

Result<void> check_applied(Session& session, const std::vector<Migration>& migrations) {
  KRES_ASSIGN(const auto rows,
              session.query("select number, checksum from schema_migration order by number"));
  if (rows.size() > migrations.size())
    return environment_error("the registry was made by a newer program", {},
                             "use that program, or restore a backup of this one's");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].integer(0) == migrations[i].number && rows[i].text(1) == checksum(migrations[i]))
      continue;
    return fail({.code = ErrorCode::corrupt,
                 .message = fmt::format("migration {:04}_{} is not the one that was applied",
                                        migrations[i].number, migrations[i].name),
                 .file = {},
                 .remedy = {}});
  }
  return {};
}

Result<void> apply(Session& session, const Migration& migration, Instant now) {
  KRES_TRY(run_script(session, migration.up));
  KRES_TRY(
      session.execute("insert into schema_migration (number, name, checksum, applied) values "
                      "(:number, :name, :checksum, :applied)",
                      {{"number", migration.number},
                       {"name", migration.name},
                       {"checksum", checksum(migration)},
                       {"applied", now}}));
  return {};
}

Result<void> take_back(Session& session, const Migration& migration) {
  KRES_TRY(run_script(session, migration.down));
  KRES_TRY(session.execute("delete from schema_migration where number = :number",
                           {{"number", migration.number}}));
  return {};
}

Result<int> newest(Session& session) {
  KRES_ASSIGN(const auto rows,
              session.query("select coalesce(max(number), 0) from schema_migration"));
  return rows.front().small(0);
}

}  // namespace

Result<std::vector<Migration>> collect_migrations(const std::vector<MigrationFile>& files) {
  std::map<std::string, Migration> by_stem;
  for (const auto& file : files) {
    const bool up = file.path.ends_with(".up.sql");
    const auto stem = file.path.substr(0, file.path.size() - (up ? 7 : 9));
    const auto number = parse_int(stem.substr(0, std::min<std::size_t>(4, stem.size())));
    if ((!up && !file.path.ends_with(".down.sql")) || !number || stem.size() < 6 || stem[4] != '_')
      return bad_input("is not named NNNN_name.up.sql or NNNN_name.down.sql",
                       std::string(file.path));
    auto& migration = by_stem[std::string(stem)];
    migration.number = static_cast<int>(*number);
    migration.name = stem.substr(5);
    (up ? migration.up : migration.down) = file.content;
  }
  std::vector<Migration> migrations;
  for (auto& [stem, migration] : by_stem) {
    if (migration.up.empty() || migration.down.empty())
      return bad_input("a migration needs both directions", stem);
    if (migration.number != static_cast<int>(migrations.size()) + 1)
      return bad_input("migrations are numbered without gaps", stem);
    migrations.push_back(std::move(migration));
  }
  return migrations;
}

Result<int> schema_version(Session& session) {
  KRES_ASSIGN(
      const auto tables,
      session.query(session.dialect() == Dialect::sqlite
                        ? "select name from sqlite_master where name = 'schema_migration'"
                        : "select tablename from pg_tables where tablename = 'schema_migration' "
                          "and schemaname = current_schema()"));
  if (tables.empty()) return 0;
  return newest(session);
}

Result<void> migrate(Session& session, const std::vector<Migration>& migrations, int target,
                     Instant now) {
  // The usual case takes no write lock.
  KRES_ASSIGN(const int before, schema_version(session));
  if (before == target && before > 0) return check_applied(session, migrations);
  while (true) {
    KRES_ASSIGN(auto transaction, Transaction::begin(session, Access::write));
    KRES_TRY(session.execute(kCreateTable));
    KRES_TRY(check_applied(session, migrations));
    KRES_ASSIGN(const int at, newest(session));
    if (at == target) return transaction.commit();
    const auto& step = migrations.at(static_cast<std::size_t>(at < target ? at : at - 1));
    KRES_TRY(at < target ? apply(session, step, now) : take_back(session, step));
    KRES_TRY(transaction.commit());
  }
}

}  // namespace kres::storage
