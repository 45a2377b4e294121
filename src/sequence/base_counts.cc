#include "sequence/base_counts.h"

#include <algorithm>
#include <cstring>

namespace kres::sequence {

namespace {

constexpr std::size_t kLanes = 16;
typedef std::uint8_t Letters __attribute__((vector_size(kLanes)));

Letters load(const char* from) {
  Letters letters;
  std::memcpy(&letters, from, sizeof letters);
  return letters;
}

// All bits of a lane are set where its letter is one of two.
Letters either(Letters letters, char first, char second) {
  const auto same = (letters == static_cast<std::uint8_t>(first)) |
                    (letters == static_cast<std::uint8_t>(second));
  return reinterpret_cast<Letters>(same);
}

std::uint64_t sum(Letters letters) {
  std::uint64_t total = 0;
  for (std::size_t lane = 0; lane < kLanes; ++lane) total += letters[lane];
  return total;
}

bool is_gc(char base) { return base == 'G' || base == 'C'; }
bool is_known(char base) { return is_gc(base) || base == 'A' || base == 'T'; }

// At most 255 steps, so that no lane of the counts overflows.
BaseCounts count_steps(const char* bases, std::size_t steps) {
  Letters gc{}, at{};
  for (std::size_t step = 0; step < steps; ++step) {
    const Letters letters = load(bases + step * kLanes);
    gc -= either(letters, 'G', 'C');
    at -= either(letters, 'A', 'T');
  }
  return {.known = sum(gc) + sum(at), .gc = sum(gc)};
}

}  // namespace

BaseCounts count_bases(std::string_view bases) {
  BaseCounts counts;
  while (bases.size() >= kLanes) {
    const std::size_t steps = std::min<std::size_t>(255, bases.size() / kLanes);
    counts += count_steps(bases.data(), steps);
    bases.remove_prefix(steps * kLanes);
  }
  counts.known += static_cast<std::uint64_t>(std::count_if(bases.begin(), bases.end(), is_known));
  counts.gc += static_cast<std::uint64_t>(std::count_if(bases.begin(), bases.end(), is_gc));
  return counts;
}

bool only_known_bases(std::string_view bases) {
  Letters known = Letters{} - 1;
  std::size_t at = 0;
  for (; at + kLanes <= bases.size(); at += kLanes) {
    const Letters letters = load(bases.data() + at);
    known &= either(letters, 'G', 'C') | either(letters, 'A', 'T');
  }
  std::uint64_t halves[2];
  std::memcpy(halves, &known, sizeof halves);
  return (halves[0] & halves[1]) == ~std::uint64_t{0} &&
         std::all_of(bases.begin() + static_cast<std::ptrdiff_t>(at), bases.end(), is_known);
}

}  // namespace kres::sequence
