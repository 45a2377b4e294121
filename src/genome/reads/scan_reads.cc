#include "genome/reads/scan_reads.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <map>

#include <fmt/format.h>

#include "base/huge_pages.h"
#include "base/share_work.h"
#include "genome/quality/read_quality.h"
#include "genome/reads/baits.h"
#include "genome/reads/estimate_bases.h"
#include "genome/reads/hash_sample.h"
#include "genome/reads/recruit.h"
#include "sequence/mates.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

// Bases of which k-mers are sampled, over all files: some six times a genome.
constexpr double kSampledBases = 32'000'000;
// From so many bases on, all files together, there are many reads: some 40x of a genome.
constexpr std::uint64_t kManyBases = 200'000'000;
// Bases of which sites are sampled, over all files: some 150x of a genome.
constexpr std::uint64_t kTaggedBases = 800'000'000;
// Memory for the bases of all reads, two bits each: enough for 300x of a large genome. Of more an
// even share is kept.
constexpr std::uint64_t kStoreBytes = 500'000'000;

struct FileScan {
  Path path;
  std::string sha256;
  std::uint64_t records = 0, bases = 0;
  RecruitedReads recruited;
  ReadStore store;
  HashSample hashes;
  HugeVector<SeenTag> tags;
  std::uint64_t tags_met = 0;
  ReadMeter meters[2];  // the second one only of the second reads of an interleaved file
  sequence::MateNames names;
};

// A file, and what the records in it are.
struct File {
  Path path;
  std::string mate;  // 1 | 2 | single | interleaved
};

class Scanner {
 public:
  // `bytes_total` of the files, and the bases they are estimated to hold.
  Scanner(const ScanOptions& options, std::uint64_t bytes_total, std::uint64_t bases)
      : options_(options),
        filter_words_(options.seeds->filter().words(),
                      options.seeds->filter().words() + options.seeds->filter().mask() + 1),
        bytes_total_(bytes_total),
        bases_(bases),
        sampled_share_(share_for(kSpareSample * kSampledBases, static_cast<double>(bases))) {}

  std::uint64_t tag_step() const { return 1 + bases_ / kTaggedBases; }
  // The share of reads whose k-mers are used, by the bases that were read.
  double sampled_share(std::uint64_t bases) const {
    return std::min(sampled_share_, share_for(kSampledBases, static_cast<double>(bases)));
  }
  double stored_share() const { return std::ldexp(1.0, -budget_.halvings()); }

  Result<FileScan> scan(const File& file, std::uint32_t number) {
    KRES_ASSIGN(auto reader, sequence::FastqReader::open(file.path));
    if (file.mate == "interleaved") {
      sequence::InterleavedReader pairs(std::move(reader));
      return scan_records(pairs, pairs.file(), file, number);
    }
    return scan_records(reader, reader, file, number);
  }

 private:
  template <class Records>
  Result<FileScan> scan_records(Records& source, sequence::FastqReader& reader, const File& file,
                                std::uint32_t number) {
    FileScan scan;
    scan.path = file.path;
    scan.store = ReadStore(budget_);
    SiteSampler sampler(tag_step(), options_.tag_quality);
    Recruiter recruiter(*options_.seeds, SeedFilter(filter_words_),
                        bases_ < kManyBases ? kStepOfFewReads : kStepOfManyReads, number,
                        scan.store, &sampler, &reader);
    for (std::uint64_t seen = 0;;) {
      KRES_ASSIGN(const auto records, source.next());
      if (records.empty()) break;
      recruiter.add(records, scan.records);
      sample(records, scan);
      measure(records, file, scan);
      scan.records += records.size();
      for (const auto& record : records) scan.bases += record.bases.size();
      bytes_read_ += reader.bytes_read() - seen;
      seen = reader.bytes_read();
      if (options_.progress && !options_.progress(bytes_read_, bytes_total_))
        return fail({ErrorCode::conflict, "stopped on request", file.path.string(), 0, {}});
    }
    scan.store.finish();
    if (!scan.store.is_complete())
      return environment_error("there is no memory for its reads", file.path.string());
    scan.recruited = std::move(recruiter.reads());
    scan.tags_met = sampler.met();
    scan.tags = sampler.take();
    scan.sha256 = reader.sha256();
    return scan;
  }

  static void measure(std::span<const sequence::FastqRecord> records, const File& file,
                      FileScan& scan) {
    if (file.mate != "interleaved") {
      scan.meters[0].add(records);
      if (file.mate != "single") scan.names.add(records);
      return;
    }
    std::vector<sequence::FastqRecord> mates[2];
    for (std::size_t i = 0; i < records.size(); ++i) mates[i % 2].push_back(records[i]);
    for (const int mate : {0, 1}) scan.meters[mate].add(mates[mate]);
  }

  void sample(std::span<const sequence::FastqRecord> records, FileScan& scan) const {
    std::string upper;
    for (std::uint64_t i = 0; i < records.size(); ++i) {
      if (!is_in_share(scan.records + i, sampled_share_)) continue;
      auto bases = records[i].bases;
      if (!is_plain(bases)) {
        upper.clear();
        for (const char base : bases) upper += sequence::base_of_code(sequence::base_code(base));
        bases = upper;
      }
      scan.hashes.add(scan.records + i, bases, options_.hashing);
    }
  }

  // No lower case and no U, so that it need not be rewritten.
  static bool is_plain(std::string_view bases) {
    std::uint64_t all = 0;  // bits that any letter has, eight letters side by side
    std::size_t at = 0;
    for (std::uint64_t eight; at + sizeof eight <= bases.size(); at += sizeof eight) {
      std::memcpy(&eight, bases.data() + at, sizeof eight);
      all |= eight;
    }
    constexpr std::uint64_t kLowerCase = 0x2020202020202020ULL;
    unsigned rest = 0;
    for (; at < bases.size(); ++at) rest |= static_cast<unsigned char>(bases[at]);
    return (all & kLowerCase) == 0 && (rest & 0x20U) == 0 &&
           bases.find('U') == std::string_view::npos;
  }

  const ScanOptions& options_;
  // A copy of the filter: every word of every read asks it, and in the pages of a mapped file each
  // answer may cost a search for its page.
  HugeVector<std::uint64_t> filter_words_;
  std::uint64_t bytes_total_, bases_;
  double sampled_share_;
  StoreBudget budget_{kStoreBytes};
  std::atomic<std::uint64_t> bytes_read_ = 0;
};

std::vector<File> files_of(const std::vector<ReadLibrary>& libraries) {
  std::vector<File> files;
  for (const auto& library : libraries) {
    files.push_back({library.first, library.second        ? "1"
                                    : library.interleaved ? "interleaved"
                                                          : "single"});
    if (library.second) files.push_back({*library.second, "2"});
  }
  return files;
}

Result<void> check_pairs(const std::vector<File>& files, const std::vector<FileScan>& scans) {
  for (std::size_t i = 0; i + 1 < files.size(); ++i)
    if (files[i].mate == "1")
      KRES_TRY(sequence::check_mates(files[i].path, scans[i].names, files[i + 1].path,
                                     scans[i + 1].names));
  return {};
}

ReadQuality quality_of(const std::vector<File>& files, const std::vector<FileScan>& scans) {
  std::vector<MeasuredReads> measured;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const bool pairs = files[i].mate == "interleaved";
    measured.push_back({files[i].path.string(), pairs ? "1" : files[i].mate, scans[i].meters[0]});
    if (pairs) measured.push_back({files[i].path.string(), "2", scans[i].meters[1]});
  }
  return read_quality(measured);
}

// Reads of two files with the same record, or of one with neighbouring records. A library's files
// stand side by side.
void link_mates(ScannedReads& scan) {
  const auto& reads = scan.recruited;
  scan.mates.clear();
  std::vector<char> interleaved, first_of_two;
  for (const auto& library : scan.libraries) {
    interleaved.push_back(library.interleaved);
    first_of_two.push_back(library.second.has_value());
    if (library.second) {
      interleaved.push_back(false);
      first_of_two.push_back(false);
    }
  }
  std::vector<std::uint32_t> begin(interleaved.size() + 1, 0);
  for (std::uint32_t i = 0; i < reads.size(); ++i) begin[reads[i].file + 1] = i + 1;
  for (std::size_t file = 1; file < begin.size(); ++file)
    begin[file] = std::max(begin[file], begin[file - 1]);
  for (std::size_t file = 0; file < interleaved.size(); ++file) {
    auto one = begin[file], other = begin[file + 1];
    if (interleaved[file]) {
      for (; one + 1 < other; ++one)
        if (reads[one].record % 2 == 0 && reads[one + 1].record == reads[one].record + 1)
          scan.mates.emplace_back(one, one + 1);
    } else if (first_of_two[file]) {
      while (one < begin[file + 1] && other < begin[file + 2]) {
        const auto a = reads[one].record, b = reads[other].record;
        if (a == b) scan.mates.emplace_back(one, other);
        one += a <= b;
        other += b <= a;
      }
    }
  }
}

// Numbers reads as SeenTag says, from those of their records.
std::vector<SiteTag> join_tags(const std::vector<ReadLibrary>& libraries,
                               const std::vector<FileScan>& scans) {
  std::vector<FileTags> tags;
  auto scan = scans.begin();
  for (std::uint64_t i = 0; i < libraries.size(); ++i) {
    tags.push_back({scan++->tags, i << 48, libraries[i].interleaved ? 1U : 2U});
    if (libraries[i].second) tags.push_back({scan++->tags, (i << 48) + 1, 2});
  }
  return count_tags(std::move(tags));
}

// Of one read over each base of a place, how many hold its tag and keep it.
double tag_yield(const std::vector<FileScan>& scans) {
  double reads = 0, bases = 0, kept = 0, met = 0;
  for (const auto& scan : scans) {
    reads += static_cast<double>(scan.records);
    bases += static_cast<double>(scan.bases);
    kept += static_cast<double>(scan.tags.size());
    met += static_cast<double>(scan.tags_met);
  }
  return met > 0 ? kept / met * std::max(0.0, 1 - (kTagBases - 1) * reads / bases) : 0;
}

// Everything but the tags. Requires: all.sample.
void join_reads(std::vector<FileScan>& scans, ScannedReads& all) {
  for (auto& scan : scans) {
    all.files.emplace_back(scan.path.filename().string(), scan.sha256);
    all.reads += scan.records;
    all.bases += scan.bases;
    all.recruited.append(scan.recruited);
    all.stores.push_back(std::move(scan.store));
    scan.hashes.append_share(1 / all.sample, all.hashes);
  }
  std::sort(all.hashes.begin(), all.hashes.end());
  link_mates(all);
}

ScannedReads join(const std::vector<ReadLibrary>& libraries, std::vector<FileScan> scans,
                  const Scanner& scanner, int threads) {
  ScannedReads all;
  std::uint64_t bases = 0;
  for (const auto& scan : scans) bases += scan.bases;
  all.sample = 1 / scanner.sampled_share(bases);
  all.libraries = libraries;
  all.tag_yield = tag_yield(scans);
  share_work(2, threads, [&](std::size_t part) {
    if (part == 0)
      all.tags = join_tags(libraries, scans);
    else
      join_reads(scans, all);
  });
  return all;
}

}  // namespace

Result<void> check_all_differ(const std::vector<FileDigest>& files) {
  std::map<std::string_view, std::string_view> seen;
  for (const auto& [file, sha256] : files) {
    const auto [before, is_new] = seen.emplace(sha256, file);
    if (!is_new)
      return bad_input(fmt::format("holds the same bytes as {}", before->second), file, 0,
                       "name each file of reads once; the two files of a pair differ");
  }
  return {};
}

Result<ScannedReads> scan_reads(const std::vector<ReadLibrary>& libraries,
                                const ScanOptions& options) {
  const auto files = files_of(libraries);
  std::uint64_t bytes = 0;
  std::vector<Path> paths;
  for (const auto& file : files) {
    paths.push_back(file.path);
    std::error_code unknown;
    const auto size = std::filesystem::file_size(file.path, unknown);
    if (!unknown) bytes += size;
  }
  Scanner scanner(options, bytes, estimate_bases(paths));
  std::vector<Result<FileScan>> results(files.size());
  share_work(files.size(), options.threads, [&](std::size_t i) {
    results[i] = scanner.scan(files[i], static_cast<std::uint32_t>(i));
  });
  std::vector<FileScan> scans;
  for (auto& result : results) {
    if (!result) return tl::unexpected<Error>(result.error());
    scans.push_back(std::move(*result));
    scans.back().store.settle();
  }
  std::vector<FileDigest> digests;
  for (const auto& scan : scans) digests.push_back({scan.path.string(), scan.sha256});
  KRES_TRY(check_all_differ(digests));
  KRES_TRY(check_pairs(files, scans));
  auto quality = quality_of(files, scans);
  auto all = join(libraries, std::move(scans), scanner, options.threads);
  all.quality = std::move(quality);
  all.stored_share = scanner.stored_share();
  all.tag_yield /= static_cast<double>(scanner.tag_step());
  return all;
}

namespace {

// pick(file, known) recruits from one file what is not known.
template <class Pick>
bool recruit(ScannedReads& scan, int threads, Pick&& pick) {
  std::vector<std::vector<std::uint64_t>> known(scan.stores.size());
  for (std::size_t i = 0; i < scan.recruited.size(); ++i)
    known[scan.recruited[i].file].push_back(scan.recruited[i].record);
  std::vector<RecruitedReads> more(scan.stores.size());
  share_work(scan.stores.size(), threads,
             [&](std::size_t i) { more[i] = pick(static_cast<std::uint32_t>(i), known[i]); });
  const auto before = scan.recruited.size();
  for (auto& reads : more) {
    if (scan.share < 1) reads.keep_share(scan.share);
    scan.recruited.append(reads);
  }
  if (scan.recruited.size() == before) return false;
  scan.recruited.sort_by_record();
  link_mates(scan);
  return true;
}

}  // namespace

void use_share(ScannedReads& scan, double share) {
  scan.share = share;
  scan.recruited.keep_share(share);
  link_mates(scan);
}

bool recruit_more(ScannedReads& scan, const std::vector<std::string_view>& sequences, int threads) {
  const Baits baits(sequences);
  return !baits.empty() && recruit(scan, threads, [&](std::uint32_t file, const auto& known) {
    return recruit_again(scan.stores[file], baits, file, known);
  });
}

bool recruit_translated(ScannedReads& scan, const WantedProteins& proteins, double share,
                        int threads) {
  return recruit(scan, threads, [&](std::uint32_t file, const auto& known) {
    return recruit_translated(scan.stores[file], proteins, share * scan.share, file, known);
  });
}

}  // namespace kres::genome
