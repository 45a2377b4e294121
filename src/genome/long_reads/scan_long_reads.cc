#include "genome/long_reads/scan_long_reads.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

#include "genome/long_reads/cut_reads.h"
#include "genome/quality/read_quality.h"
#include "genome/reads/estimate_bases.h"
#include "genome/reads/hash_sample.h"
#include "genome/reads/recruit.h"
#include "sequence/fastq.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

// Bases whose k-mers are sampled, over all files: some twelve times a genome, more than of short
// reads, since one k-mer in three holds an error.
constexpr double kSampledBases = 60'000'000;
// Memory for all bases, two bits each; of more an even share is kept.
constexpr std::uint64_t kStoreBytes = 300'000'000;
constexpr std::size_t kBatch = 4096;  // pieces that are looked up together

struct FileScan {
  std::string sha256;
  std::uint64_t bases = 0, pieces = 0;
  RecruitedReads recruited;
  ReadStore store;
  HashSample hashes;
  ReadMeter meter;
};

class Scanner {
 public:
  // `bytes_total` of the files, and the bases they are estimated to hold.
  Scanner(const ScanOptions& options, std::uint64_t bytes_total, std::uint64_t bases)
      : options_(options),
        bytes_total_(bytes_total),
        sampled_share_(share_for(kSpareSample * kSampledBases, static_cast<double>(bases))) {}

  // The share of pieces whose k-mers are used, by the bases that were read.
  double sampled_share(std::uint64_t bases) const {
    return std::min(sampled_share_, share_for(kSampledBases, static_cast<double>(bases)));
  }
  double stored_share() const { return std::ldexp(1.0, -budget_.halvings()); }

  Result<FileScan> scan(const Path& path, std::uint32_t number) {
    KRES_ASSIGN(auto reader, sequence::FastqReader::open(path));
    FileScan scan;
    scan.store = ReadStore(budget_);
    Recruiter recruiter(*options_.seeds, options_.seeds->filter(), kStepOfFewReads, number,
                        scan.store);
    for (std::uint64_t seen = 0;;) {
      KRES_ASSIGN(const auto records, reader.next());
      if (records.empty()) break;
      add(records, recruiter, scan);
      bytes_read_ += reader.bytes_read() - seen;
      seen = reader.bytes_read();
      if (options_.progress && !options_.progress(bytes_read_, bytes_total_))
        return fail({ErrorCode::conflict, "stopped on request", path.string(), 0, {}});
    }
    scan.store.finish();
    if (!scan.store.is_complete())
      return environment_error("there is no memory for its reads", path.string());
    scan.recruited = std::move(recruiter.reads());
    scan.sha256 = reader.sha256();
    return scan;
  }

 private:
  void add(std::span<const sequence::FastqRecord> records, Recruiter& recruiter,
           FileScan& scan) const {
    scan.meter.add(records);
    std::vector<sequence::FastqRecord> pieces;
    for (const auto& record : records) {
      scan.bases += record.bases.size();
      cut_read(record, pieces);
    }
    for (std::size_t at = 0; at < pieces.size(); at += kBatch) {
      const auto batch = std::span(pieces).subspan(at, std::min(kBatch, pieces.size() - at));
      recruiter.add(batch, scan.pieces);
      for (const auto& piece : batch) {
        if (is_in_share(scan.pieces, sampled_share_)) sample(piece.bases, scan);
        ++scan.pieces;
      }
    }
  }

  void sample(std::string_view bases, FileScan& scan) const {
    std::string upper;
    for (const char base : bases) upper += sequence::base_of_code(sequence::base_code(base));
    scan.hashes.add(scan.pieces, upper, options_.hashing);
  }

  const ScanOptions& options_;
  std::uint64_t bytes_total_;
  double sampled_share_;
  StoreBudget budget_{kStoreBytes};
  std::atomic<std::uint64_t> bytes_read_ = 0;
};

ReadQuality quality_of(const std::vector<Path>& files, const std::vector<FileScan>& scans) {
  std::vector<MeasuredReads> measured;
  for (std::size_t i = 0; i < files.size(); ++i)
    measured.push_back({files[i].string(), "single", scans[i].meter});
  auto quality = read_quality(measured);
  quality.nanopore = true;
  for (auto& mate : quality.mates) mate.quality_by_cycle.clear();
  return quality;
}

ScannedReads join(const std::vector<Path>& files, std::vector<FileScan> scans,
                  const Scanner& scanner) {
  ScannedReads all;
  std::uint64_t bases = 0;
  for (const auto& scan : scans) bases += scan.bases;
  all.sample = 1 / scanner.sampled_share(bases);
  all.quality = quality_of(files, scans);
  for (std::size_t i = 0; i < files.size(); ++i) {
    auto& scan = scans[i];
    all.libraries.push_back({.first = files[i], .second = {}});
    all.files.emplace_back(files[i].filename().string(), scan.sha256);
    all.reads += scan.meter.reads();
    all.bases += scan.bases;
    all.recruited.append(scan.recruited);
    all.stores.push_back(std::move(scan.store));
    scan.hashes.append_share(1 / all.sample, all.hashes);
    scan = {};
  }
  std::sort(all.hashes.begin(), all.hashes.end());
  return all;
}

std::uint64_t bytes_of(const std::vector<Path>& files) {
  std::uint64_t bytes = 0;
  for (const auto& file : files) {
    std::error_code unknown;
    const auto size = std::filesystem::file_size(file, unknown);
    if (!unknown) bytes += size;
  }
  return bytes;
}

}  // namespace

Result<ScannedReads> scan_long_reads(const std::vector<Path>& files, const ScanOptions& options) {
  Scanner scanner(options, bytes_of(files), estimate_bases(files));
  std::vector<Result<FileScan>> results(files.size());
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++)
      results[i] = scanner.scan(files[i], static_cast<std::uint32_t>(i));
  };
  {
    std::vector<std::jthread> others;
    for (int i = 1; i < options.threads; ++i) others.emplace_back(take);
    take();
  }
  std::vector<FileScan> scans;
  for (auto& result : results) {
    if (!result) return tl::unexpected<Error>(result.error());
    scans.push_back(std::move(*result));
    scans.back().store.settle();
  }
  std::vector<FileDigest> digests;
  for (std::size_t i = 0; i < files.size(); ++i)
    digests.push_back({files[i].string(), scans[i].sha256});
  KRES_TRY(check_all_differ(digests));
  auto all = join(files, std::move(scans), scanner);
  all.stored_share = scanner.stored_share();
  return all;
}

}  // namespace kres::genome
