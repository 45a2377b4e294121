// Splits text into FASTQ records, and says what is wrong with text that is none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "sequence/fastq_record.h"

namespace kres::sequence {

struct ParsedRecords {
  std::size_t end = 0;  // of the last whole record, in the text
  bool fault = false;   // what stands there is no record, and more text does not make it one
};

// Appends every whole record of the text up to the first fault. Requires: the text starts where a
// record does.
ParsedRecords parse_records(std::string_view text, std::vector<FastqRecord>& records);

// What is wrong with the record that `text` starts with, number `record` (0-based) of the file.
// Requires: parse_records() found a fault there, or the text is all that is left of the file.
Error record_fault(std::string_view text, std::uint64_t record, const std::string& file,
                   bool all_that_is_left);
// Whether lines end in carriage returns alone, as the first one shows.
bool has_old_line_ends(std::string_view text);
Error old_line_ends_fault(const std::string& file);
Error blank_line_fault(std::uint64_t record, const std::string& file);

}  // namespace kres::sequence
