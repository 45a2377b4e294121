// Counts unequal bytes of two texts, eight at a time.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace kres::genome {

inline std::uint32_t count_differences(const char* a, const char* b, std::size_t size) {
  constexpr std::uint64_t kLow = 0x7f7f7f7f7f7f7f7fULL;
  // The top bit of every byte that is not zero.
  const auto unequal = [](std::uint64_t x) { return (((x & kLow) + kLow) | x) & ~kLow; };
  std::uint32_t differences = 0;
  std::size_t i = 0;
  std::uint64_t left, right;
  for (; i + 8 <= size; i += 8) {
    std::memcpy(&left, a + i, 8);
    std::memcpy(&right, b + i, 8);
    if (left != right)
      differences += static_cast<std::uint32_t>(std::popcount(unequal(left ^ right)));
  }
  for (; i < size; ++i) differences += a[i] != b[i];
  return differences;
}

}  // namespace kres::genome
