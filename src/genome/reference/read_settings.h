// The thresholds of what only reads tell, read from a versioned table (data/settings/).
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "genome/reference/threshold_table.h"

namespace kres::genome {

// Depths in x, shares 0-1, qualities on the Phred scale. Meanings stand in the table.
struct ReadSettings {
  std::string name;    // "reads_v1"
  std::string digest;  // SHA-256 of the table
  double least_quality, depth_genes, depth_cgmlst;
  double site_reads, site_strand_reads, site_fraction, site_lower_bound;
  double ribosomal_reads, ribosomal_strand_reads, ribosomal_fraction, ribosomal_lower_bound;
  double second_allele_fraction, second_allele_reads, second_allele_strand_reads,
      second_alleles_warn, second_alleles_fail;
  double second_genome_quality, second_genome_depth, second_genome_reads, second_genome_warn,
      second_genome_fail;
  double minor_copies, minor_gene_copies;
  double negative_overlap, negative_reads, negative_miss;

  // Columns key, value, meaning. Every key must be there, once, and be a number.
  static Result<ReadSettings> parse(std::string_view text, const std::string& name);
  // From a table whose other keys were taken; `text` is all of it.
  static Result<ReadSettings> of(ThresholdTable& table, std::string_view text,
                                 const std::string& name);
};

}  // namespace kres::genome
