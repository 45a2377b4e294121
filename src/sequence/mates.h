// Whether two files of reads, or neighbours in one file, are the mates of pairs, by their names.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "sequence/fastq.h"

namespace kres::sequence {

// Names that are equal but for a last /1 and /2 (also .1 and .2, _1 and _2), or equal names; but
// not if both end in /1 or in /2, for those are the same reads twice.
bool are_mates(std::string_view first, std::string_view second);

// The names of all reads of one file, as digests of blocks: a few bytes per thousand reads.
class MateNames {
 public:
  void add(std::span<const FastqRecord> records);
  std::uint64_t records() const { return records_; }

  // The first block in which the names may differ, if there is one. False alarms are possible (a
  // block with and without /1), missed differences are not, but for one in 2^64.
  static bool may_differ(const MateNames& first, const MateNames& second);

 private:
  struct Block {
    std::uint64_t names = 0;  // digest
    std::uint64_t stems = 0;  // digest of the names without their last letter
    bool all_first = true;    // every name ends in /1, .1 or _1
    bool all_second = true;   // every name ends in /2, .2 or _2
    bool any_slash = false;   // some name ends in /1 or /2
    std::uint64_t records = 0;
  };
  static bool may_differ(const Block& first, const Block& second);

  std::vector<Block> blocks_;
  std::uint64_t records_ = 0;
};

// Fails with bad_input if the files do not hold the two reads of the same pairs in the same order;
// names the first record that has no mate. Files are read again only if their names may differ.
// Requires: `first_names` and `second_names` are of all records of the files.
Result<void> check_mates(const Path& first, const MateNames& first_names, const Path& second,
                         const MateNames& second_names, const FastqLimits& limits = {});

// A file in which the two reads of a pair follow each other.
class InterleavedReader {
 public:
  explicit InterleavedReader(FastqReader reader) : reader_(std::move(reader)) {}

  // As FastqReader::next(): an even number of records, the first and second read of each pair in
  // turn. Fails also where neighbours are no mates and where the last read has none.
  Result<std::span<const FastqRecord>> next();

  FastqReader& file() { return reader_; }

 private:
  // A first read whose mate stands in the next block.
  struct Waiting {
    std::string name, bases, qualities;
  };
  void take(std::span<const FastqRecord> records);
  Result<void> check_pairs() const;

  FastqReader reader_;
  std::vector<FastqRecord> pairs_;
  std::array<Waiting, 2> waiting_;  // of this block and of the one before, in turn
  std::size_t block_ = 0;
  bool waits_ = false;       // waiting_[block_ % 2] does
  std::uint64_t given_ = 0;  // records
};

}  // namespace kres::sequence
