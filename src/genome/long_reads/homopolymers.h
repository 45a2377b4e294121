// Runs of one base, whose length nanopore sequencers read badly.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

namespace kres::genome {

// 0-based, half-open: the run of equal bases that holds this position. Requires: it is one of the
// text's.
std::pair<std::size_t, std::size_t> run_at(std::string_view bases, std::size_t position);

// Whether both read the same with every run counted as one base.
bool differ_in_runs_only(std::string_view one, std::string_view other);

}  // namespace kres::genome
