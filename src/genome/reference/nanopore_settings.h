// The thresholds of what nanopore reads tell, read from a versioned table (data/settings/).
#pragma once

#include <string>
#include <string_view>

#include "genome/reference/read_settings.h"

namespace kres::genome {

// Depths in x, shares 0-1, qualities on the Phred scale, lengths in bases. Meanings stand in the
// table.
struct NanoporeSettings {
  ReadSettings reads;  // what is asked of any reads; names the whole table
  double most_depth, mean_length, mean_quality, error_percent;
  double error_share_of_copy, error_share_of_rival;
  double confirmed_share, confirmed_strand_reads, longest_run, frameshift_run;

  // Columns key, value, meaning. Every key must be there, once, and be a number.
  static Result<NanoporeSettings> parse(std::string_view text, const std::string& name);
};

}  // namespace kres::genome
