#include "genome/reference/settings.h"

#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "base/tsv.h"

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
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, {"key", "value", "meaning"}));
  std::map<std::string, double, std::less<>> values;
  for (const auto& row : table.rows()) {
    const auto number = parse_double(row["value"]);
    if (!number)
      return bad_input(fmt::format("'{}' is not a number", row["value"]), name, row.line());
    if (!values.emplace(row["key"], *number).second)
      return bad_input(fmt::format("key '{}' occurs twice", row["key"]), name, row.line());
  }
  Settings settings{};
  settings.name = name;
  settings.digest = sha256_hex(text);
  for (const auto& [key, member] : kKeys) {
    const auto found = values.find(key);
    if (found == values.end()) return bad_input(fmt::format("key '{}' is missing", key), name);
    settings.*member = found->second;
  }
  if (values.size() != kKeys.size())
    return bad_input("holds a key that the engine does not know", name);
  return settings;
}

}  // namespace kres::genome
