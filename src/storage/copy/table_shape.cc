#include "storage/copy/table_shape.h"

#include "base/text.h"

namespace kres::storage {

namespace {

// Table, column, position in the primary key (0: not part of it).
constexpr const char* kOfSqlite =
    "select m.name, p.name, p.pk from sqlite_master as m, pragma_table_info(m.name) as p where "
    "m.type = 'table' and m.name not like 'sqlite%' and m.name <> 'schema_migration' order by "
    "m.name, p.name";
constexpr const char* kOfPostgresql =
    "select c.table_name, c.column_name, coalesce(k.ordinal_position, 0) from "
    "information_schema.columns as c left join (information_schema.key_column_usage as k join "
    "information_schema.table_constraints as t on t.constraint_schema = k.constraint_schema and "
    "t.constraint_name = k.constraint_name and t.table_name = k.table_name and t.constraint_type = "
    "'PRIMARY KEY') on k.table_schema = c.table_schema and k.table_name = c.table_name and "
    "k.column_name = c.column_name where c.table_schema = current_schema() and c.table_name <> "
    "'schema_migration' order by cast(c.table_name as text), cast(c.column_name as text)";

}  // namespace

std::string TableShape::list(const std::vector<std::string>& names) { return join(names, ", "); }

Result<std::vector<TableShape>> table_shapes(Session& session) {
  KRES_ASSIGN(const auto rows,
              session.query(session.dialect() == Dialect::sqlite ? kOfSqlite : kOfPostgresql));
  std::vector<TableShape> tables;
  for (const auto& row : rows) {
    if (tables.empty() || tables.back().name != row.text(0))
      tables.push_back({.name = row.text(0), .columns = {}, .key = {}});
    auto& table = tables.back();
    table.columns.push_back(row.text(1));
    const auto position = static_cast<std::size_t>(row.integer(2));
    if (position == 0) continue;
    if (table.key.size() < position) table.key.resize(position);
    table.key[position - 1] = row.text(1);
  }
  return tables;
}

}  // namespace kres::storage
