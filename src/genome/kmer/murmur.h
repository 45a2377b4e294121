// MurmurHash3 (x64, 128 bits): first 64 bits, as Mash hashes its k-mers.
// Definition: A. Appleby, MurmurHash3, public domain. Checked against sketches that Mash itself
// made.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace kres::genome {

namespace murmur {

inline std::uint64_t rotate(std::uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

inline std::uint64_t finish(std::uint64_t h) {
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdULL;
  h ^= h >> 33;
  h *= 0xc4ceb9fe1a85ec53ULL;
  return h ^ (h >> 33);
}

inline constexpr std::uint64_t kC1 = 0x87c37b91114253d5ULL;
inline constexpr std::uint64_t kC2 = 0x4cf5ad432745937fULL;

inline std::uint64_t scramble1(std::uint64_t k) { return rotate(k * kC1, 31) * kC2; }
inline std::uint64_t scramble2(std::uint64_t k) { return rotate(k * kC2, 33) * kC1; }

// Reads `count` (0-8) bytes, little-endian.
inline std::uint64_t load(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, count);
  return value;
}

}  // namespace murmur

// The plain version, for any length.
inline std::uint64_t murmur3_64(std::string_view bytes, std::uint32_t seed) {
  using namespace murmur;
  std::uint64_t h1 = seed, h2 = seed;
  const std::size_t length = bytes.size();
  const char* at = bytes.data();
  std::size_t left = length;
  for (; left >= 16; at += 16, left -= 16) {
    h1 ^= scramble1(load(at, 8));
    h1 = (rotate(h1, 27) + h2) * 5 + 0x52dce729;
    h2 ^= scramble2(load(at + 8, 8));
    h2 = (rotate(h2, 31) + h1) * 5 + 0x38495ab5;
  }
  if (left > 8) h2 ^= scramble2(load(at + 8, left - 8));
  if (left > 0) h1 ^= scramble1(load(at, left < 8 ? left : 8));
  h1 ^= length;
  h2 ^= length;
  h1 += h2;
  h2 += h1;
  h1 = finish(h1);
  h2 = finish(h2);
  return h1 + h2;
}

// The same for text of 21 bytes, the k-mers of Mash's usual sketches: one block and a tail of five
// bytes.
inline std::uint64_t murmur3_64_of_21(const char* bytes, std::uint32_t seed) {
  using namespace murmur;
  std::uint32_t low;
  std::memcpy(&low, bytes + 16, 4);
  const std::uint64_t tail = low | std::uint64_t{static_cast<unsigned char>(bytes[20])} << 32;
  std::uint64_t h1 = seed ^ scramble1(load(bytes, 8));
  h1 = (rotate(h1, 27) + seed) * 5 + 0x52dce729;
  std::uint64_t h2 = seed ^ scramble2(load(bytes + 8, 8));
  h2 = (rotate(h2, 31) + h1) * 5 + 0x38495ab5;
  h1 ^= scramble1(tail) ^ 21;
  h2 ^= 21;
  h1 += h2;
  h2 += h1;
  return finish(h1) + finish(h2);
}

}  // namespace kres::genome
