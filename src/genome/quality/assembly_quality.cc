#include "genome/quality/assembly_quality.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "sequence/base_counts.h"

namespace kres::genome {

namespace {

// Megabases; the smallest genomes that are referred (enterococci, staphylococci) have 2.5.
constexpr double kSmallestGenome = 1.5;

std::uint64_t n50_of(std::vector<std::uint64_t> lengths, std::uint64_t total) {
  std::sort(lengths.begin(), lengths.end(), std::greater<>());
  std::uint64_t sum = 0;
  for (const auto length : lengths) {
    sum += length;
    if (2 * sum >= total) return length;
  }
  return 0;
}

void add(Quality& quality, Verdict verdict, std::string reason) {
  quality.verdict = std::max(quality.verdict, verdict);
  quality.reasons.push_back(std::move(reason));
}

}  // namespace

Quality measure_assembly(const sequence::Assembly& assembly, const QualityLimits& limits) {
  Quality quality;
  std::vector<std::uint64_t> lengths;
  sequence::BaseCounts bases;
  for (const auto& contig : assembly.contigs) {
    lengths.push_back(contig.bases.size());
    quality.length += contig.bases.size();
    quality.contigs_500 += contig.bases.size() >= limits.contig_counted;
    quality.longest = std::max<std::uint64_t>(quality.longest, contig.bases.size());
    bases += sequence::count_bases(contig.bases);
  }
  quality.contigs = static_cast<std::uint32_t>(assembly.contigs.size());
  quality.n50 = n50_of(std::move(lengths), quality.length);
  quality.gc = bases.known == 0
                   ? 0
                   : 100.0 * static_cast<double>(bases.gc) / static_cast<double>(bases.known);
  quality.n_percent = quality.length == 0
                          ? 0
                          : 100.0 * static_cast<double>(quality.length - bases.known) /
                                static_cast<double>(quality.length);
  return quality;
}

void judge_assembly(Quality& quality, const ExpectedGenome& expected, const QualityLimits& limits) {
  quality.verdict = Verdict::pass;
  const double megabases = static_cast<double>(quality.length) / 1e6;
  if (expected.length_max > 0) {
    const double margin = (expected.length_max - expected.length_min) / 2;
    const bool far =
        megabases < expected.length_min - margin || megabases > expected.length_max + margin;
    if (megabases < expected.length_min || megabases > expected.length_max)
      add(quality, far ? Verdict::fail : Verdict::warn,
          fmt::format("length:{:.2f} Mb, expected {:.1f}-{:.1f} Mb", megabases, expected.length_min,
                      expected.length_max));
    if (quality.gc < expected.gc_min || quality.gc > expected.gc_max)
      add(quality, Verdict::warn,
          fmt::format("gc:{:.1f} %, expected {:.1f}-{:.1f} %", quality.gc, expected.gc_min,
                      expected.gc_max));
  } else {
    add(quality, Verdict::warn, "species_not_in_table");
    if (megabases < kSmallestGenome)
      add(quality, Verdict::fail,
          fmt::format("length:{:.2f} Mb, at least {:.1f} Mb", megabases, kSmallestGenome));
  }
  if (static_cast<double>(quality.n50) < limits.n50_min)
    add(quality, Verdict::fail,
        fmt::format("n50:{} bp, at least {:.0f} bp", quality.n50, limits.n50_min));
  if (quality.contigs_500 > limits.contigs_max)
    add(quality, Verdict::fail,
        fmt::format("contigs:{}, at most {:.0f}", quality.contigs_500, limits.contigs_max));
  if (quality.n_percent >= limits.n_percent_max)
    add(quality, Verdict::fail,
        fmt::format("n_percent:{:.1f} %, below {:.0f} %", quality.n_percent, limits.n_percent_max));
}

}  // namespace kres::genome
