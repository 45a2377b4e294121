// What an alignment of two sequences is, and what it costs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kres::genome {

// One column of an alignment.
enum class Column : std::uint8_t {
  match,
  mismatch,
  insertion,  // a base of the query that the reference does not have
  deletion,   // a base of the reference that the query does not have
  unknown,    // the query has a letter here that stands for any base
};

struct AlignmentCosts {
  int mismatch = 4;
  int gap_open = 6;    // for the first base of a gap, besides gap_extend
  int gap_extend = 2;  // for every base of a gap
  char ambiguous =
      0;  // letter of the query that stands for any base; it costs one, and is no difference
};

inline Column paired_column(char reference, char query, const AlignmentCosts& costs) {
  if (reference == query) return Column::match;
  return costs.ambiguous != 0 && query == costs.ambiguous ? Column::unknown : Column::mismatch;
}

// Which ends of the query may stay unaligned without cost.
enum class QueryEnds { fixed, free_start, free_end };

struct PairwiseAlignment {
  std::vector<Column> columns;  // reference aligned end to end
  std::size_t query_start = 0;  // first query base used; 0 unless the start is free
  std::size_t query_end = 0;    // one past the last query base used
};

}  // namespace kres::genome
