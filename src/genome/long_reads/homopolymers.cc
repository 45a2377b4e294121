#include "genome/long_reads/homopolymers.h"

namespace kres::genome {

std::pair<std::size_t, std::size_t> run_at(std::string_view bases, std::size_t position) {
  auto start = position, end = position + 1;
  while (start > 0 && bases[start - 1] == bases[position]) --start;
  while (end < bases.size() && bases[end] == bases[position]) ++end;
  return {start, end};
}

bool differ_in_runs_only(std::string_view one, std::string_view other) {
  std::size_t i = 0, j = 0;
  while (i < one.size() && j < other.size()) {
    if (one[i] != other[j]) return false;
    i = run_at(one, i).second;
    j = run_at(other, j).second;
  }
  return i == one.size() && j == other.size();
}

}  // namespace kres::genome
