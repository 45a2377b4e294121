// The compression of SHA-256 (FIPS 180-4) by the processor's own instructions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace kres {

using Sha256Words = std::array<std::uint32_t, 8>;

inline constexpr std::size_t kSha256Block = 64;  // bytes
inline constexpr Sha256Words kSha256Start{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                          0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

bool has_sha256_instructions();

// Takes `count` blocks into `state`. Requires: has_sha256_instructions().
void sha256_blocks(Sha256Words& state, const char* blocks, std::size_t count);

}  // namespace kres
