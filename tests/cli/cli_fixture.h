// Runs the program on small files of a test's own folder.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/run_program.h"

namespace kres::testing {

class Cli : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    directory_ = fresh_directory(std::string("cli_") + info->test_suite_name() + info->name());
  }

  std::string file(const std::string& name, const std::string& content) const {
    const auto path = directory_ / name;
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
  }

  ProgramRun kres(std::vector<std::string> words) const {
    words.insert(words.begin(), std::string(KRES_BINARY_DIR) + "/kres");
    return run_program(words, directory_);
  }

  std::filesystem::path directory_;
};

inline constexpr const char* kSheetHead =
    "isolate\torganism\tagent\tmethod\tsign\tvalue\tindication\tprovenance\n";

}  // namespace kres::testing
