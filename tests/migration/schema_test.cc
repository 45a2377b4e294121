// Both databases have the same schema after every migration: tables, columns, keys and guards.
#include <gtest/gtest.h>

#include "storage/tables/sql_registry.h"
#include "tests/support/postgresql_server.h"
#include "tests/support/run_program.h"

namespace kres::storage {
namespace {

// Each query gives one text column; a line of it names one thing of the schema.
struct Aspect {
  const char* what;
  const char* sqlite;
  const char* postgresql;
};

const std::vector<Aspect> kAspects{
    {"columns, with their types and whether they may be empty",
     "select m.name || '.' || p.cid || ' ' || p.name || ' ' || case lower(p.type) when 'integer' "
     "then 'bigint' when 'real' then 'double precision' else lower(p.type) end || case when "
     "p.\"notnull\" = 1 or p.pk > 0 then ' not null' else '' end from sqlite_master as m, "
     "pragma_table_info(m.name) as p where m.type = 'table' and m.name <> 'schema_migration'",
     "select table_name || '.' || row_number() over (partition by table_name order by "
     "ordinal_position) - 1 || ' ' || column_name || ' ' || data_type || case is_nullable when "
     "'NO' then ' not null' else '' end from information_schema.columns where table_schema = "
     "current_schema() and table_name <> 'schema_migration'"},
    {"primary keys",
     "select m.name || ' ' || (select group_concat(name) from (select name from "
     "pragma_table_info(m.name) where pk > 0 order by pk)) from sqlite_master as m where m.type = "
     "'table' and m.name <> 'schema_migration'",
     "select c.relname || ' ' || (select string_agg(a.attname, ',' order by array_position("
     "i.indkey, a.attnum)) from pg_attribute as a where a.attrelid = c.oid and a.attnum = "
     "any(i.indkey)) from pg_index as i join pg_class as c on c.oid = i.indrelid where "
     "i.indisprimary and c.relnamespace = cast('public' as regnamespace) and c.relname <> "
     "'schema_migration'"},
    {"what is unique, and other indexes",
     "select m.name || ' ' || i.\"unique\" || ' ' || (select group_concat(name) from (select name "
     "from pragma_index_info(i.name) order by seqno)) || case i.partial when 1 then ' partly' else "
     "'' end from sqlite_master as m, pragma_index_list(m.name) as i where m.type = 'table' and "
     "i.origin <> 'pk' and m.name <> 'schema_migration'",
     "select c.relname || ' ' || cast(i.indisunique as int) || ' ' || (select "
     "string_agg(a.attname, ',' order by array_position(i.indkey, a.attnum)) from pg_attribute as "
     "a where a.attrelid = c.oid and a.attnum = any(i.indkey)) || case when i.indpred is null then "
     "'' else ' partly' end from pg_index as i join pg_class as c on c.oid = i.indrelid where not "
     "i.indisprimary and c.relnamespace = cast('public' as regnamespace)"},
    {"references",
     "select m.name || '.' || f.\"from\" || ' ' || f.\"table\" || '.' || f.\"to\" from "
     "sqlite_master as m, pragma_foreign_key_list(m.name) as f where m.type = 'table'",
     "select c.relname || '.' || a.attname || ' ' || d.relname || '.' || b.attname from "
     "pg_constraint as k join pg_class as c on c.oid = k.conrelid join pg_class as d on d.oid = "
     "k.confrelid join pg_attribute as a on a.attrelid = c.oid and a.attnum = k.conkey[1] join "
     "pg_attribute as b on b.attrelid = d.oid and b.attnum = k.confkey[1] where k.contype = 'f'"},
    {"guards", "select name || ' ' || tbl_name from sqlite_master where type = 'trigger'",
     "select t.tgname || ' ' || c.relname from pg_trigger as t join pg_class as c on c.oid = "
     "t.tgrelid where not t.tgisinternal"}};

std::string aspect_of(Session& session, const Aspect& aspect) {
  const auto rows =
      session.query(session.dialect() == Dialect::sqlite ? aspect.sqlite : aspect.postgresql);
  EXPECT_TRUE(rows) << aspect.what << ": " << rows.error().text();
  std::vector<std::string> lines;
  for (const auto& row : *rows) lines.push_back(row.text(0) + "\n");
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const auto& line : lines) all += line;
  return all;
}

TEST(Schema, IsTheSameOnBothDatabasesAfterEveryMigration) {
  const auto folder = kres::testing::fresh_directory("schema");
  const kres::testing::PostgresqlServer server;
  const auto file = std::move(*Session::open_sqlite(folder / "registry.sqlite"));
  const auto opened = Session::open_postgresql(server.address() + "&dbname=postgres");
  ASSERT_TRUE(opened) << opened.error().text();
  const auto& on_server = *opened;
  const auto sqlite = *registry_migrations(Dialect::sqlite),
             postgresql = *registry_migrations(Dialect::postgresql);
  ASSERT_EQ(sqlite.size(), postgresql.size());
  const int newest = static_cast<int>(sqlite.size());
  for (int step = 1; step < 2 * newest; ++step) {
    const int version = step <= newest ? step : 2 * newest - step;  // up, and down again
    SCOPED_TRACE("version " + std::to_string(version));
    EXPECT_EQ(sqlite[static_cast<std::size_t>(version - 1)].name,
              postgresql[static_cast<std::size_t>(version - 1)].name);
    const auto here = migrate(*file, sqlite, version, Instant{});
    const auto there = migrate(*on_server, postgresql, version, Instant{});
    ASSERT_TRUE(here) << here.error().text();
    ASSERT_TRUE(there) << there.error().text();
    for (const auto& aspect : kAspects)
      EXPECT_EQ(aspect_of(*file, aspect), aspect_of(*on_server, aspect)) << aspect.what;
    EXPECT_NE(aspect_of(*file, kAspects[0]).find("isolate.1 accession text not null\n"),
              std::string::npos);
  }
  ASSERT_TRUE(migrate(*on_server, postgresql, 0, Instant{}));
  EXPECT_EQ(aspect_of(*on_server, kAspects[0]), "");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace kres::storage
