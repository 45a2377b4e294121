#include "storage/copy/record_summary.h"

#include <fmt/format.h>

#include "base/digest.h"

namespace kres::storage {

namespace {

constexpr std::int64_t kRowsBetween = 1000;  // two tellings of how far it is

// Each cell with its kind and, for texts, its length: two different rows never give the same text.
struct CellText {
  std::string operator()(std::monostate) const { return "n"; }
  std::string operator()(std::int64_t number) const { return fmt::format("i{}", number); }
  std::string operator()(double number) const { return fmt::format("r{}", number); }
  std::string operator()(const std::string& text) const {
    return fmt::format("t{}:{}", text.size(), text);
  }
};

}  // namespace

Result<TableSummary> summarize(Session& session, const TableShape& table,
                               const Session::VisitRow& visit, const ShowRows& show) {
  Sha256 digest;
  std::int64_t rows = 0;
  const auto sql = fmt::format("select {} from {} order by {}", table.column_list(), table.name,
                               table.key_list());
  const auto each = [&](const Row& row) -> Result<void> {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      digest.update(std::visit(CellText{}, row.cell(i)) + "\n");
    ++rows;
    if (show && rows % kRowsBetween == 0) show(table.name, rows);
    return visit(row);
  };
  KRES_TRY(session.each(sql, {}, each));
  if (show) show(table.name, rows);
  return TableSummary{table.name, rows, digest.hex()};
}

Result<std::vector<TableSummary>> summarize_records(Session& session, const ShowRows& show) {
  KRES_ASSIGN(const auto tables, table_shapes(session));
  std::vector<TableSummary> summaries;
  for (const auto& table : tables) {
    KRES_ASSIGN(auto summary,
                summarize(
                    session, table, [](const Row&) -> Result<void> { return {}; }, show));
    summaries.push_back(std::move(summary));
  }
  return summaries;
}

Result<void> require_same(const std::vector<TableSummary>& expected,
                          const std::vector<TableSummary>& found, const std::string& place) {
  const auto differs = [&](const std::string& table, std::int64_t rows, std::int64_t found_rows) {
    return fail(
        {.code = ErrorCode::corrupt,
         .message = fmt::format("table {} is not as it should be: {} rows expected, {} found",
                                table, rows, found_rows),
         .file = place,
         .remedy = {}});
  };
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (i >= found.size() || found[i].table != expected[i].table)
      return differs(expected[i].table, expected[i].rows, 0);
    if (found[i] != expected[i]) return differs(expected[i].table, expected[i].rows, found[i].rows);
  }
  if (found.size() > expected.size())
    return differs(found[expected.size()].table, 0, found[expected.size()].rows);
  return {};
}

}  // namespace kres::storage
