// Deals out reads that fit several places equally well.
#pragma once

#include <cstdint>
#include <vector>

namespace kres::genome {

inline constexpr std::uint32_t kNoUnit = UINT32_MAX;

// Places of one read, one after the other in a list of units.
struct PlaceRange {
  std::uint32_t first = 0, count = 0;
  std::uint32_t bases = 0;  // of the read
};

// For each range the place that its read goes to, counted from the range's first. `unit_of_place`:
// what the place stands on, of which `lengths` has the bases, or kNoUnit: such a place is used only
// where the read has no other. 0 for a range of one place or none. Deterministic.
std::vector<std::uint32_t> deal_out(const std::vector<PlaceRange>& reads,
                                    const std::vector<std::uint32_t>& unit_of_place,
                                    const std::vector<double>& lengths);

}  // namespace kres::genome
