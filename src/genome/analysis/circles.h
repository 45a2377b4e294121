// Circular contigs as circles: a gene across the place where a circle was opened is one gene.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "genome/protein/translated_align.h"
#include "genome/result/genome_result.h"
#include "genome/search/locus.h"
#include "sequence/assembly.h"

namespace kres::genome {

// The contigs of an assembly with the circular ones unrolled: their first bases follow their last
// once more, so that whatever lies across the origin is there in one stretch. What is found on them
// is found twice near the origin; drop_repeats() keeps one of the two, the whole one if the other
// is cut, and fold() gives positions on the contigs as they were given.
class Circles {
 public:
  explicit Circles(const std::vector<sequence::ContigSequence>& contigs);

  const std::vector<sequence::ContigSequence>& unrolled() const { return unrolled_; }

  void drop_repeats(std::vector<Locus>& loci) const;
  void drop_repeats(std::vector<Placement>& placements) const;
  void drop_repeats(std::vector<TranslatedAlignment>& alignments) const;
  // `known` are other findings that may lie across the origin.
  void drop_repeats(std::vector<Determinant>& findings,
                    const std::vector<Determinant>& known) const;

  // Every position of the result. What lies across the origin becomes two pieces, and start and end
  // of the determinant are those of the piece with the entry's first bases; where there are no
  // pieces, the end comes before the start.
  void fold(GenomeResult& result) const;

 private:
  // 0-based, half-open, on an unrolled contig.
  struct Span {
    std::uint32_t contig = 0;
    std::uint64_t start = 0, end = 0;
  };
  template <class Item, class SpanOf>
  void drop(std::vector<Item>& items, SpanOf span_of, std::vector<Span> crossing = {}) const;
  bool crosses(const Span& span) const;
  bool repeats(const Span& span, const std::vector<Span>& crossing) const;
  Span span_of(const Determinant& determinant) const;
  void fold_determinant(Determinant& determinant) const;
  std::uint64_t length_of(const std::string& contig) const;  // as given; 0 if unknown

  std::vector<sequence::ContigSequence> unrolled_;
  std::vector<std::uint64_t> lengths_;  // as given
};

}  // namespace kres::genome
