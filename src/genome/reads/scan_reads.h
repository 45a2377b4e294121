// One pass over files of reads: what each holds, its quality, and the reads worth keeping.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "genome/kmer/mash_hashes.h"
#include "genome/kmer/site_tag.h"
#include "genome/reads/read_store.h"
#include "genome/reads/recruited_reads.h"
#include "genome/reads/translated_recruit.h"
#include "genome/reference/seed_table.h"
#include "genome/result/read_quality.h"

namespace kres::genome {

// One run of a sequencer on an isolate: a file, or two whose records are the ends of one fragment
// in the same order.
struct ReadLibrary {
  Path first;
  std::optional<Path> second;
  bool interleaved = false;  // one file in which two records in a row belong together
};

// Called now and then by any thread; false asks to stop.
using ReadProgress = std::function<bool(std::uint64_t bytes_read, std::uint64_t bytes_total)>;

struct ScanOptions {
  const SeedTable* seeds = nullptr;  // reads that share a word with it are kept
  MashHashing hashing;               // of the k-mers that tell the species
  int tag_quality = 0;               // of all bases of a site's tag that counts
  int threads = 1;                   // the result does not depend on it
  ReadProgress progress;
};

struct ScannedReads {
  std::vector<ReadLibrary> libraries;
  std::vector<std::pair<std::string, std::string>> files;  // name and SHA-256, as given
  std::uint64_t reads = 0, bases = 0;
  ReadQuality quality;                                         // without depth and insert size
  RecruitedReads recruited;                                    // ordered by file and record
  std::vector<ReadStore> stores;                               // one a file
  std::vector<std::pair<std::uint32_t, std::uint32_t>> mates;  // numbers in `recruited`
  std::vector<std::uint64_t> hashes;  // ascending, with repeats, of a sample of the reads
  std::vector<SiteTag> tags;          // ascending; of all reads, of very many of a part
  double tag_yield = 0;               // counts of a place's tag by its depth
  double sample = 1;                  // one of so many reads was sampled
  double stored_share = 1;            // of the reads that memory had room for, all files together
  double share = 1;                   // of the reads that findings are drawn from, see use_share()
};

// From here on findings are drawn from this share (0-1) of the reads, picked evenly. What was
// measured on all of them stays. Requires: not more than stored_share.
void use_share(ScannedReads& scan, double share);

// Both add reads to those recruited, of the share that is used; false if there are none. Reads that
// share words with further sequences:
bool recruit_more(ScannedReads& scan, const std::vector<std::string_view>& sequences, int threads);
// Reads that share translated words with wanted proteins, of this share (0-1) of those used:
bool recruit_translated(ScannedReads& scan, const WantedProteins& proteins, double share,
                        int threads);

// A file and its SHA-256.
struct FileDigest {
  std::string file, sha256;
};
// Fails, naming both, if two files hold the same bytes: their reads would count twice.
Result<void> check_all_differ(const std::vector<FileDigest>& files);

// Fails on damaged files, on two that are the same, and on two that are not mates.
Result<ScannedReads> scan_reads(const std::vector<ReadLibrary>& libraries,
                                const ScanOptions& options);

}  // namespace kres::genome
