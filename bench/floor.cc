// What any analysis of an assembly costs before its first question: reading, digest, parsing.
//
// kres_bench_floor FILE prints one line a step, "name seconds", the least of eleven runs.
#include <algorithm>
#include <chrono>
#include <cstdlib>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/files.h"
#include "sequence/assembly.h"

namespace {

template <class Step>
double least_seconds(Step&& step) {
  double least = 1e9;
  for (int run = 0; run < 11; ++run) {
    const auto start = std::chrono::steady_clock::now();
    step();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    least = std::min(least, taken.count());
  }
  return least;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const kres::Path path = arguments[1];
  const auto bytes = kres::read_file(path);
  if (!bytes || !kres::sequence::parse_assembly(*bytes, "genome")) return 2;
  std::size_t seen = 0;
  const double reading = least_seconds([&] { seen += kres::read_file(path)->size(); });
  const double digest = least_seconds([&] { seen += kres::sha256_hex(*bytes).size(); });
  const double all = least_seconds(
      [&] { seen += kres::sequence::parse_assembly(*bytes, "genome")->contigs.size(); });
  fmt::print("reading {:.6f}\ndigest {:.6f}\nparsing {:.6f}\n", reading, digest,
             std::max(0.0, all - digest));
  return seen == 0 ? 2 : 0;
}
