// The index of typing schemes: every allele by the hash of its bases, profiles as sorted numbers.
// Opening it reads no allele, so that schemes that a genome does not need cost nothing.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "genome/kmer/kmer.h"
#include "genome/reference/mlst_scheme.h"
#include "genome/reference/section_file.h"

namespace kres::genome {

using SchemeId = std::uint32_t;
using LocusId = std::uint32_t;  // counted over all schemes

// Species that profiles name: 0 none, otherwise the position in the index' list plus one.
inline constexpr std::uint32_t kSeveralSpecies = UINT32_MAX;

struct SchemeRecord {
  std::uint32_t name_offset, name_length;
  std::uint32_t first_locus, locus_count;
  std::uint32_t first_cell;     // of the profiles, see MlstIndex::profile
  std::uint32_t profile_count;  // all
  std::uint32_t open_count;     // those with kAnyAllele, which stand last
  std::uint32_t reserved;
};

struct LocusRecord {
  std::uint32_t name_offset, name_length;
  std::uint32_t scheme;
  std::uint32_t first_allele, allele_count;
  std::uint32_t first_length, length_count;
  std::uint32_t first_start, start_count;
};

struct AlleleRecord {
  std::uint64_t hash;    // XXH3, 64 bits, of the bases
  std::uint64_t offset;  // of the bases in the index
  std::uint32_t length;
  std::uint32_t number;
  std::uint32_t species;  // of the profiles that name it, kSeveralSpecies if they differ
  std::uint32_t reserved;
};

// An allele found base by base.
struct ExactAllele {
  std::uint32_t number = 0;
  std::uint32_t length = 0;
  std::size_t position = 0;  // in the bases that were searched
  std::uint32_t species = 0;
};

class MlstIndex {
 public:
  static Result<MlstIndex> open(const Path& path, bool verify);

  std::span<const SchemeRecord> schemes() const { return schemes_; }
  std::span<const LocusRecord> loci() const { return loci_; }
  std::string_view name(const SchemeRecord& scheme) const {
    return strings_.substr(scheme.name_offset, scheme.name_length);
  }
  std::string_view name(const LocusRecord& locus) const {
    return strings_.substr(locus.name_offset, locus.name_length);
  }
  // Empty for 0 and kSeveralSpecies.
  std::string_view species(std::uint32_t species) const;

  // The longest allele of the locus that stands whole in `bases` (of alleles that contain one
  // another only the longest counts); the first one of that length. Number 0 if there is none.
  ExactAllele find_exact(LocusId locus, std::string_view bases) const;

  std::span<const AlleleRecord> alleles(LocusId locus) const;
  std::uint32_t longest(LocusId locus) const {  // bases of the longest allele
    return loci_[locus].length_count == 0 ? 0 : lengths_[loci_[locus].first_length];
  }
  std::string_view sequence(const AlleleRecord& allele) const;  // empty if the index is altered

  // A profile: one allele a locus, then the type, then its species.
  std::span<const std::uint32_t> profile(SchemeId scheme, std::uint32_t number) const;
  // The profile with exactly these alleles (kMissingAllele where the locus is missing), empty if
  // there is none. Requires: one allele a locus.
  std::span<const std::uint32_t> find_profile(SchemeId scheme,
                                              const std::vector<std::uint32_t>& alleles) const;
  // The type that shares most alleles, the lowest of equals; 0 if none shares one. A missing
  // allele shares nothing.
  std::uint32_t nearest_type(SchemeId scheme, const std::vector<std::uint32_t>& alleles) const;

 private:
  friend class MlstIndexBuilder;
  enum Section : std::uint32_t {
    kSchemes = 201,
    kLoci,
    kStrings,
    kAlleles,    // sorted by hash within a locus
    kLengths,    // of the alleles of a locus, each once, longest first
    kStarts,     // first kSeedLength bases of the alleles of a locus, sorted, each once
    kSequences,  // bases of all alleles
    kProfiles,   // rows of locus_count + 2 numbers, sorted within a scheme
    kSpecies,    // names, one a line
  };
  explicit MlstIndex(SectionFile file) : file_(std::move(file)) {}
  Result<void> load();
  bool tables_fit() const;
  const AlleleRecord* find(const LocusRecord& locus, std::string_view bases) const;

  SectionFile file_;
  std::span<const SchemeRecord> schemes_;
  std::span<const LocusRecord> loci_;
  std::string_view strings_, sequences_;
  std::span<const AlleleRecord> alleles_;
  std::span<const std::uint32_t> lengths_;
  std::span<const Kmer> starts_;
  std::span<const std::uint32_t> profiles_;
  std::vector<std::string_view> species_;
};

}  // namespace kres::genome
