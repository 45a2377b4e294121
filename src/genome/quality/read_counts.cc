#include "genome/quality/read_counts.h"

#include <algorithm>
#include <functional>

namespace kres::genome {

namespace {

constexpr char kOffset = '!';  // of score 0

constexpr auto kIsGc = [] {
  std::array<std::uint8_t, 256> table{};
  for (const char c : std::string_view("GCgc")) table[static_cast<std::uint8_t>(c)] = 1;
  return table;
}();
constexpr auto kIsKnown = [] {
  auto table = kIsGc;
  for (const char c : std::string_view("ATUatu")) table[static_cast<std::uint8_t>(c)] = 1;
  return table;
}();

}  // namespace

ReadCounts& ReadCounts::operator+=(const ReadCounts& more) {
  bases += more.bases;
  known += more.known;
  gc += more.gc;
  quality += more.quality;
  q20 += more.q20;
  q30 += more.q30;
  std::transform(quality_at.begin(), quality_at.end(), more.quality_at.begin(), quality_at.begin(),
                 std::plus<>());
  std::transform(reads_of_mean.begin(), reads_of_mean.end(), more.reads_of_mean.begin(),
                 reads_of_mean.begin(), std::plus<>());
  return *this;
}

void count_reads_plain(std::span<const sequence::FastqRecord> records, ReadCounts& counts) {
  for (const auto& record : records) {
    if (record.bases.empty()) continue;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < record.bases.size(); ++i) {
      const auto score = static_cast<std::uint64_t>(record.qualities[i] - kOffset);
      const auto base = static_cast<std::uint8_t>(record.bases[i]);
      sum += score;
      counts.q20 += score >= 20;
      counts.q30 += score >= 30;
      counts.known += kIsKnown[base];
      counts.gc += kIsGc[base];
      if (i < kCycles) counts.quality_at[i] += score;
    }
    counts.bases += record.bases.size();
    counts.quality += sum;
    ++counts.reads_of_mean[sum / record.bases.size()];
  }
}

void count_reads(std::span<const sequence::FastqRecord> records, ReadCounts& counts) {
  static const auto way = has_wide_read_counts()   ? count_reads_wide
                          : has_avx2_read_counts() ? count_reads_avx2
                                                   : count_reads_plain;
  way(records, counts);
}

}  // namespace kres::genome
