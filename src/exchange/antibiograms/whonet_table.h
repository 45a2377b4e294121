// WHONET's table: one isolate a row, a column for each agent and method.
#pragma once

#include <memory>

#include "exchange/antibiograms/delimited_text.h"
#include "exchange/antibiograms/value_source.h"
#include "exchange/antibiograms/whonet_codes.h"

namespace kres::exchange {

// An isolate is called by ROW_IDX if the table has it, else by specimen number, organism and date.
// Empty cells are no values. Nothing that names a patient is read. Fails on a table without
// ORGANISM, without an identifier, or with one column twice. `codes` must outlive the result.
Result<std::unique_ptr<ValueSource>> open_whonet_table(DelimitedText text, const std::string& name,
                                                       const WhonetCodes& codes);

}  // namespace kres::exchange
