// Decodes zstd piece by piece: all frames of a file, checksums verified where a frame has one.
#include <zstd.h>

#include "sequence/content_stream.h"
#include "sequence/decoders.h"

namespace kres::sequence {

namespace {

constexpr int kWindowLog = 27;  // 128 MiB, what the zstd program accepts by itself

struct FreeStream {
  void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

class ZstdStream final : public ContentStream {
 public:
  explicit ZstdStream(RawFile& file) : file_(file), stream_(ZSTD_createDStream()) {}

  bool start() {
    return stream_ &&
           !ZSTD_isError(ZSTD_DCtx_setParameter(stream_.get(), ZSTD_d_windowLogMax, kWindowLog));
  }

  Result<std::size_t> read(char* to, std::size_t room) override {
    ZSTD_outBuffer out{to, room, 0};
    while (out.pos < out.size) {
      if (in_.pos == in_.size) KRES_TRY(take_in());
      if (in_.size == 0 && between_frames_) break;
      const std::size_t before = out.pos;
      const std::size_t code = ZSTD_decompressStream(stream_.get(), &out, &in_);
      if (ZSTD_isError(code)) return damaged("zstd", zstd_fault(code), position(), file_.name());
      between_frames_ = code == 0;
      if (in_.size == 0 && !between_frames_ && out.pos == before)
        return damaged("zstd", "cut short", position(), file_.name());
    }
    return out.pos;
  }
  std::uint64_t position() const override { return start_ + in_.pos; }

 private:
  Result<void> take_in() {
    start_ += in_.size;
    KRES_ASSIGN(const std::string_view piece, file_.from(start_));
    in_ = {piece.data(), piece.size(), 0};
    return {};
  }

  RawFile& file_;
  std::unique_ptr<ZSTD_DStream, FreeStream> stream_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  std::uint64_t start_ = 0;  // of in_, in the file
  bool between_frames_ = true;
};

}  // namespace

Result<std::unique_ptr<ContentStream>> open_zstd(RawFile& file) {
  auto stream = std::make_unique<ZstdStream>(file);
  if (!stream->start()) return environment_error("zstd cannot start", file.name());
  return stream;
}

}  // namespace kres::sequence
