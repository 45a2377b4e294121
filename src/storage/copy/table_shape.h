// Which tables a registry's database has, as the database itself tells it.
#pragma once

#include <string>
#include <vector>

#include "storage/sql/session.h"

namespace kres::storage {

struct TableShape {
  std::string name;
  std::vector<std::string> columns;  // in the order of their names
  std::vector<std::string> key;      // of the primary key, in its order

  std::string column_list() const { return list(columns); }
  std::string key_list() const { return list(key); }

 private:
  static std::string list(const std::vector<std::string>& names);
};

// Every table of records, by name; the list of applied migrations is none.
Result<std::vector<TableShape>> table_shapes(Session& session);

}  // namespace kres::storage
