// Runs of bases without an ambiguous one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace kres::genome {

// Calls visit(run, start) for every stretch between two Ns, left to right; some may be empty.
// Requires: A, C, G, T and N in upper case.
template <class Visit>
void for_each_plain_run(std::string_view bases, Visit&& visit) {
  for (std::size_t begin = 0; begin < bases.size();) {
    const std::size_t end = std::min(bases.find('N', begin), bases.size());
    visit(bases.substr(begin, end - begin), begin);
    begin = end + 1;
  }
}

}  // namespace kres::genome
