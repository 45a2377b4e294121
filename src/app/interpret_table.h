// Interprets a table of measurements value by value and keeps account of every one.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "exchange/antibiograms/account.h"
#include "exchange/antibiograms/table_reader.h"
#include "susceptibility/interpret.h"

namespace kres::app {

// Where the results go, one call each, in the order of the table.
struct TableOutput {
  std::function<void(const susceptibility::Interpretation&, std::size_t line)> interpretation;
  std::function<void(const susceptibility::Refusal&)> refusal;
};

// What happens to an interpretation before it goes out: quality control.
using Afterwards = std::function<void(susceptibility::Interpretation&)>;

// Every value on its own, then by the expert rules that its isolate sets off.
exchange::Account interpret_table(exchange::TableReader& reader,
                                  const susceptibility::Standard& standard,
                                  const Afterwards& afterwards, const TableOutput& output);

// A table as it lies on disk: plain, gzip, xz or zstd.
Result<std::string> read_table_text(const std::string& path);

}  // namespace kres::app
