// kres and its neighbour kres-laboratory: one program to whoever calls it.
#include "tests/cli/cli_fixture.h"

namespace kres::testing {
namespace {

namespace fs = std::filesystem;

class Start : public Cli {
 protected:
  static fs::path built(const char* name) { return fs::path(KRES_BINARY_DIR) / name; }
  ProgramRun run(const fs::path& program, std::vector<std::string> words) const {
    words.insert(words.begin(), program.string());
    return run_program(words, directory_);
  }
};

TEST_F(Start, EveryCommandIsToldAndDoneAsByTheProgramOfAllCommands) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"version"},
                                                {"--version"},
                                                {"--help"},
                                                {"analyse", "--help"},
                                                {"worker", "--help"},
                                                {"rules", "check"}}) {
    const auto started = run(built("kres"), words), whole = run(built("kres-laboratory"), words);
    EXPECT_EQ(started.exit_code, 0) << words.front() << started.err;
    EXPECT_FALSE(started.out.empty()) << words.front();
    EXPECT_EQ(started.out, whole.out) << words.front();
  }
}

TEST_F(Start, WhatIsNoCommandIsRefused) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{},
                                                {"analyze"},
                                                {"--threads", "2", "analyse"},
                                                {"analyse", "--no"}})
    EXPECT_EQ(run(built("kres"), words).exit_code, 2) << (words.empty() ? "" : words.front());
}

TEST_F(Start, ALinkFindsTheNeighbourOfTheFileThatItNames) {
  fs::create_symlink(built("kres"), directory_ / "kres");
  EXPECT_EQ(run(directory_ / "kres", {"version"}).out, run(built("kres"), {"version"}).out);
}

TEST_F(Start, AloneItAnalysesAndSaysWhichFileIsMissingForTheRest) {
  const fs::path alone = directory_ / "kres";
  fs::copy_file(built("kres"), alone);
  EXPECT_EQ(run(alone, {"analyse", "--help"}).exit_code, 0);
  const auto other = run(alone, {"version"});
  EXPECT_EQ(other.exit_code, 3);
  EXPECT_EQ(other.out, "");
  EXPECT_NE(other.err.find((directory_ / "kres-laboratory").string()), std::string::npos)
      << other.err;
  EXPECT_NE(other.err.find("install both files together"), std::string::npos) << other.err;
}

}  // namespace
}  // namespace kres::testing
