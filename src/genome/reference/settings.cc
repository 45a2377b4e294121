#include "genome/reference/settings.h"

#include "base/digest.h"
#include "genome/reference/threshold_table.h"

namespace kres::genome {

namespace {

constexpr std::array<std::pair<const char*, double Settings::*>, 31> kKeys{{
    {"identity_present", &Settings::identity_present},
    {"identity_trace", &Settings::identity_trace},
    {"coverage_present", &Settings::coverage_present},
    {"coverage_partial", &Settings::coverage_partial},
    {"coverage_trace", &Settings::coverage_trace},
    {"contig_end", &Settings::contig_end},
    {"broken_protein", &Settings::broken_protein},
    {"protein_trace", &Settings::protein_trace},
    {"interruption", &Settings::interruption},
    {"largest_interruption", &Settings::largest_interruption},
    {"split_gap", &Settings::split_gap},
    {"split_overlap", &Settings::split_overlap},
    {"species_ani", &Settings::species_ani},
    {"species_gap", &Settings::species_gap},
    {"species_gap_low", &Settings::species_gap_low},
    {"genus_ani", &Settings::genus_ani},
    {"contamination_warn", &Settings::contamination_warn},
    {"contamination_fail", &Settings::contamination_fail},
    {"foreign_contig", &Settings::foreign_contig},
    {"foreign_hashes", &Settings::foreign_hashes},
    {"foreign_share", &Settings::foreign_share},
    {"foreign_sketches", &Settings::foreign_sketches},
    {"loci_twice_warn", &Settings::loci_twice_warn},
    {"loci_twice_fail", &Settings::loci_twice_fail},
    {"replicon_identity", &Settings::replicon_identity},
    {"replicon_coverage", &Settings::replicon_coverage},
    {"context_distance", &Settings::context_distance},
    {"n50_min", &Settings::n50_min},
    {"contigs_max", &Settings::contigs_max},
    {"n_percent_max", &Settings::n_percent_max},
    {"contig_counted", &Settings::contig_counted},
}};

}  // namespace

Result<Settings> Settings::parse(std::string_view text, const std::string& name) {
  KRES_ASSIGN(auto table, ThresholdTable::parse(text, name));
  Settings settings{};
  settings.name = name;
  settings.digest = sha256_hex(text);
  KRES_TRY(table.fill(settings, kKeys));
  return settings;
}

}  // namespace kres::genome
