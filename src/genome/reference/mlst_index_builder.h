// Builds the index of typing schemes, and chooses the alleles that genomes are searched for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "genome/reference/entry.h"
#include "genome/reference/mlst_index.h"
#include "genome/reference/mlst_scheme.h"

namespace kres::genome {

class MlstIndexBuilder {
 public:
  // Requires: schemes have different names; their review is done (mlst_scheme.h).
  explicit MlstIndexBuilder(const std::vector<TypingScheme>& schemes) : schemes_(schemes) {}
  std::string build();  // the index file

 private:
  void add_scheme(const TypingScheme& scheme);
  void add_locus(const TypingScheme& scheme, std::size_t locus);
  void add_profiles(const TypingScheme& scheme, SchemeRecord& record);
  std::uint32_t species_id(const std::string& name);
  std::pair<std::uint32_t, std::uint32_t> add_string(const std::string& text);

  const std::vector<TypingScheme>& schemes_;
  std::vector<SchemeRecord> scheme_records_;
  std::vector<LocusRecord> locus_records_;
  std::vector<AlleleRecord> alleles_;
  std::vector<std::uint32_t> lengths_, profiles_;
  std::vector<Kmer> starts_;
  std::vector<std::string> species_;
  std::string strings_, sequences_;
};

// What an entry of the sequence index is called that stands for a locus: "klebsiella/gapA".
std::string locus_label(std::string_view scheme, std::string_view locus);

// Of the alleles of each locus only enough to find every other one: each allele shares at least
// two fifths of its k-mers with these. Their gene is the locus' label.
std::vector<NewEntry> searched_alleles(const std::vector<TypingScheme>& schemes);

}  // namespace kres::genome
