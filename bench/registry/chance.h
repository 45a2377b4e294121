// Chance that is the same for the same seed, on every machine.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace kres::bench {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : numbers_(seed) {}
  // 0 .. n - 1. Requires: n > 0.
  int below(int n) { return static_cast<int>(numbers_() % static_cast<std::uint64_t>(n)); }
  bool in(int n) { return below(n) == 0; }  // once in n times
  template <class T>
  const T& one_of(const std::vector<T>& many) {
    return many[static_cast<std::size_t>(below(static_cast<int>(many.size())))];
  }

 private:
  std::mt19937_64 numbers_;
};

}  // namespace kres::bench
