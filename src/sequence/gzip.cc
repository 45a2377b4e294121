// Decodes gzip and bgzip: ISA-L for speed, zlib for the last word.
#include <isa-l/igzip_lib.h>
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>

#include "sequence/decoders.h"

namespace kres::sequence {

namespace {

constexpr std::size_t kStep = std::size_t{1} << 30;  // both libraries count in 32 bits

// The size a one-member gzip file claims for its content: its last four bytes, little-endian.
std::uint64_t claimed_size(std::string_view bytes) {
  std::uint64_t size = 0;
  if (bytes.size() < 18) return size;
  for (int i = 1; i <= 4; ++i)
    size =
        size << 8 | static_cast<unsigned char>(bytes[bytes.size() - static_cast<std::size_t>(i)]);
  return size;
}

bool only_zeros(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte == 0; });
}

std::uint8_t* writable(const char* bytes) {
  return const_cast<std::uint8_t*>(reinterpret_cast<const std::uint8_t*>(bytes));
}

// Decodes one member from the front of `bytes` and removes it; false when ISA-L does not accept it.
// ISA-L reads ahead and may hand back more bytes than a call was given, so only the position it
// names counts.
bool decode_member(inflate_state& state, std::string_view& bytes, GrowingContent& content) {
  const char* const end = bytes.data() + bytes.size();
  if (has_reserved_flags(bytes)) return false;
  isal_inflate_reset(&state);
  state.crc_flag = ISAL_GZIP;
  while (!content.exceeds_limit()) {
    content.grow_if_full();
    const std::size_t out = std::min(content.free_size(), kStep);
    const bool whole = bytes.size() <= kStep;
    state.next_in = writable(bytes.data());
    state.avail_in = static_cast<std::uint32_t>(std::min(bytes.size(), kStep));
    state.next_out = reinterpret_cast<std::uint8_t*>(content.free_space());
    state.avail_out = static_cast<std::uint32_t>(out);
    const int code = isal_inflate(&state);
    content.use(out - state.avail_out);
    const auto* const next = reinterpret_cast<const char*>(state.next_in);
    bytes = std::string_view(next, static_cast<std::size_t>(end - next));
    if (code != ISAL_DECOMP_OK) return false;
    if (state.block_state == ISAL_BLOCK_FINISH) return true;
    if (whole && state.avail_out > 0) return false;  // it wants more input than there is
  }
  return true;
}

std::optional<std::string> decode_with_isal(std::string_view bytes, std::uint64_t limit) {
  GrowingContent content(claimed_size(bytes), limit);
  const auto state = std::make_unique<inflate_state>();
  isal_inflate_init(state.get());
  while (!bytes.empty() && !content.exceeds_limit())
    if (!decode_member(*state, bytes, content)) return std::nullopt;
  if (content.exceeds_limit()) return std::nullopt;
  return content.take();
}

// Owns zlib's state.
struct ZlibStream {
  z_stream stream{};
  bool ready = inflateInit2(&stream, 15 + 16) == Z_OK;
  ZlibStream() = default;
  ZlibStream(const ZlibStream&) = delete;
  ZlibStream& operator=(const ZlibStream&) = delete;
  ~ZlibStream() {
    if (ready) inflateEnd(&stream);
  }
};

}  // namespace

bool has_reserved_flags(std::string_view member) {
  return member.size() >= kGzipStart &&
         (static_cast<unsigned char>(member[kGzipStart - 1]) & 0xe0) != 0;
}

const char* zlib_fault(const char* message) {
  const std::string_view said = message ? message : "";
  if (said == "incorrect data check") return "damaged (wrong CRC)";
  if (said == "incorrect length check") return "damaged (wrong length)";
  if (said == "unknown header flags set") return "damaged (unknown flags in its header)";
  return "damaged";
}

Result<std::string> decode_gzip_with_zlib(std::string_view bytes, const std::string& name,
                                          std::uint64_t limit) {
  ZlibStream zlib;
  if (!zlib.ready) return environment_error("zlib cannot start", name);
  GrowingContent content(claimed_size(bytes), limit);
  std::size_t position = 0;
  while (true) {
    content.grow_if_full();
    const std::size_t in = std::min(bytes.size() - position, kStep);
    const std::size_t out = std::min(content.free_size(), kStep);
    zlib.stream.next_in = writable(bytes.data() + position);
    zlib.stream.avail_in = static_cast<unsigned>(in);
    zlib.stream.next_out = reinterpret_cast<Bytef*>(content.free_space());
    zlib.stream.avail_out = static_cast<unsigned>(out);
    const int code = inflate(&zlib.stream, Z_NO_FLUSH);
    const std::size_t consumed = in - zlib.stream.avail_in;
    const std::size_t produced = out - zlib.stream.avail_out;
    position += consumed;
    content.use(produced);
    if (content.exceeds_limit()) return content_too_large(name, limit);
    if (code == Z_STREAM_END) {
      if (only_zeros(bytes.substr(position))) return content.take();  // padding of tapes and blocks
      inflateReset(&zlib.stream);
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      return damaged("gzip", zlib_fault(zlib.stream.msg), position, name);
    } else if (consumed == 0 && produced == 0 && position == bytes.size()) {
      return damaged("gzip", "cut short", position, name);
    }
  }
}

Result<std::string> decode_gzip(std::string_view bytes, const std::string& name,
                                std::uint64_t limit) {
  if (auto content = decode_with_isal(bytes, limit)) return std::move(*content);
  return decode_gzip_with_zlib(bytes, name, limit);
}

}  // namespace kres::sequence
