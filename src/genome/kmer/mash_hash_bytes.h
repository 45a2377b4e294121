// Where the bytes of eight neighbouring k-mers of 21 bases come from, for the ways that hash them
// side by side.
#pragma once

#include <array>
#include <cstddef>

namespace kres::genome {

// Byte `b` of k-mer `j` is taken from byte j + b (or j + last - b) of sixteen bases; zero from
// `count` bytes on.
constexpr std::array<char, 64> byte_selection(int last, bool falling, int count = 8) {
  std::array<char, 64> bytes{};
  for (int j = 0; j < 8; ++j)
    for (int b = 0; b < 8; ++b)
      bytes[static_cast<std::size_t>(8 * j + b)] =
          static_cast<char>(b >= count ? -128 : j + (falling ? last - b : b));
  return bytes;
}
inline constexpr auto kRising = byte_selection(7, false), kFalling = byte_selection(7, true),
                      kRisingTail = byte_selection(4, false, 5),
                      kFallingTail = byte_selection(4, true, 5);

}  // namespace kres::genome
