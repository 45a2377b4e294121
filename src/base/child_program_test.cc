// Other programs: their exit code, their words, and how they end.
#include "base/child_program.h"

#include <chrono>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"

namespace kres {
namespace {

class OtherPrograms : public ::testing::Test {
 protected:
  Result<int> run(const std::string& script, const GoesOn& goes_on = {}) {
    return run_program({.name = "sh", .arguments = {"-c", script}, .output = output()}, goes_on);
  }
  Path output() const { return folder_->path() / "output"; }
  Result<TemporaryFolder> folder_ = TemporaryFolder::make();
};

TEST_F(OtherPrograms, GiveTheirExitCodeAndAllTheirWords) {
  const auto code = run("echo to one; echo to the other >&2; exit 7");
  ASSERT_TRUE(code) << code.error().text();
  EXPECT_EQ(*code, 7);
  EXPECT_EQ(*read_file(output()), "to one\nto the other\n");
}

TEST_F(OtherPrograms, FindNothingToRead) { EXPECT_EQ(*run("cat"), 0); }

TEST_F(OtherPrograms, ThatAreMissingAreAnErrorWithARemedy) {
  const auto code = run_program({.name = "no-such-program",
                                 .arguments = {},
                                 .output = output(),
                                 .remedy = "install package x"});
  ASSERT_FALSE(code);
  EXPECT_EQ(code.error().code, ErrorCode::environment);
  EXPECT_EQ(code.error().text(), "the program no-such-program is not there (install package x)");
}

TEST_F(OtherPrograms, EndedByASignalAreAnError) {
  const auto code = run("kill -9 $$");
  ASSERT_FALSE(code);
  EXPECT_NE(code.error().text().find("signal 9"), std::string::npos);
}

TEST_F(OtherPrograms, StopWhenTheyAreTold) {
  const auto begin = std::chrono::steady_clock::now();
  const auto code = run("exec sleep 60", [] { return false; });
  ASSERT_FALSE(code);
  EXPECT_NE(code.error().text().find("was stopped"), std::string::npos);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(TemporaryFolders, AreGoneWithEverythingInThem) {
  Path path;
  {
    const auto folder = TemporaryFolder::make();
    ASSERT_TRUE(folder) << folder.error().text();
    path = folder->path();
    ASSERT_TRUE(write_file_atomic(path / "reads.fna", ">a\nA\n"));
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace kres
