// Finds the local alignments between contigs and database entries that the peer's search finds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "genome/concordance/class_files.h"
#include "genome/concordance/word_index.h"

namespace kres::genome {

// A local alignment. Positions are 1-based and inclusive; the query's on the contig's forward
// strand, the subject's in the entry's own direction.
struct PeerHit {
  std::uint32_t file = 0, entry = 0;  // of the class files
  std::size_t contig = 0;
  std::size_t query_start = 0, query_end = 0;
  std::size_t subject_start = 0, subject_end = 0, subject_length = 0;
  bool reverse = false;
  std::size_t columns = 0, identities = 0, gaps = 0;

  double identity() const;  // per cent of columns
  double coverage() const;  // columns without gaps as a share (0-1) of the entry
};

class PeerSearch {
 public:
  explicit PeerSearch(const std::vector<ClassFile>& files);

  // Alignments of at least `least_identity` per cent and more than 20 per cent of the entry, in
  // the order in which the peer reads them: by class file, then entries with most identities
  // first, of equal ones the last in the file, then alignments of greatest score first.
  std::vector<PeerHit> hits(std::string_view contig, std::size_t contig_number,
                            double least_identity) const;

 private:
  struct EntryPlace {
    std::uint32_t file = 0, entry = 0;
  };
  struct Found;
  void extend(std::string_view contig, std::size_t at, const WordPlace& place, bool reverse,
              std::vector<Found>& found) const;

  std::vector<std::string_view> sequences_;  // of every entry
  std::vector<std::string> reversed_;        // their reverse complements
  std::vector<EntryPlace> places_;
  WordIndex index_;
};

}  // namespace kres::genome
