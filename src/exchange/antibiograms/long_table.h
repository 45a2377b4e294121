// Tables with one value a row: our own and NCBI's antibiograms.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "exchange/antibiograms/delimited_text.h"
#include "exchange/antibiograms/test_systems.h"
#include "exchange/antibiograms/value_source.h"

namespace kres::exchange {

enum class LongField {
  isolate,
  organism,
  agent,
  method,
  system,
  sign,
  value,
  unit,
  disk_ug,
  guideline,
  indication,
  route,
  provenance,
  date
};
inline constexpr std::size_t kLongFields = 14;

// The names that a column may have, and whether a table of this layout must have it.
struct LongColumn {
  LongField field;
  bool required;
  std::vector<std::string_view> names;  // lower case, "_" for blanks
};
const std::vector<LongColumn>& own_columns();
const std::vector<LongColumn>& antibiogram_columns();

bool has_columns_of(const std::vector<std::string>& header, const std::vector<LongColumn>& columns);

// Fails on a missing or repeated column. With `systems` the method is what the laboratory's system
// makes of it (an antibiogram), else it is taken as it stands.
Result<std::unique_ptr<ValueSource>> open_long_table(DelimitedText text, const std::string& name,
                                                     const std::vector<LongColumn>& columns,
                                                     const TestSystems* systems);

}  // namespace kres::exchange
