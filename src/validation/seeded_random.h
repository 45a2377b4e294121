// Random numbers that are the same on every machine: one generator, explicit arithmetic.
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace kres::validation {

// The standard fixes the output of std::mt19937_64, not that of its distributions, so these are
// written out.
class SeededRandom {
 public:
  // Streams of different numbers of one seed do not depend on each other.
  explicit SeededRandom(std::uint64_t seed, std::uint64_t stream = 0);

  std::uint64_t next() { return engine_(); }
  // Uniform from 0 to below `end`. Requires: end > 0.
  std::uint64_t below(std::uint64_t end);
  // Uniform from `low` to `high`, both included. Requires: low <= high.
  std::uint64_t between(std::uint64_t low, std::uint64_t high) {
    return low + below(high - low + 1);
  }
  bool chance(double probability);
  // Another base than this one. Requires: one of A, C, G, T.
  char other_base(char base);
  // Independent bases with this share (0-1) of G and C.
  std::string bases(std::size_t count, double gc);

 private:
  std::mt19937_64 engine_;
};

}  // namespace kres::validation
