// A typing scheme as published: loci with numbered alleles, and the profiles that make types.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "genome/reference/import_log.h"

namespace kres::genome {

// Cells of a profile that name no allele: the type lacks the locus (0), or it does not matter (N).
inline constexpr std::uint32_t kMissingAllele = 0;
inline constexpr std::uint32_t kAnyAllele = UINT32_MAX;

struct NumberedAllele {
  std::uint32_t number = 0;
  std::string sequence;
};

struct SchemeLocus {
  std::string name;
  std::vector<NumberedAllele> alleles;  // ordered by number, each number once
};

struct SchemeProfile {
  std::uint32_t st = 0;
  std::vector<std::uint32_t> alleles;  // one per locus, in the order of the loci
  std::string species;                 // of the isolates with this type, empty if not told
};

struct TypingScheme {
  std::string name;             // "abaumannii_2"
  std::string source, version;  // "pubmlst", "2025-12-22"
  std::vector<SchemeLocus> loci;
  std::vector<SchemeProfile> profiles;  // ordered by type, each type once
};

// Where a file comes from: the log names `source` and `file`, errors name `path`.
struct SchemeFile {
  std::string source, file, path;
};

// Alleles of one or more loci, headers "locus_number" with an optional remark. Fails on another
// header and on a number that occurs twice.
Result<std::map<std::string, std::vector<NumberedAllele>>> parse_alleles(std::string_view text,
                                                                         const SchemeFile& file,
                                                                         ImportLog& log);

// The profile table: ST, one column a locus, then fields, of which "species" is read. Fails on a
// locus without a column, on a column of numbers that is no locus (its alleles would be lost), on
// cells that are neither a number nor N, and on a type that occurs twice.
Result<std::vector<SchemeProfile>> parse_profiles(std::string_view text,
                                                  const std::vector<std::string>& loci,
                                                  const SchemeFile& file, ImportLog& log);

// Notes what is odd in a whole scheme: equal sequences with two numbers (profiles then name the
// lower one), alleles that no profile names, profiles naming alleles that are not there, equal
// profiles of two types, alleles of a length other than the locus' usual one, ambiguous bases.
void review_scheme(TypingScheme& scheme, ImportLog& log);

}  // namespace kres::genome
