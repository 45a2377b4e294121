#include "genome/reference/threshold_table.h"

#include "base/text.h"
#include "base/tsv.h"

namespace kres::genome {

Result<ThresholdTable> ThresholdTable::parse(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto rows, TsvTable::parse(text, name, {"key", "value", "meaning"}));
  ThresholdTable table;
  table.name_ = name;
  for (const auto& row : rows.rows()) {
    const auto number = parse_double(row["value"]);
    if (!number)
      return bad_input(fmt::format("'{}' is not a number", row["value"]), name, row.line());
    if (!table.values_.emplace(row["key"], *number).second)
      return bad_input(fmt::format("key '{}' occurs twice", row["key"]), name, row.line());
  }
  return table;
}

}  // namespace kres::genome
