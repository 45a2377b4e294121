// Bases told from the beginning of files, and the sample of k-mers that follows from all of them.
#include "genome/reads/estimate_bases.h"

#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "genome/reads/hash_sample.h"

namespace kres::genome {
namespace {

std::string random_bases(std::size_t length, std::mt19937& random) {
  std::string bases(length, 'A');
  for (auto& base : bases) base = "ACGT"[random() % 4];
  return bases;
}

TEST(EstimateBases, IsNearWhatAPlainFileHolds) {
  std::mt19937 random(3);
  const Path path = std::filesystem::temp_directory_path() / "kres_estimate_bases_test.fq";
  std::ofstream file(path);
  for (int i = 0; i < 20'000; ++i)
    file << "@read" << i << "\n"
         << random_bases(150, random) << "\n+\n"
         << std::string(150, 'I') << "\n";
  file.close();
  const auto bases = static_cast<double>(estimate_bases({path}));
  const auto both = static_cast<double>(estimate_bases({path, path}));
  std::filesystem::remove(path);
  EXPECT_NEAR(bases, 3e6, 0.02 * 3e6);
  EXPECT_NEAR(both, 2 * bases, 1);
  EXPECT_EQ(estimate_bases({path}), 0U);
}

TEST(HashSample, IsTheSameForAllLargerSharesThatItWasTakenWith) {
  const MashHashing hashing{.k = 21, .seed = 42, .largest = UINT64_MAX / 4};
  const auto sampled = [&](double first, double share) {
    std::mt19937 random(4);
    HashSample sample;
    for (std::uint64_t record = 0; record < 2000; ++record) {
      const auto bases = random_bases(100, random);
      if (is_in_share(record, first)) sample.add(record, bases, hashing);
    }
    std::vector<std::uint64_t> hashes;
    sample.append_share(share, hashes);
    return hashes;
  };
  const auto exact = sampled(0.1, 0.1);
  EXPECT_GT(exact.size(), 1000U);  // a quarter of 80 k-mers of 200 reads are 4000
  EXPECT_EQ(sampled(0.11, 0.1), exact);
  EXPECT_EQ(sampled(1, 0.1), exact);
}

}  // namespace
}  // namespace kres::genome
