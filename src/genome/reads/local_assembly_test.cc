// Local assembly of reads cut from sequences whose truth is known.
#include "genome/reads/local_assembly.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "sequence/nucleotides.h"

namespace kres::genome {
namespace {

std::string random_bases(std::size_t length, std::mt19937& random) {
  std::string bases(length, 'A');
  for (auto& base : bases) base = "ACGT"[random() % 4];
  return bases;
}

// Pairs of 2 x 150 bases of fragments of 400, on both strands, with errors.
class Sequencer {
 public:
  explicit Sequencer(unsigned seed) : random_(seed) {}

  void add(const std::string& genome, double depth, double error_rate = 0.002) {
    const auto pairs = static_cast<std::size_t>(depth * static_cast<double>(genome.size()) / 300);
    for (std::size_t i = 0; i < pairs; ++i) {
      const auto start = random_() % (genome.size() - kFragment + 1);
      auto fragment = genome.substr(start, kFragment);
      if (random_() % 2 == 0) fragment = sequence::reverse_complement(fragment);
      const auto record = record_++;
      add_read(fragment.substr(0, kLength), 0, record, error_rate);
      add_read(sequence::reverse_complement(fragment).substr(0, kLength), 1, record, error_rate);
    }
  }

  LocalAssembly assemble(double depth, int threads = 1) {
    auto reads = files_[0];
    reads.append(files_[1]);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> mates;
    for (std::uint32_t i = 0; i < record_; ++i) mates.emplace_back(i, i + record_);
    return assemble_locally(reads, mates, {.depth = depth, .threads = threads});
  }

 private:
  static constexpr std::size_t kFragment = 400, kLength = 150;

  void add_read(std::string bases, std::uint32_t file, std::uint32_t record, double error_rate) {
    for (auto& base : bases)
      if (static_cast<double>(random_() % 1'000'000) < error_rate * 1e6)
        base = "ACGT"[random_() % 4];
    files_[file].add(bases, std::string(bases.size(), 'I'), file, record);
  }

  std::mt19937 random_;
  RecruitedReads files_[2];
  std::uint32_t record_ = 0;
};

bool holds(const LocalAssembly& assembly, const std::string& bases) {
  const auto other = sequence::reverse_complement(bases);
  return std::any_of(assembly.contigs.begin(), assembly.contigs.end(), [&](const auto& contig) {
    return contig.sequence.bases.find(bases) != std::string::npos ||
           contig.sequence.bases.find(other) != std::string::npos;
  });
}

// All but the ends, where reads are few.
std::string inner(const std::string& genome) { return genome.substr(200, genome.size() - 400); }

TEST(LocalAssembly, GivesBackAGenomeDespiteErrors) {
  std::mt19937 random(1);
  const auto genome = random_bases(6000, random);
  for (const double depth : {15.0, 40.0, 100.0}) {
    Sequencer sequencer(7);
    sequencer.add(genome, depth);
    EXPECT_TRUE(holds(sequencer.assemble(depth), inner(genome))) << depth << " x";
  }
}

TEST(LocalAssembly, KeepsTwoAllelesWithOwnFlanksApart) {
  std::mt19937 random(2);
  const auto gene = random_bases(861, random);
  auto other = gene;
  for (const std::size_t position : {300, 715, 720})
    other[position] = gene[position] == 'A' ? 'C' : 'A';
  const auto one_place = random_bases(500, random) + gene + random_bases(500, random);
  const auto other_place = random_bases(500, random) + other + random_bases(500, random);
  Sequencer sequencer(3);
  sequencer.add(one_place, 60);
  sequencer.add(other_place, 120);
  const auto assembly = sequencer.assemble(60);
  EXPECT_TRUE(holds(assembly, gene));
  EXPECT_TRUE(holds(assembly, other));
}

TEST(LocalAssembly, LeavesOutAVariantOfFewReads) {
  std::mt19937 random(4);
  const auto genome = random_bases(3000, random);
  auto variant = genome;
  variant[1500] = genome[1500] == 'G' ? 'T' : 'G';
  Sequencer sequencer(5);
  sequencer.add(genome, 97);
  sequencer.add(variant, 3);
  const auto assembly = sequencer.assemble(100);
  EXPECT_TRUE(holds(assembly, inner(genome)));
  EXPECT_FALSE(holds(assembly, variant.substr(1470, 61)));
}

TEST(LocalAssembly, DoesNotDependOnThreads) {
  std::mt19937 random(6);
  const auto genome = random_bases(4000, random);
  Sequencer sequencer(8);
  sequencer.add(genome, 50, 0.01);
  const auto one = sequencer.assemble(50, 1), three = sequencer.assemble(50, 3);
  ASSERT_EQ(one.contigs.size(), three.contigs.size());
  ASSERT_FALSE(one.contigs.empty());
  for (std::size_t i = 0; i < one.contigs.size(); ++i)
    EXPECT_EQ(one.contigs[i].sequence.bases, three.contigs[i].sequence.bases);
}

TEST(LocalAssembly, OfNothingIsNothing) { EXPECT_TRUE(Sequencer(9).assemble(0).contigs.empty()); }

}  // namespace
}  // namespace kres::genome
