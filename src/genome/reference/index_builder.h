// Builds the sequence index from reference entries.
#pragma once

#include <string>
#include <vector>

#include "genome/reference/entry.h"
#include "genome/reference/sequence_index.h"

namespace kres::genome {

class SequenceIndexBuilder {
 public:
  // Entries are searched whole; of the genes that need not always be searched only enough to find
  // every other one (each shares at least two fifths of its k-mers with the searched genes). Of
  // typing alleles only those are entries that find the others (mlst_index_builder.h).
  explicit SequenceIndexBuilder(std::vector<NewEntry> entries) : entries_(std::move(entries)) {}

  std::string build();  // the index file
  // Ids of genes whose sequence lies inside a longer gene's, with that gene's id. Filled by
  // build().
  const std::vector<std::pair<std::string, std::string>>& contained() const { return contained_; }

 private:
  void choose_searched();
  void find_contained();
  void write_entries(SectionWriter& writer) const;
  void write_proteins(SectionWriter& writer) const;

  std::vector<NewEntry> entries_;
  std::vector<std::uint64_t> offsets_;  // of each entry in the concatenated sequences
  std::vector<char> searched_;
  std::vector<char> is_contained_;
  std::vector<std::pair<std::string, std::string>> contained_;
};

}  // namespace kres::genome
