// How many rows a table has and what they are, in one digest that is the same on both databases.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/copy/table_shape.h"

namespace kres::storage {

struct TableSummary {
  std::string table;
  std::int64_t rows = 0;
  std::string sha256;  // of all cells, row by row in the order of the primary key
  bool operator==(const TableSummary&) const = default;
};

// Told now and then, and at the end of a table, how many of its rows are read.
using ShowRows = std::function<void(std::string_view table, std::int64_t rows)>;

// Reads a table in the order of its key, shows each row to `visit` and digests it.
// Requires: a transaction, so that the table stands still.
Result<TableSummary> summarize(Session& session, const TableShape& table,
                               const Session::VisitRow& visit, const ShowRows& show = {});

// Of every table, by name.
Result<std::vector<TableSummary>> summarize_records(Session& session, const ShowRows& show = {});

// `corrupt` with the name of the first table that differs.
Result<void> require_same(const std::vector<TableSummary>& expected,
                          const std::vector<TableSummary>& found, const std::string& place);

}  // namespace kres::storage
