// A contig read along one of its strands: positions count from where the strand begins.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "sequence/nucleotides.h"

namespace kres::genome {

class Strand {
 public:
  Strand(std::string_view contig, bool reverse) : contig_(contig), reverse_(reverse) {}

  std::int64_t length() const { return static_cast<std::int64_t>(contig_.size()); }
  // Position on the contig's forward strand of the base at `at`.
  std::int64_t forward(std::int64_t at) const { return reverse_ ? length() - 1 - at : at; }
  char base(std::int64_t at) const {
    const char base = contig_[static_cast<std::size_t>(forward(at))];
    return reverse_ ? sequence::complement(base) : base;
  }
  char residue(std::int64_t at) const {
    return sequence::translate_codon(base(at), base(at + 1), base(at + 2));
  }
  // Requires: 0 <= from <= to <= length().
  std::string piece(std::int64_t from, std::int64_t to) const {
    const auto count = static_cast<std::size_t>(to - from);
    if (!reverse_) return std::string(contig_.substr(static_cast<std::size_t>(from), count));
    return sequence::reverse_complement(
        contig_.substr(static_cast<std::size_t>(length() - to), count));
  }

 private:
  std::string_view contig_;
  bool reverse_;
};

}  // namespace kres::genome
