// Reads that share bases with the reference, kept for local assembly and for counting.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kres::genome {

// Numbers of reads that are the two ends of one fragment.
using Mates = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// The place of a record among all, as a part of 2^64: of two records in a row the same, so that
// both ends of a fragment have it. Multiples of the golden ratio lie evenly from any of them on.
inline std::uint64_t place_of_record(std::uint64_t record) {
  return record / 2 * 0x9e3779b97f4a7c15ULL;
}
// Whether a record belongs to this share (0-1) of all records, which it picks evenly. A smaller
// share is a part of a larger one.
inline bool is_place_in_share(std::uint64_t place, double share) {
  return share >= 1 || place < static_cast<std::uint64_t>(share * 0x1p64);
}
inline bool is_in_share(std::uint64_t record, double share) {
  return is_place_in_share(place_of_record(record), share);
}
// How often the share of all records may be halved before this one falls out, 0-64.
inline int halvings_survived(std::uint64_t record) {
  return std::countl_zero(place_of_record(record));
}

struct RecruitedRead {
  std::uint64_t offset = 0;  // of its bases and qualities in the two texts
  std::uint32_t length = 0;
  std::uint32_t file = 0;    // number of the file it stands in
  std::uint64_t record = 0;  // number of the record in that file, from 0
};

// Bases are A, C, G, T and N; qualities are Phred + 33.
class RecruitedReads {
 public:
  void add(std::string_view bases, std::string_view qualities, std::uint32_t file,
           std::uint64_t record);
  // Qualities of reads that were kept without them: each base counts as Phred 30.
  void add_of_store(std::string_view bases, std::uint32_t file, std::uint64_t record);
  void append(const RecruitedReads& more);
  void sort_by_record();          // file, then record
  void keep_share(double share);  // of the records, spread evenly; both ends of a pair or none
  RecruitedReads share_of(double share) const;  // what keep_share() keeps

  std::size_t size() const { return reads_.size(); }
  const RecruitedRead& operator[](std::size_t i) const { return reads_[i]; }
  std::string_view bases(std::size_t i) const {
    return std::string_view(bases_).substr(reads_[i].offset, reads_[i].length);
  }
  std::string_view qualities(std::size_t i) const {
    return std::string_view(qualities_).substr(reads_[i].offset, reads_[i].length);
  }
  std::uint64_t total_bases() const { return total_; }  // of the reads that are here

 private:
  std::vector<RecruitedRead> reads_;
  std::string bases_, qualities_;  // of reads that were not kept, too
  std::uint64_t total_ = 0;
};

}  // namespace kres::genome
