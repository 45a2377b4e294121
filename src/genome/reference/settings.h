// The thresholds of the engine, read from a versioned table (data/settings/).
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::genome {

// Identities, coverages and shares in per cent, lengths in bases. Meanings stand in the table.
struct Settings {
  std::string name;    // "assembly_v1"
  std::string digest;  // SHA-256 of the table
  double identity_present, identity_trace, coverage_present, coverage_partial, coverage_trace;
  double contig_end, broken_protein, protein_trace, interruption, largest_interruption, split_gap,
      split_overlap;
  double species_ani, species_gap, species_gap_low, genus_ani;
  double contamination_warn, contamination_fail;
  double foreign_contig, foreign_hashes, foreign_share, foreign_sketches;
  double loci_twice_warn, loci_twice_fail;
  double replicon_identity, replicon_coverage, context_distance;
  double n50_min, contigs_max, n_percent_max, contig_counted;

  // Columns key, value, meaning. Every key must be there, once, and be a number.
  static Result<Settings> parse(std::string_view text, const std::string& name);
};

}  // namespace kres::genome
