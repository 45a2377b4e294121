// Adds placed reads to the counts of the contigs.
#pragma once

#include <string_view>
#include <vector>

#include "genome/pileup/placed_reads.h"
#include "genome/pileup/reads.h"
#include "sequence/contig.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

class ReadCounter {
 public:
  // Requires: make_counts(). Several counters may add to different contigs at the same time.
  ReadCounter(PlacedReads& placed, const PileupOptions& options)
      : placed_(placed), codons_(options.codons), least_('!' + options.least_quality) {}
  // Gives `placed` counts for every contig and watched codon.
  static void make_counts(PlacedReads& placed, const std::vector<sequence::ContigSequence>& contigs,
                          const PileupOptions& options);

  // Bases of `covered` are left out: the other read of the fragment lies there.
  void add(const Read& read, const ReadPlace& place, const Stretch& covered);

 private:
  // Of the read as it lies on the contig.
  std::size_t in_file(std::uint32_t i) const { return reverse_ ? bases_.size() - 1 - i : i; }
  std::uint8_t code_at(std::uint32_t i) const {
    const auto code = sequence::base_code(bases_[in_file(i)]);
    return reverse_ && code != sequence::kNoCode ? static_cast<std::uint8_t>(3 - code) : code;
  }
  bool tells(std::uint32_t i) const {
    return qualities_.empty() || qualities_[in_file(i)] >= least_;
  }
  bool is_covered(std::uint32_t at) const { return at >= covered_.start && at < covered_.end; }
  void add_stretch(ContigCounts& counts, const ReadPlace& place, std::uint32_t from,
                   std::uint32_t to);
  void add_base(ContigCounts& counts, std::uint32_t at, std::uint32_t i);
  void count_base(SiteCount& site, std::uint32_t i);
  void add_columns(ContigCounts& counts, const ReadPlace& place);
  void add_codons(const ReadPlace& place);

  PlacedReads& placed_;
  const std::vector<WatchedCodon>& codons_;
  int least_;
  Stretch covered_;
  bool reverse_ = false;
  std::string_view bases_, qualities_;  // of the read at hand, as in its file
  std::vector<std::uint32_t> base_at_;  // of its bases, for each base of the contig under it
};

}  // namespace kres::genome
