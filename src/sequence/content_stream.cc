#include "sequence/content_stream.h"

#include <algorithm>

#include "sequence/compression.h"

namespace kres::sequence {

namespace {

class PlainStream final : public ContentStream {
 public:
  explicit PlainStream(RawFile& file) : file_(file) {}

  Result<std::size_t> read(char* to, std::size_t room) override {
    if (piece_.empty()) {
      KRES_ASSIGN(piece_, file_.from(position_));
    }
    const std::size_t count = piece_.copy(to, room);
    piece_.remove_prefix(count);
    position_ += count;
    return count;
  }
  std::uint64_t position() const override { return position_; }

 private:
  RawFile& file_;
  std::string_view piece_;
  std::uint64_t position_ = 0;
};

}  // namespace

Result<std::unique_ptr<ContentStream>> open_content(RawFile& file) {
  KRES_ASSIGN(const std::string_view start, file.from(0));
  switch (compression_of(start)) {
    case Compression::gzip:
      return open_gzip(file);
    case Compression::xz:
      return open_xz(file);
    case Compression::zstd:
      return open_zstd(file);
    case Compression::none:
      break;
  }
  return std::make_unique<PlainStream>(file);
}

}  // namespace kres::sequence
