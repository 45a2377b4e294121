// The plain content of a compressed or plain file, piece by piece.
#pragma once

#include <memory>

#include "sequence/raw_file.h"

namespace kres::sequence {

class ContentStream {
 public:
  virtual ~ContentStream() = default;
  ContentStream(const ContentStream&) = delete;
  ContentStream& operator=(const ContentStream&) = delete;

  // Writes the next bytes of the content and returns how many; 0 only at the end, when every
  // checksum was right and the whole file was read. Requires: room > 0. Fails with bad_input on
  // truncated or damaged data (the message names the byte); what was given before then is no
  // content of a whole file. Not to be called again after a failure.
  virtual Result<std::size_t> read(char* to, std::size_t room) = 0;

  // Bytes of the file that were taken in, for progress.
  virtual std::uint64_t position() const = 0;

 protected:
  ContentStream() = default;
};

// Chooses by the first bytes: gzip and bgzip with all their members, xz, zstd, or plain.
// Requires: `file` outlives the stream.
Result<std::unique_ptr<ContentStream>> open_content(RawFile& file);

Result<std::unique_ptr<ContentStream>> open_gzip(RawFile& file);
Result<std::unique_ptr<ContentStream>> open_xz(RawFile& file);
Result<std::unique_ptr<ContentStream>> open_zstd(RawFile& file);

}  // namespace kres::sequence
