// Decodes gzip and bgzip piece by piece: ISA-L for speed, zlib for the last word.
#include <isa-l/igzip_lib.h>
#include <zlib.h>

#include <algorithm>

#include "sequence/content_stream.h"
#include "sequence/decoders.h"

namespace kres::sequence {

namespace {

constexpr std::size_t kMost = std::size_t{1} << 30;  // both libraries count in 32 bits

std::uint8_t* writable(const char* bytes) {
  return const_cast<std::uint8_t*>(reinterpret_cast<const std::uint8_t*>(bytes));
}

// What ISA-L does not accept is decoded again by zlib from the start of the member on; what was
// given of that member before is left out. zlib then goes on to the end or says what is wrong.
class GzipStream final : public ContentStream {
 public:
  explicit GzipStream(RawFile& file) : file_(file), isal_(std::make_unique<inflate_state>()) {
    isal_inflate_init(isal_.get());
  }
  ~GzipStream() override {
    if (zlib_) inflateEnd(zlib_.get());
  }

  Result<std::size_t> read(char* to, std::size_t room) override {
    std::size_t given = 0;
    while (given == 0) {
      if (!in_member_) KRES_TRY(start_member());
      if (ended_) break;
      if (distrusted_) KRES_TRY(give_up_fast());
      KRES_ASSIGN(given, zlib_ ? inflate_slow(to, room) : inflate_fast(to, room));
    }
    return given;
  }
  std::uint64_t position() const override { return position_; }

 private:
  Result<void> take_in();
  Result<void> start_member();
  Result<std::size_t> inflate_fast(char* to, std::size_t room);
  Result<void> give_up_fast();
  Result<std::size_t> inflate_slow(char* to, std::size_t room);

  RawFile& file_;
  std::unique_ptr<inflate_state> isal_;
  std::unique_ptr<z_stream> zlib_;  // once ISA-L has given up
  std::string_view piece_;          // bytes of the file from position_ on
  std::uint64_t position_ = 0;
  std::uint64_t member_start_ = 0;
  std::uint64_t member_given_ = 0;  // bytes of its content
  std::uint64_t repeated_ = 0;      // bytes that zlib will decode once more
  bool in_member_ = false;
  bool distrusted_ = false;  // ISA-L did not accept the member
  bool ended_ = false;
};

Result<void> GzipStream::take_in() {
  if (!piece_.empty()) return {};
  KRES_ASSIGN(piece_, file_.from(position_));
  return {};
}

// A member, or nothing but zeros up to the end of the file: the padding of tapes and blocks.
Result<void> GzipStream::start_member() {
  member_start_ = position_;
  member_given_ = 0;
  while (true) {
    KRES_TRY(take_in());
    const auto zeros = std::min(piece_.find_first_not_of('\0'), piece_.size());
    if (piece_.empty()) {
      ended_ = true;
      return {};
    }
    if (zeros < piece_.size()) break;
    position_ += zeros;
    piece_ = {};
  }
  if (position_ != member_start_) piece_ = {};
  position_ = member_start_;
  if (piece_.size() < kGzipStart) {
    KRES_ASSIGN(piece_, file_.from(position_));
  }
  distrusted_ = !zlib_ && has_reserved_flags(piece_);
  isal_inflate_reset(isal_.get());
  isal_->crc_flag = ISAL_GZIP;
  if (zlib_) inflateReset(zlib_.get());
  in_member_ = true;
  return {};
}

// ISA-L may hand back bytes of an earlier piece, so only the position it names counts.
Result<std::size_t> GzipStream::inflate_fast(char* to, std::size_t room) {
  std::size_t given = 0;
  room = std::min(room, kMost);
  while (in_member_ && given < room) {
    KRES_TRY(take_in());
    isal_->next_in = writable(piece_.data());
    isal_->avail_in = static_cast<std::uint32_t>(piece_.size());
    isal_->next_out = reinterpret_cast<std::uint8_t*>(to + given);
    isal_->avail_out = static_cast<std::uint32_t>(room - given);
    const int code = isal_inflate(isal_.get());
    const std::size_t produced = room - given - isal_->avail_out;
    const auto taken = reinterpret_cast<const char*>(isal_->next_in) - piece_.data();
    const bool finished = isal_->block_state == ISAL_BLOCK_FINISH;
    const bool stuck = !finished && produced == 0 && taken <= 0;
    distrusted_ = code != ISAL_DECOMP_OK || stuck;
    if (distrusted_) return given;
    position_ += static_cast<std::uint64_t>(taken);
    piece_ = taken < 0 ? std::string_view() : piece_.substr(static_cast<std::size_t>(taken));
    given += produced;
    member_given_ += produced;
    in_member_ = !finished;
  }
  return given;
}

Result<void> GzipStream::give_up_fast() {
  auto zlib = std::make_unique<z_stream>();
  if (inflateInit2(zlib.get(), 15 + 16) != Z_OK)
    return environment_error("zlib cannot start", file_.name());
  zlib_ = std::move(zlib);
  distrusted_ = false;
  position_ = member_start_;
  piece_ = {};
  repeated_ = member_given_;
  return {};
}

Result<std::size_t> GzipStream::inflate_slow(char* to, std::size_t room) {
  room = std::min(room, kMost);
  while (true) {
    KRES_TRY(take_in());
    zlib_->next_in = writable(piece_.data());
    zlib_->avail_in = static_cast<unsigned>(piece_.size());
    zlib_->next_out = reinterpret_cast<Bytef*>(to);
    zlib_->avail_out = static_cast<unsigned>(room);
    const int code = inflate(zlib_.get(), Z_NO_FLUSH);
    const std::size_t consumed = piece_.size() - zlib_->avail_in;
    const std::size_t produced = room - zlib_->avail_out;
    position_ += consumed;
    piece_.remove_prefix(consumed);
    if (code != Z_OK && code != Z_BUF_ERROR && code != Z_STREAM_END)
      return damaged("gzip", zlib_fault(zlib_->msg), position_, file_.name());
    if (code != Z_STREAM_END && consumed == 0 && produced == 0 && piece_.empty())
      return damaged("gzip", "cut short", position_, file_.name());
    const auto known = static_cast<std::size_t>(std::min<std::uint64_t>(produced, repeated_));
    repeated_ -= known;
    std::copy(to + known, to + produced, to);
    in_member_ = code != Z_STREAM_END;
    if (!in_member_ || produced > known) return produced - known;
  }
}

}  // namespace

Result<std::unique_ptr<ContentStream>> open_gzip(RawFile& file) {
  return std::make_unique<GzipStream>(file);
}

}  // namespace kres::sequence
