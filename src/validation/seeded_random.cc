#include "validation/seeded_random.h"

#include <limits>

#include "sequence/nucleotides.h"

namespace kres::validation {

namespace {

// SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195): spreads seed and stream
// over the whole state.
std::uint64_t spread(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

}  // namespace

SeededRandom::SeededRandom(std::uint64_t seed, std::uint64_t stream)
    : engine_(spread(spread(seed) ^ stream)) {}

std::uint64_t SeededRandom::below(std::uint64_t end) {
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t whole = kMost - kMost % end;  // a multiple of end: no value is favoured
  std::uint64_t value = engine_();
  while (value >= whole) value = engine_();
  return value % end;
}

bool SeededRandom::chance(double probability) {
  return static_cast<double>(engine_() >> 11) < probability * 9007199254740992.0;  // 2^53
}

char SeededRandom::other_base(char base) {
  const auto code = sequence::base_code(base);
  return sequence::base_of_code(static_cast<std::uint8_t>((code + 1 + below(3)) % 4));
}

std::string SeededRandom::bases(std::size_t count, double gc) {
  std::string bases;
  bases.reserve(count);
  while (bases.size() < count) bases.push_back(chance(gc) ? "GC"[below(2)] : "AT"[below(2)]);
  return bases;
}

}  // namespace kres::validation
