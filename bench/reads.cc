// What it costs to read FASTQ before anything is looked for in it.
//
// kres_bench_reads FILE... prints one line a step, "name seconds", with the CPU time of all files,
// the least of five runs: the digest alone, content and digest, records as well, quality as well;
// and the number of bases.
#include <algorithm>
#include <ctime>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "base/digest.h"
#include "genome/quality/read_quality.h"
#include "sequence/content_stream.h"
#include "sequence/fastq.h"

namespace {

using kres::Result;

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// Bytes of the content.
Result<std::uint64_t> inflate(const kres::Path& path) {
  KRES_ASSIGN(auto file, kres::sequence::RawFile::open(path));
  KRES_ASSIGN(const auto content, kres::sequence::open_content(file));
  std::vector<char> room(kres::sequence::FastqLimits{}.block_bytes);
  std::uint64_t bytes = 0;
  while (true) {
    KRES_ASSIGN(const std::size_t count, content->read(room.data(), room.size()));
    if (count == 0) return bytes;
    bytes += count;
  }
}

// Bases of all records.
Result<std::uint64_t> parse(const kres::Path& path) {
  KRES_ASSIGN(auto reader, kres::sequence::FastqReader::open(path));
  std::uint64_t bases = 0;
  while (true) {
    KRES_ASSIGN(const auto records, reader.next());
    if (records.empty()) return bases;
    for (const auto& record : records) bases += record.bases.size();
  }
}

Result<std::uint64_t> measure(const kres::Path& path) {
  KRES_ASSIGN(auto reader, kres::sequence::FastqReader::open(path));
  kres::genome::ReadMeter meter;
  while (true) {
    KRES_ASSIGN(const auto records, reader.next());
    if (records.empty()) return meter.summary().bases;
    meter.add(records);
  }
}

Result<std::uint64_t> digest(const kres::Path& path) {
  KRES_ASSIGN(const auto hex, kres::sha256_file(path));
  return hex.size();
}

template <class Step>
std::optional<double> least_seconds(const std::vector<kres::Path>& files, Step&& step,
                                    std::uint64_t& sum) {
  double least = 1e9;
  for (int run = 0; run < 5; ++run) {
    const double start = cpu_seconds();
    sum = 0;
    for (const auto& file : files) {
      const auto done = step(file);
      if (!done) return fmt::print("{}\n", done.error().text()), std::nullopt;
      sum += *done;
    }
    least = std::min(least, cpu_seconds() - start);
  }
  return least;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<kres::Path> files(arguments + 1, arguments + count);
  std::uint64_t bases = 0, ignored = 0;
  const auto digesting = least_seconds(files, digest, ignored);
  const auto inflating = least_seconds(files, inflate, ignored);
  const auto parsing = least_seconds(files, parse, bases);
  const auto measuring = least_seconds(files, measure, bases);
  if (!inflating || !parsing || !digesting || !measuring) return 2;
  fmt::print("digest {:.4f}\ncontent {:.4f}\nrecords {:.4f}\nquality {:.4f}\nbases {}\n",
             *digesting, *inflating, *parsing, *measuring, bases);
  return 0;
}
