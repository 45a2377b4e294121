// Decodes xz piece by piece with liblzma: all streams of a file, checksums verified.
#include <lzma.h>

#include "sequence/content_stream.h"
#include "sequence/decoders.h"

namespace kres::sequence {

namespace {

class XzStream final : public ContentStream {
 public:
  explicit XzStream(RawFile& file) : file_(file) {}
  ~XzStream() override { lzma_end(&stream_); }

  bool start() { return lzma_stream_decoder(&stream_, kXzMemory, LZMA_CONCATENATED) == LZMA_OK; }

  Result<std::size_t> read(char* to, std::size_t room) override {
    stream_.next_out = reinterpret_cast<std::uint8_t*>(to);
    stream_.avail_out = room;
    while (!ended_ && stream_.avail_out > 0) {
      KRES_TRY(take_in());
      const lzma_ret code = lzma_code(&stream_, whole_ ? LZMA_FINISH : LZMA_RUN);
      ended_ = code == LZMA_STREAM_END;
      if (code != LZMA_OK && !ended_) return xz_failure(code, stream_.total_in, file_.name());
    }
    return room - stream_.avail_out;
  }
  std::uint64_t position() const override { return stream_.total_in; }

 private:
  Result<void> take_in() {
    if (stream_.avail_in > 0 || whole_) return {};
    KRES_ASSIGN(const std::string_view piece, file_.from(stream_.total_in));
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(piece.data());
    stream_.avail_in = piece.size();
    whole_ = stream_.total_in + piece.size() == file_.size();
    return {};
  }

  RawFile& file_;
  lzma_stream stream_ = LZMA_STREAM_INIT;
  bool whole_ = false;  // the last bytes of the file are taken in
  bool ended_ = false;
};

}  // namespace

Result<std::unique_ptr<ContentStream>> open_xz(RawFile& file) {
  auto stream = std::make_unique<XzStream>(file);
  if (!stream->start()) return environment_error("liblzma cannot start", file.name());
  return stream;
}

}  // namespace kres::sequence
