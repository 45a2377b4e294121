#include "genome/reference/read_settings.h"

#include "base/digest.h"

namespace kres::genome {

namespace {

constexpr std::array<std::pair<const char*, double ReadSettings::*>, 26> kKeys{{
    {"least_quality", &ReadSettings::least_quality},
    {"depth_genes", &ReadSettings::depth_genes},
    {"depth_cgmlst", &ReadSettings::depth_cgmlst},
    {"site_reads", &ReadSettings::site_reads},
    {"site_strand_reads", &ReadSettings::site_strand_reads},
    {"site_fraction", &ReadSettings::site_fraction},
    {"site_lower_bound", &ReadSettings::site_lower_bound},
    {"ribosomal_reads", &ReadSettings::ribosomal_reads},
    {"ribosomal_strand_reads", &ReadSettings::ribosomal_strand_reads},
    {"ribosomal_fraction", &ReadSettings::ribosomal_fraction},
    {"ribosomal_lower_bound", &ReadSettings::ribosomal_lower_bound},
    {"second_allele_fraction", &ReadSettings::second_allele_fraction},
    {"second_allele_reads", &ReadSettings::second_allele_reads},
    {"second_allele_strand_reads", &ReadSettings::second_allele_strand_reads},
    {"second_alleles_warn", &ReadSettings::second_alleles_warn},
    {"second_alleles_fail", &ReadSettings::second_alleles_fail},
    {"second_genome_quality", &ReadSettings::second_genome_quality},
    {"second_genome_depth", &ReadSettings::second_genome_depth},
    {"second_genome_reads", &ReadSettings::second_genome_reads},
    {"second_genome_warn", &ReadSettings::second_genome_warn},
    {"second_genome_fail", &ReadSettings::second_genome_fail},
    {"minor_copies", &ReadSettings::minor_copies},
    {"minor_gene_copies", &ReadSettings::minor_gene_copies},
    {"negative_overlap", &ReadSettings::negative_overlap},
    {"negative_reads", &ReadSettings::negative_reads},
    {"negative_miss", &ReadSettings::negative_miss},
}};

}  // namespace

Result<ReadSettings> ReadSettings::parse(std::string_view text, const std::string& name) {
  KRES_ASSIGN(auto table, ThresholdTable::parse(text, name));
  return of(table, text, name);
}

Result<ReadSettings> ReadSettings::of(ThresholdTable& table, std::string_view text,
                                      const std::string& name) {
  ReadSettings settings{};
  settings.name = name;
  settings.digest = sha256_hex(text);
  KRES_TRY(table.fill(settings, kKeys));
  return settings;
}

}  // namespace kres::genome
