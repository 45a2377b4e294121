// Places reads on contigs: by exact words and without gaps first, with gaps where that fits badly.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "genome/pileup/read_place.h"
#include "genome/pileup/word_places.h"
#include "sequence/contig.h"

namespace kres::genome {

// A place scores 1 for each equal base, -4 for each other one, -6 for a gap and -1 for each of its
// bases; bases that hang over an end of the contig score nothing. The best place wins; equal ones
// are all given, in the order of the contigs.
//
// Words stand side by side along the read, so every place that differs from the read in fewer bases
// than it has words is met. A read without any difference is placed by its first word alone: every
// equal place holds that word.
class ReadPlacer {
 public:
  ReadPlacer(const std::vector<sequence::ContigSequence>& contigs, const PlacementLimits& limits);

  // The best places; empty if none fits the limits, or the read is longer than kLongestRead. The
  // list is valid until the next call.
  const std::vector<ReadPlace>& place(std::string_view bases);

 private:
  struct Diagonal {
    std::uint32_t contig;
    bool reverse;
    std::int64_t start;  // contig position of the read's first base; may be below 0
    std::uint32_t overlap, differences;
    std::int64_t score() const { return std::int64_t{overlap} - 5 * std::int64_t{differences}; }
  };
  void find_diagonals(std::string_view bases);
  bool add_word(std::string_view bases, std::size_t at);
  bool add_diagonal(std::uint32_t contig, bool reverse, std::int64_t start);
  void keep_best();
  void try_gaps();
  bool fits(std::int64_t score, std::uint32_t overlap) const;
  std::string_view oriented(bool reverse) const { return reverse ? turned_ : bases_; }
  std::string_view turn();

  const std::vector<sequence::ContigSequence>& contigs_;
  PlacementLimits limits_;
  WordPlaces words_;
  std::string_view bases_;  // of the read at hand
  std::string turned_;      // its reverse complement, empty while nobody needs it
  std::vector<Diagonal> diagonals_;
  std::vector<ReadPlace> best_;
};

}  // namespace kres::genome
