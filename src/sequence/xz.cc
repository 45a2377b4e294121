// Decodes xz with liblzma: all streams of a file, checksums verified.
#include <lzma.h>

#include "sequence/decoders.h"

namespace kres::sequence {

namespace {

struct XzStream {
  lzma_stream stream = LZMA_STREAM_INIT;
  XzStream() = default;
  XzStream(const XzStream&) = delete;
  XzStream& operator=(const XzStream&) = delete;
  ~XzStream() { lzma_end(&stream); }
};

}  // namespace

tl::unexpected<Error> xz_failure(int code, std::uint64_t byte, const std::string& name) {
  switch (code) {
    case LZMA_MEM_ERROR:
    case LZMA_MEMLIMIT_ERROR:
      return fail({ErrorCode::too_large, "the xz data need more than 256 MiB to decompress", name,
                   0, "compress with xz -9 or less"});
    case LZMA_BUF_ERROR:
      return damaged("xz", "cut short", byte, name);
    default:
      return damaged("xz", "damaged", byte, name);
  }
}

Result<std::string> decode_xz(std::string_view bytes, const std::string& name,
                              std::uint64_t limit) {
  XzStream xz;
  if (lzma_stream_decoder(&xz.stream, kXzMemory, LZMA_CONCATENATED) != LZMA_OK)
    return environment_error("liblzma cannot start", name);
  GrowingContent content(4 * bytes.size(), limit);
  xz.stream.next_in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  xz.stream.avail_in = bytes.size();
  while (true) {
    content.grow_if_full();
    xz.stream.next_out = reinterpret_cast<std::uint8_t*>(content.free_space());
    xz.stream.avail_out = content.free_size();
    const std::size_t before = xz.stream.avail_out;
    const lzma_ret code = lzma_code(&xz.stream, LZMA_FINISH);
    content.use(before - xz.stream.avail_out);
    if (content.exceeds_limit()) return content_too_large(name, limit);
    if (code == LZMA_STREAM_END) return content.take();
    if (code != LZMA_OK) return xz_failure(code, xz.stream.total_in, name);
  }
}

}  // namespace kres::sequence
