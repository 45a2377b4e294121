// A reference set with every published scheme and with the six genomes as species, built once.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "genome/result/genome_result.h"
#include "tests/scenario/typing/genomes.h"

namespace kres::testing {

class TypingScenario : public ::testing::Test {
 protected:
  static void SetUpTestSuite();
  static void TearDownTestSuite();
  void SetUp() override;

  static std::string written(const std::string& name, const Contigs& contigs);
  static std::vector<genome::GenomeResult> analyse(const std::vector<std::string>& files);
  static genome::GenomeResult analyse(const std::string& name, const Contigs& contigs);

  static std::filesystem::path folder();  // of this test suite's files
  static inline bool ready_ = false;
};

}  // namespace kres::testing
