// Byte sources: what a file is compressed with, told by its first bytes, and its plain content.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::sequence {

enum class Compression { none, gzip, xz, zstd };  // bgzip is gzip with many members

Compression compression_of(std::string_view bytes);

// The plain content of a compressed file held in memory; all members or frames of it.
// Requires: compression is not none. Fails with bad_input on truncated or damaged data, a wrong
// checksum or bytes after the end (the message names the byte), and with too_large when the content
// would exceed `limit` bytes, before more than that is held in memory.
Result<std::string> decompress(std::string_view bytes, Compression compression,
                               const std::string& name, std::uint64_t limit);

}  // namespace kres::sequence
