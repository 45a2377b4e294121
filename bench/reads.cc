// What it costs to read FASTQ before anything is looked for in it, beside igzip.
//
// kres_bench_reads FILE.gz... runs the steps in turns, five rounds, and prints the least CPU time
// of each for all files: in seconds, in nanoseconds a base, and as a multiple of `igzip -dc`, which
// only inflates. Every step includes the one above it, but for the digest of the file, which all
// steps below it take too.
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <vector>

#include <fmt/format.h>

#include "base/digest.h"
#include "genome/quality/read_quality.h"
#include "sequence/content_stream.h"
#include "sequence/fastq.h"
#include "sequence/mates.h"

namespace {

using kres::Path;
using kres::Result;

constexpr int kRounds = 5;

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

double cpu_seconds(int who) {
  rusage usage{};
  getrusage(who, &usage);
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// Each step gives what it counted: bytes, or bases.
Result<std::uint64_t> igzip(const Path& path) {
  const std::string command = fmt::format("igzip -dc '{}' > /dev/null", path.string());
  if (std::system(command.c_str()) != 0)
    return kres::environment_error("igzip fails", path.string(), "install the package isal");
  return 0;
}

Result<std::uint64_t> digest(const Path& path) {
  KRES_ASSIGN(const auto hex, kres::sha256_file(path));
  return hex.size();
}

Result<std::uint64_t> content(const Path& path) {
  KRES_ASSIGN(auto file, kres::sequence::RawFile::open(path));
  KRES_ASSIGN(const auto stream, kres::sequence::open_content(file));
  std::vector<char> room(kres::sequence::FastqLimits{}.block_bytes);
  std::uint64_t bytes = 0;
  while (true) {
    KRES_ASSIGN(const std::size_t count, stream->read(room.data(), room.size()));
    if (count == 0) return bytes;
    bytes += count;
  }
}

// Bases of all records, each block of which is given to `use`.
template <class Use>
Result<std::uint64_t> each_block(const Path& path, Use&& use) {
  KRES_ASSIGN(auto reader, kres::sequence::FastqReader::open(path));
  std::uint64_t bases = 0;
  while (true) {
    KRES_ASSIGN(const auto records, reader.next());
    if (records.empty()) return bases;
    for (const auto& record : records) bases += record.bases.size();
    use(records);
  }
}

Result<std::uint64_t> records(const Path& path) {
  return each_block(path, [](const auto&) {});
}

Result<std::uint64_t> quality(const Path& path) {
  kres::genome::ReadMeter meter;
  return each_block(path, [&](const auto& block) { meter.add(block); });
}

Result<std::uint64_t> names(const Path& path) {
  kres::genome::ReadMeter meter;
  kres::sequence::MateNames mates;
  return each_block(path, [&](const auto& block) {
    meter.add(block);
    mates.add(block);
  });
}

struct Step {
  const char* name;
  std::function<Result<std::uint64_t>(const Path&)> run;
  int who = RUSAGE_SELF;
  double least = 1e9;       // seconds
  std::uint64_t count = 0;  // of the last round
};

bool run_once(Step& step, const std::vector<Path>& files) {
  const double start = cpu_seconds(step.who);
  step.count = 0;
  for (const auto& file : files) {
    const auto done = step.run(file);
    if (!done) {
      fmt::print("{}\n", done.error().text());
      return false;
    }
    step.count += *done;
  }
  step.least = std::min(step.least, cpu_seconds(step.who) - start);
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<Path> files(arguments + 1, arguments + count);
  std::vector<Step> steps{{"igzip -dc", igzip, RUSAGE_CHILDREN},
                          {"digest alone", digest},
                          {"content, digest", content},
                          {"+ records", records},
                          {"+ quality", quality},
                          {"+ mates' names", names}};
  for (int round = 0; round < kRounds; ++round)
    for (auto& step : steps)
      if (!run_once(step, files)) return 2;
  const double bases = static_cast<double>(steps.back().count);
  fmt::print("{:<18}{:>8}{:>10}{:>10}\n", "step", "CPU s", "ns/base", "x igzip");
  for (const auto& step : steps)
    fmt::print("{:<18}{:>8.3f}{:>10.2f}{:>10.2f}\n", step.name, step.least,
               1e9 * step.least / bases, step.least / steps[0].least);
  return 0;
}
