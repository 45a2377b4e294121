// Reads are placed as a plain aligner would place them, and counted where they stand.
#include <random>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "genome/pileup/differences.h"
#include "genome/pileup/gapped_place.h"
#include "genome/pileup/place_reads.h"
#include "genome/pileup/read_placer.h"
#include "sequence/nucleotides.h"

namespace kres::genome {
namespace {

using sequence::ContigSequence;
using sequence::reverse_complement;

std::string random_bases(std::mt19937& random, std::size_t size) {
  std::string bases(size, 'A');
  for (auto& base : bases) base = "ACGT"[random() % 4];
  return bases;
}

char other_base(char base) {
  return base == 'A' ? 'C' : base == 'C' ? 'G' : base == 'G' ? 'T' : 'A';
}

std::vector<ContigSequence> contigs_of(const std::vector<std::string>& bases) {
  std::vector<ContigSequence> contigs;
  for (const auto& one : bases)
    contigs.push_back({.name = "reads_" + std::to_string(contigs.size() + 1), .bases = one});
  return contigs;
}

// Every place on every contig and strand, base by base: the score of the best ones without gaps.
std::vector<ReadPlace> every_place(const std::vector<ContigSequence>& contigs,
                                   const std::string& read, const PlacementLimits& limits) {
  std::vector<ReadPlace> best;
  for (std::uint32_t c = 0; c < contigs.size(); ++c)
    for (const bool reverse : {false, true}) {
      const auto turned = reverse ? reverse_complement(read) : read;
      const auto& bases = contigs[c].bases;
      const auto size = static_cast<int>(read.size()), room = static_cast<int>(bases.size());
      for (int start = 1 - size; start < room; ++start) {
        std::uint32_t overlap = 0, differences = 0;
        for (int i = 0; i < size; ++i) {
          if (start + i < 0 || start + i >= room) continue;
          ++overlap;
          differences +=
              turned[static_cast<std::size_t>(i)] != bases[static_cast<std::size_t>(start + i)];
        }
        const auto score = static_cast<std::int32_t>(overlap) - 5 * static_cast<int>(differences);
        if (overlap < limits.least_overlap || score < limits.least_score * overlap) continue;
        if (!best.empty() && score < best[0].score) continue;
        if (!best.empty() && score > best[0].score) best.clear();
        best.push_back({.contig = c,
                        .reverse = reverse,
                        .contig_start = static_cast<std::uint32_t>(std::max(0, start)),
                        .score = score});
      }
    }
  return best;
}

// Contigs as local assembly makes them: haplotypes that share stretches and differ in some bases,
// a reverse complement, and ends in the middle of what others go on with.
std::vector<ContigSequence> haplotypes(std::mt19937& random) {
  const auto first = random_bases(random, 500);
  auto second = first;
  for (int i = 0; i < 6; ++i) {
    auto& base = second[random() % second.size()];
    base = other_base(base);
  }
  const auto part = first.substr(100, 260);
  return contigs_of({first, second, reverse_complement(part), random_bases(random, 300)});
}

RC_GTEST_PROP(ReadPlacer, FindsThePlacesThatATestOfEveryPlaceFinds, ()) {
  std::mt19937 random(*rc::gen::arbitrary<unsigned>());
  const auto contigs = haplotypes(random);
  const PlacementLimits limits{.gaps_from = 1000};
  ReadPlacer placer(contigs, limits);
  for (int i = 0; i < 20; ++i) {
    const auto& source = contigs[random() % contigs.size()].bases;
    const auto start = random() % (source.size() - 100);
    auto read = source.substr(start, 100);
    const bool hangs_over = random() % 4 == 0;
    if (hangs_over) read = random_bases(random, 40) + source.substr(0, 60);
    const auto errors = random() % (hangs_over ? 2 : 5);  // fewer than the words on the contig
    for (unsigned e = 0; e < errors; ++e) {
      auto& base = read[random() % read.size()];
      base = other_base(base);
    }
    if (random() % 2 == 0) read = reverse_complement(read);

    const auto expected = every_place(contigs, read, limits);
    const auto& found = placer.place(read);
    RC_ASSERT(found.size() == expected.size());
    for (const auto& place : expected)
      RC_ASSERT(std::any_of(found.begin(), found.end(), [&](const ReadPlace& other) {
        return other.contig == place.contig && other.reverse == place.reverse &&
               other.contig_start == place.contig_start && other.score == place.score;
      }));
  }
}

RC_GTEST_PROP(Differences, AreThoseOfACountByteByByte, (const std::string& text)) {
  auto other = text;
  std::uint32_t expected = 0;
  for (std::size_t i = 0; i < other.size(); i += 3) {
    other[i] = static_cast<char>(other[i] ^ static_cast<char>(i % 2 == 0 ? 0x80 : 0x01));
    ++expected;
  }
  RC_ASSERT(count_differences(text.data(), other.data(), text.size()) == expected);
}

// Smith-Waterman-Gotoh in its plainest form: read and contig, any ends free. Returns the score.
int plain_local_score(const std::string& read, const std::string& contig) {
  constexpr int kNever = -100000;
  const std::size_t width = contig.size() + 1;
  std::vector<int> base(width, 0), in(width, kNever), del(width, kNever);
  int best = 0;
  for (std::size_t i = 1; i <= read.size(); ++i) {
    std::vector<int> next(width, 0), next_in(width, kNever), next_del(width, kNever);
    for (std::size_t j = 1; j < width; ++j) {
      next_in[j] = std::max(base[j] - 7, in[j] - 1);
      next_del[j] = std::max(next[j - 1] - 7, next_del[j - 1] - 1);
      const int paired = base[j - 1] + (read[i - 1] == contig[j - 1] ? 1 : -4);
      next[j] = std::max({0, paired, next_in[j], next_del[j]});
      best = std::max(best, next[j]);
    }
    base = next, in = next_in, del = next_del;
  }
  return best;
}

RC_GTEST_PROP(ReadPlacer, AGapInTheMiddleCostsWhatAPlainAlignerSays, ()) {
  std::mt19937 random(*rc::gen::arbitrary<unsigned>());
  const auto contigs = contigs_of({random_bases(random, 600)});
  const auto gap = 1 + random() % 12;
  const auto start = 50 + random() % 300;
  const bool deletion = random() % 2 == 0;
  const auto& bases = contigs[0].bases;
  auto read = bases.substr(start, 70) +
              (deletion ? bases.substr(start + 70 + gap, 70)
                        : random_bases(random, gap) + bases.substr(start + 70, 70));
  const int expected = plain_local_score(read, bases);
  const bool turned = random() % 2 == 0;
  ReadPlacer placer(contigs, {});
  const auto& found = placer.place(turned ? reverse_complement(read) : read);
  RC_ASSERT(found.size() == 1u);
  RC_ASSERT(found[0].score == expected);
  RC_ASSERT(found[0].reverse == turned);
  RC_ASSERT(found[0].contig_start == start);
  RC_ASSERT(found[0].contig_end == start + (deletion ? 140 + gap : 140));
}

TEST(ReadPlacer, AReadOfAnotherGeneIsNotPlaced) {
  std::mt19937 random(7);
  const auto contigs = contigs_of({random_bases(random, 600)});
  ReadPlacer placer(contigs, {});
  const auto stranger = contigs[0].bases.substr(200, 25) + random_bases(random, 125);
  EXPECT_TRUE(placer.place(stranger).empty());
  EXPECT_TRUE(placer.place("ACGT").empty());
  EXPECT_TRUE(placer.place(std::string(150, 'N')).empty());
  EXPECT_TRUE(placer.place(std::string(1'000'000, 'A')).empty());
}

std::vector<Read> reads_of(const std::vector<std::string>& texts) {
  std::vector<Read> reads;
  for (const auto& text : texts) reads.push_back({text, {}});
  return reads;
}

TEST(PlacedReads, CountEveryBaseByItsStrand) {
  std::mt19937 random(3);
  const auto contigs = contigs_of({random_bases(random, 400)});
  auto changed = contigs[0].bases.substr(100, 100);
  changed[50] = other_base(changed[50]);
  const std::vector<std::string> texts{contigs[0].bases.substr(100, 100), changed,
                                       reverse_complement(changed)};
  const auto placed = place_reads(reads_of(texts), contigs, {});
  EXPECT_EQ(placed.placed, 3u);
  const auto& site = placed.counts[0][150];
  EXPECT_EQ(site.depth, 3u);
  EXPECT_EQ(site.bases[sequence::base_code(contigs[0].bases[150])].forward, 1u);
  EXPECT_EQ(site.bases[sequence::base_code(changed[50])].forward, 1u);
  EXPECT_EQ(site.bases[sequence::base_code(changed[50])].reverse, 1u);
  EXPECT_EQ(placed.counts[0][99].depth, 0u);
  EXPECT_EQ(placed.counts[0][200].depth, 0u);
}

TEST(PlacedReads, BasesOfLowQualityAreNoEvidence) {
  std::mt19937 random(3);
  const auto contigs = contigs_of({random_bases(random, 400)});
  const auto bases = contigs[0].bases.substr(0, 100);
  std::string qualities(100, static_cast<char>('!' + 15));
  qualities[40] = static_cast<char>('!' + 14);
  const std::string turned = reverse_complement(bases);
  const std::string qualities_turned(qualities.rbegin(), qualities.rend());
  const std::vector<Read> reads{{bases, qualities}, {turned, qualities_turned}};
  const auto placed = place_reads(reads, contigs, {});
  EXPECT_EQ(placed.counts[0][40].depth, 2u);
  EXPECT_EQ(placed.counts[0][40].reads(), 0u);
  EXPECT_EQ(placed.counts[0][39].reads(), 2u);
}

TEST(PlacedReads, AFragmentCountsOnceWhereItsReadsOverlap) {
  std::mt19937 random(3);
  const auto contigs = contigs_of({random_bases(random, 400)});
  const auto first = contigs[0].bases.substr(100, 100);
  const auto second = reverse_complement(contigs[0].bases.substr(150, 100));
  const std::vector<Read> reads{{first, {}, 1}, {second, {}, 0}};
  const auto placed = place_reads(reads, contigs, {});
  EXPECT_EQ(placed.counts[0][149].depth, 1u);
  EXPECT_EQ(placed.counts[0][175].depth, 1u);
  EXPECT_EQ(placed.counts[0][225].depth, 1u);
}

TEST(PlacedReads, MissingAndAdditionalBasesAreCounted) {
  std::mt19937 random(11);
  const auto contigs = contigs_of({random_bases(random, 400)});
  const auto& bases = contigs[0].bases;
  const std::vector<std::string> texts{bases.substr(100, 60) + bases.substr(163, 60),
                                       bases.substr(100, 60) + "ACGTACGTA" + bases.substr(160, 60)};
  const auto placed = place_reads(reads_of(texts), contigs, {});
  std::uint32_t deleted = 0, inserted = 0;
  for (const auto& site : placed.counts[0]) {
    deleted += site.deletion.sum();
    inserted += site.insertion.sum();
  }
  EXPECT_EQ(deleted, 3u);
  EXPECT_EQ(inserted, 1u);
}

// Two haplotypes of 90 and 10 %: the reads of what they share belong to both in that proportion.
TEST(PlacedReads, WhatHaplotypesShareIsSharedAsTheirOwnReadsAre) {
  std::mt19937 random(5);
  const auto major = random_bases(random, 2000);
  auto minor = major;
  for (const std::size_t at : {900u, 1000u, 1100u}) minor[at] = other_base(minor[at]);
  std::vector<std::string> texts;
  for (int i = 0; i < 4000; ++i) {
    const auto& source = i % 10 == 0 ? minor : major;
    auto read = source.substr(random() % 1900, 100);
    texts.push_back(random() % 2 == 0 ? read : reverse_complement(read));
  }
  const auto placed = place_reads(reads_of(texts), contigs_of({major, minor}), {});
  const auto mean = [&](std::size_t contig, std::size_t from, std::size_t to) {
    double sum = 0;
    for (std::size_t i = from; i < to; ++i) sum += placed.counts[contig][i].depth;
    return sum / static_cast<double>(to - from);
  };
  EXPECT_NEAR(mean(0, 200, 700) / (mean(0, 200, 700) + mean(1, 200, 700)), 0.9, 0.03);
  EXPECT_NEAR(mean(0, 900, 1100), 190, 15);  // 4,000 reads of 100 bases on 2,000, nine tenths
  EXPECT_NEAR(mean(1, 200, 700), 20, 5);
}

// A crossing of two haplotypes that assembly left over takes no reads from what was found.
TEST(PlacedReads, StretchesComeBeforeTheRestOfTheContigs) {
  std::mt19937 random(5);
  const auto shared = random_bases(random, 500);
  const auto contigs = contigs_of({shared, shared, shared});
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i) texts.push_back(shared.substr(random() % 400, 100));
  PileupOptions options;
  options.stretches = {{1, 100, 400}};
  const auto placed = place_reads(reads_of(texts), contigs, options);
  for (std::size_t at = 100; at < 400; ++at) {
    EXPECT_EQ(placed.counts[0][at].depth + placed.counts[2][at].depth, 0u) << at;
    EXPECT_GT(placed.counts[1][at].depth, 0u) << at;
  }
}

TEST(PlacedReads, CodonsAreReadAsTheyStandTogether) {
  std::mt19937 random(9);
  auto bases = random_bases(random, 400);
  bases.replace(150, 3, "TCC");
  auto other = bases;
  other.replace(150, 3, "ATT");
  const std::vector<std::string> texts{bases.substr(100, 100), other.substr(100, 100),
                                       reverse_complement(other.substr(90, 100)),
                                       bases.substr(151, 100)};
  PileupOptions options;
  options.codons = {{0, 150}};
  const auto placed = place_reads(reads_of(texts), contigs_of({bases}), options);
  const auto& codon = placed.codons[0];
  EXPECT_EQ(codon[3 * 16 + 1 * 4 + 1].forward, 1u);  // TCC
  EXPECT_EQ(codon[0 * 16 + 3 * 4 + 3].forward, 1u);  // ATT
  EXPECT_EQ(codon[0 * 16 + 3 * 4 + 3].reverse, 1u);
  EXPECT_EQ(codon[0 * 16 + 1 * 4 + 1].sum(), 0u);  // ACC, which no read shows
}

TEST(PlacedReads, AreTheSameTwice) {
  std::mt19937 random(5);
  const auto shared = random_bases(random, 500);
  const auto contigs = contigs_of({shared, shared});
  std::vector<std::string> texts;
  for (int i = 0; i < 301; ++i) texts.push_back(shared.substr(random() % 400, 100));
  const auto once = place_reads(reads_of(texts), contigs, {});
  const auto again = place_reads(reads_of(texts), contigs, {});
  for (std::size_t i = 0; i < 500; ++i) {
    EXPECT_EQ(once.counts[0][i].depth, again.counts[0][i].depth);
    EXPECT_LE(std::abs(static_cast<int>(once.counts[0][i].depth) -
                       static_cast<int>(once.counts[1][i].depth)),
              30);
  }
}

}  // namespace
}  // namespace kres::genome
