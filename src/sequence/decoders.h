// One decoder per compression format; compression.h chooses. Each follows the contract of
// decompress().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::sequence {

// ISA-L decodes; whatever it does not accept is decoded again by zlib, which has the last word and
// says what is wrong.
Result<std::string> decode_gzip(std::string_view bytes, const std::string& name,
                                std::uint64_t limit);
Result<std::string> decode_gzip_with_zlib(std::string_view bytes, const std::string& name,
                                          std::uint64_t limit);
Result<std::string> decode_xz(std::string_view bytes, const std::string& name, std::uint64_t limit);
Result<std::string> decode_zstd(std::string_view bytes, const std::string& name,
                                std::uint64_t limit);

inline constexpr std::uint64_t kXzMemory = std::uint64_t{1} << 28;  // bytes; xz -9 needs 65 MiB

// Whether a gzip member sets flags of its header that the standard (RFC 1952, 2.3.1.2) reserves and
// wants refused: zlib does, ISA-L does not look. Requires: the first `kGzipStart` bytes of it,
// unless there are fewer.
bool has_reserved_flags(std::string_view member);
inline constexpr std::size_t kGzipStart = 4;

// What a library says of data it does not accept, in our words: zlib's message, zstd's code,
// liblzma's lzma_ret after `byte` bytes of the file.
const char* zlib_fault(const char* message);
const char* zstd_fault(std::size_t code);
tl::unexpected<Error> xz_failure(int code, std::uint64_t byte, const std::string& name);

tl::unexpected<Error> damaged(const char* format, const char* what, std::uint64_t byte,
                              const std::string& name);
tl::unexpected<Error> content_too_large(const std::string& name, std::uint64_t limit);

// The content decoded so far, which grows in steps and never beyond its limit plus one byte.
class GrowingContent {
 public:
  GrowingContent(std::uint64_t expected, std::uint64_t limit);
  char* free_space() { return content_.data() + used_; }
  std::size_t free_size() const { return content_.size() - used_; }
  void use(std::size_t bytes) { used_ += bytes; }
  std::size_t size() const { return used_; }
  bool exceeds_limit() const { return used_ > limit_; }
  void grow_if_full();
  std::string take();

 private:
  std::string content_;
  std::size_t used_ = 0;
  std::uint64_t limit_;
};

}  // namespace kres::sequence
