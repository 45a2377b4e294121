// Reads FASTQ block by block: plain, gzip, bgzip, xz or zstd, all told by the content.
//
// Four lines per record. Lower case, every IUPAC code and U, CRLF, reads without bases, a missing
// final newline, blank lines at the end and a UTF-8 byte order mark are accepted. Bases and
// qualities are given as they stand in the file.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "base/error.h"
#include "base/files.h"
#include "sequence/fastq_record.h"
#include "sequence/raw_file.h"

namespace kres::sequence {

struct FastqLimits {
  std::uint64_t record_bytes = 64'000'000;          // longest record, all four lines
  std::uint64_t content_bytes = 1'000'000'000'000;  // decompressed file
  // Text given at a time, at least 64 bytes; more for a longer record. So much leaves room in the
  // processor's first-level cache for the tables that decompress it.
  std::size_t block_bytes = std::size_t{12} << 10;
  std::size_t piece_bytes = RawFile::kPiece;  // read from the file at a time, at least 64
};

// One file from front to back, in memory that does not depend on its size.
//
// Everything that is read fails with bad_input, naming the file and the line or byte: an empty
// file, damaged or truncated compression, other formats (FASTA, SAM, BAM and so on), binary data, a
// record that is cut, lacks qualities or has not as many of them as bases, a sequence over several
// lines, letters that are no nucleotide codes; with too_large above a limit. Records that were
// given before a failure are no result: a file is good only when next() has returned its end.
class FastqReader {
 public:
  static Result<FastqReader> open(const Path& path, const FastqLimits& limits = {});
  // `bytes` is the file as given, compressed or not; `name` is used as its path.
  static Result<FastqReader> of(std::string bytes, std::string name,
                                const FastqLimits& limits = {});

  FastqReader(FastqReader&&) noexcept;
  FastqReader& operator=(FastqReader&&) noexcept;
  ~FastqReader();

  // The next records, valid until the next call. Empty at the end, when all of the file was read
  // and every checksum of its compression was right. Not to be called again after a failure.
  Result<std::span<const FastqRecord>> next();

  const std::string& name() const;   // of the file
  std::uint64_t records() const;     // given so far
  std::uint64_t bytes_read() const;  // of the file as given, for progress
  std::uint64_t bytes_total() const;

  // Of the file as given. Requires: next() has returned the end; call once.
  std::string sha256();
  // Takes so many bytes of the file into its digest now, of those read and not taken yet; next()
  // takes the rest. For callers whose other work the processor can do beside it.
  void digest_some(std::size_t bytes);

 private:
  struct State;
  explicit FastqReader(std::unique_ptr<State> state);
  static Result<FastqReader> start(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace kres::sequence
