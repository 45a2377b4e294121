// A file as it was given, read once from front to back in pieces, with its digest.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/files.h"

namespace kres::sequence {

// The memory it takes does not depend on the size of the file.
class RawFile {
 public:
  // A regular file; a pipe is refused, since a damaged member is read a second time.
  static Result<RawFile> open(const Path& path, std::size_t piece_bytes = kPiece);
  static RawFile of(std::string bytes, std::string name, std::size_t piece_bytes = kPiece);
  static constexpr std::size_t kPiece = std::size_t{128} << 10;  // fits the second-level cache

  RawFile(RawFile&& other) noexcept;
  RawFile& operator=(RawFile&& other) noexcept;
  ~RawFile();

  const std::string& name() const { return name_; }
  std::uint64_t size() const { return size_; }

  // The bytes from `position` on, one piece of them; empty only at the end of the file.
  // Valid until the next call. kBefore bytes before them may be looked at too, if the file has
  // them.
  Result<std::string_view> from(std::uint64_t position);
  static constexpr std::size_t kBefore = 64;

  // Takes up to so many bytes of the piece at hand into the digest. What is left of it follows when
  // the next piece is read.
  void digest_some(std::size_t bytes);

  // SHA-256 of the whole file. Requires: every byte of the file was asked for; call once.
  std::string sha256();

 private:
  RawFile() = default;
  Result<std::size_t> read_at(std::uint64_t position, char* to, std::size_t count);

  std::string name_;
  std::string memory_;  // the file itself, if there is no descriptor
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  std::size_t piece_bytes_ = kPiece;
  std::unique_ptr<char[]> buffer_;
  std::unique_ptr<Sha256> digest_ = std::make_unique<Sha256>();
  std::string_view undigested_;  // of the piece at hand
  std::uint64_t digested_ = 0;   // bytes, those among them
};

}  // namespace kres::sequence
