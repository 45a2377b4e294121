#include "genome/quality/read_quality.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include <fmt/format.h>

namespace kres::genome {

namespace {

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double percent(std::uint64_t part, std::uint64_t whole) { return 100 * share(part, whole); }

// Per cent of each score, up to the highest one seen.
std::vector<double> distribution(const std::array<std::uint64_t, kScores>& counts) {
  const auto last = std::find_if(counts.rbegin(), counts.rend(), [](auto n) { return n > 0; });
  std::uint64_t all = 0;
  for (const auto count : counts) all += count;
  std::vector<double> shares;
  for (auto count = counts.begin(); count != last.base(); ++count)
    shares.push_back(percent(*count, all));
  return shares;
}

// Too few bases tell nothing about the scores of a file.
constexpr std::uint64_t kFewBases = 1000;
// Until 2011 Illumina wrote scores from 0 to 40 with the offset 64, so they would be 31 to 71 here.
// Nothing written with 33 has no base under 31 and some above 46.
constexpr std::size_t kLowestOfOldOffset = 31, kAboveOfOldOffset = 46;

std::vector<std::string> notes_on(const ReadSample& sample) {
  const auto& counts = sample.bases_of_score;
  std::uint64_t bases = 0;
  for (const auto count : counts) bases += count;
  if (bases < kFewBases) return {};
  const auto first = static_cast<std::size_t>(
      std::find_if(counts.begin(), counts.end(), [](auto n) { return n > 0; }) - counts.begin());
  const auto highest = distribution(counts).size() - 1;
  if (first == highest) return {fmt::format("one_quality:{}", first)};
  if (first >= kLowestOfOldOffset && highest > kAboveOfOldOffset) return {"quality_offset_64"};
  return {};
}

std::string commonest_adapter(const ReadSample& sample) {
  if (sample.with_adapter == 0) return "";
  return sample.with_truseq >= sample.with_nextera ? "TruSeq" : "Nextera";
}

}  // namespace

void ReadMeter::add(std::span<const sequence::FastqRecord> records) {
  count_reads(records, counts_);
  for (const auto& record : records) {
    const std::size_t length = record.bases.size();
    if (length < short_lengths_.size())
      ++short_lengths_[length];
    else
      ++long_lengths_[length];
    if (reads_++ % kSampledRead == 0) sample_.add(record);
  }
}

ReadMeter& ReadMeter::operator+=(const ReadMeter& more) {
  reads_ += more.reads_;
  counts_ += more.counts_;
  sample_ += more.sample_;
  for (std::size_t i = 0; i < short_lengths_.size(); ++i)
    short_lengths_[i] += more.short_lengths_[i];
  for (const auto& [length, reads] : more.long_lengths_) long_lengths_[length] += reads;
  return *this;
}

ReadSummary ReadMeter::summary() const {
  ReadSummary summary{.reads = reads_, .bases = counts_.bases};
  auto lengths = long_lengths_;
  for (std::size_t i = 0; i < short_lengths_.size(); ++i)
    if (short_lengths_[i] > 0) lengths[i] = short_lengths_[i];
  if (!lengths.empty()) {
    summary.shortest = lengths.begin()->first;
    summary.longest = lengths.rbegin()->first;
  }
  std::uint64_t bases = 0;
  for (auto at = lengths.rbegin(); at != lengths.rend() && 2 * bases < counts_.bases; ++at) {
    bases += at->first * at->second;
    summary.n50 = at->first;
  }
  summary.mean_length = share(counts_.bases, reads_);
  summary.gc = percent(counts_.gc, counts_.known);
  summary.n_percent = percent(counts_.bases - counts_.known, counts_.bases);
  summary.mean_quality = share(counts_.quality, counts_.bases);
  summary.q20_percent = percent(counts_.q20, counts_.bases);
  summary.q30_percent = percent(counts_.q30, counts_.bases);
  if (sample_.short_reads > 0)
    summary.adapter_percent = percent(sample_.with_adapter, sample_.short_reads);
  return summary;
}

std::vector<double> ReadMeter::quality_by_cycle() const {
  std::vector<double> means;
  std::uint64_t longer = reads_;  // reads that have a base at the cycle
  for (std::size_t cycle = 0; cycle < kCycles; ++cycle) {
    longer -= short_lengths_[cycle];
    if (longer == 0) break;
    means.push_back(share(counts_.quality_at[cycle], longer));
  }
  return means;
}

std::vector<double> ReadMeter::quality_of_reads() const {
  return distribution(counts_.reads_of_mean);
}

ReadQuality read_quality(const std::vector<MeasuredReads>& files) {
  ReadQuality quality;
  ReadMeter all;
  std::map<std::string, ReadMeter> mates;
  for (const auto& file : files) {
    quality.files.push_back(
        {std::filesystem::path(file.file).filename().string(), file.mate, file.meter.summary()});
    all += file.meter;
    mates[file.mate] += file.meter;
  }
  for (const auto& [mate, meter] : mates)
    quality.mates.push_back({mate, meter.reads(), meter.quality_by_cycle()});
  quality.all = all.summary();
  quality.adapter = commonest_adapter(all.sample());
  quality.sampled = all.sample().reads;
  quality.quality_of_bases = distribution(all.sample().bases_of_score);
  quality.quality_of_reads = all.quality_of_reads();
  quality.notes = notes_on(all.sample());
  return quality;
}

}  // namespace kres::genome
