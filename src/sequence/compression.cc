#include "sequence/compression.h"

#include <algorithm>

#include <fmt/format.h>

#include "sequence/decoders.h"

namespace kres::sequence {

Compression compression_of(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\x1f\x8b"sv)) return Compression::gzip;
  if (bytes.starts_with("\xfd"
                        "7zXZ\0"sv))
    return Compression::xz;
  if (bytes.starts_with("\x28\xb5\x2f\xfd"sv)) return Compression::zstd;
  return Compression::none;
}

Result<std::string> decompress(std::string_view bytes, Compression compression,
                               const std::string& name, std::uint64_t limit) {
  switch (compression) {
    case Compression::gzip:
      return decode_gzip(bytes, name, limit);
    case Compression::xz:
      return decode_xz(bytes, name, limit);
    case Compression::zstd:
      return decode_zstd(bytes, name, limit);
    case Compression::none:
      break;
  }
  return std::string(bytes);
}

tl::unexpected<Error> damaged(const char* format, const char* what, std::uint64_t byte,
                              const std::string& name) {
  return bad_input(fmt::format("the {} data are {} at byte {}", format, what, byte), name, 0,
                   "transfer the file again and compare its checksum");
}

tl::unexpected<Error> content_too_large(const std::string& name, std::uint64_t limit) {
  return fail({ErrorCode::too_large,
               fmt::format("the decompressed content is larger than {} bytes", limit), name, 0,
               "send one assembled genome per file"});
}

GrowingContent::GrowingContent(std::uint64_t expected, std::uint64_t limit)
    : content_(std::clamp<std::uint64_t>(std::min(expected, limit) + 1, 1 << 12, 1 << 26), '\0'),
      limit_(limit) {}

void GrowingContent::grow_if_full() {
  if (used_ < content_.size()) return;
  const std::uint64_t wanted = std::min<std::uint64_t>(2 * content_.size(), limit_ + 1);
  content_.resize(std::max<std::uint64_t>(wanted, used_ + 1));
}

std::string GrowingContent::take() {
  content_.resize(used_);
  return std::move(content_);
}

}  // namespace kres::sequence
