// Decodes zstd: all frames of a file, checksums verified where a frame has one.
#include <zstd.h>
#include <zstd_errors.h>

#include <memory>

#include "sequence/decoders.h"

namespace kres::sequence {

namespace {

struct FreeStream {
  void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

}  // namespace

const char* zstd_fault(std::size_t code) {
  switch (ZSTD_getErrorCode(code)) {
    case ZSTD_error_checksum_wrong:
      return "damaged (wrong checksum)";
    case ZSTD_error_frameParameter_windowTooLarge:
      return "compressed with a window of more than 128 MiB";
    default:
      return "damaged";
  }
}

Result<std::string> decode_zstd(std::string_view bytes, const std::string& name,
                                std::uint64_t limit) {
  const std::unique_ptr<ZSTD_DStream, FreeStream> stream(ZSTD_createDStream());
  if (!stream) return environment_error("zstd cannot start", name);
  GrowingContent content(4 * bytes.size(), limit);
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  while (true) {
    content.grow_if_full();
    ZSTD_outBuffer out{content.free_space(), content.free_size(), 0};
    const std::size_t code = ZSTD_decompressStream(stream.get(), &out, &in);
    content.use(out.pos);
    if (content.exceeds_limit()) return content_too_large(name, limit);
    if (ZSTD_isError(code)) return damaged("zstd", zstd_fault(code), in.pos, name);
    const bool starved = in.pos == in.size && out.pos < out.size;
    if (code == 0 && in.pos == in.size) return content.take();
    if (code != 0 && starved) return damaged("zstd", "cut short", in.pos, name);
  }
}

}  // namespace kres::sequence
