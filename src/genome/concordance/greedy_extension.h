// Extends an exact match in both directions to the local alignment of greatest score, greedily.
//
// Scores are megablast's: a match 1, a mismatch -2, a gap -2.5 a base, which makes every difference
// cost the same, so that the farthest reach per number of differences is enough to know (Zhang et
// al. 2000, doi 10.1089/10665270050081478). An extension is given up where the score has fallen
// 54 below the best, 100 bits.
#pragma once

#include <cstddef>
#include <string_view>

namespace kres::genome {

struct Extension {
  std::size_t query = 0, subject = 0;  // bases passed in each
  std::size_t mismatches = 0, gaps = 0;

  std::size_t matches() const { return (query + subject - gaps) / 2 - mismatches; }
  std::size_t columns() const { return matches() + mismatches + gaps; }
};

// Which of several extensions of one score is taken.
enum class Ties { shortest, longest };

// The best extension from the first bases of both on. `backwards` reads both from their ends.
// A base that is not A, C, G or T is equal to nothing.
Extension extend_greedily(std::string_view query, std::string_view subject, bool backwards,
                          Ties ties);

}  // namespace kres::genome
