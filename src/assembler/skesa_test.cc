// SKESA as it is called, with a script in its place.
#include "assembler/skesa.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"

namespace kres::assembler {
namespace {

class Skesa : public ::testing::Test {
 protected:
  // A program that says its version, and otherwise does what `script` says; $CONTIGS is its output.
  SkesaOptions acting(const std::string& script) {
    const Path program = folder_->path() / "skesa";
    const std::string text =
        "#!/bin/sh\n[ \"$1\" = --version ] && { echo \"skesa --version\n\nSKESA 2.4.0\"; exit; }\n"
        "all=\"$*\"; CONTIGS=$(echo \"$all\" | sed 's/.*--contigs_out \\([^ ]*\\).*/\\1/')\n" +
        script;
    EXPECT_TRUE(write_file_atomic(program, text));
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    return {.program = program.string(), .threads = 2, .goes_on = {}};
  }
  Path named(const std::string& name) const { return folder_->path() / name; }
  Result<TemporaryFolder> folder_ = TemporaryFolder::make();
};

TEST_F(Skesa, GetsAllRunsAndGivesItsContigsAndVersion) {
  const auto options = acting("echo \"$all\" > " + named("call").string() +
                              "\nprintf '>c1\\nACGTACGT\\n' > $CONTIGS\n");
  const auto made = assemble_with_skesa(
      {{.first = "a_1.fq.gz", .second = "a_2.fq.gz"}, {.first = "b.fq", .second = {}}}, options);
  ASSERT_TRUE(made) << made.error().text();
  EXPECT_EQ(made->assembler, "SKESA 2.4.0");
  ASSERT_EQ(made->assembly.contigs.size(), 1U);
  EXPECT_EQ(made->assembly.contigs.front().bases, "ACGTACGT");
  const auto call = read_file(named("call"));
  EXPECT_NE(call->find("--cores 2"), std::string::npos);
  EXPECT_NE(call->find("--reads a_1.fq.gz,a_2.fq.gz --reads b.fq"), std::string::npos) << *call;
  EXPECT_EQ(call->find("--use_paired_ends"), std::string::npos);
}

TEST_F(Skesa, ThatIsMissingIsSaidWithThePackage) {
  const auto made =
      assemble_with_skesa({{.first = "a.fq"}}, {.program = "no-skesa-here", .goes_on = {}});
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::environment);
  EXPECT_NE(made.error().text().find("package skesa"), std::string::npos);
}

TEST_F(Skesa, ThatFailsIsQuoted) {
  const auto made =
      assemble_with_skesa({{.first = "a.fq"}}, acting("echo 'Invalid fastq file' >&2\nexit 1\n"));
  ASSERT_FALSE(made);
  EXPECT_NE(made.error().text().find("Invalid fastq file"), std::string::npos);
}

TEST_F(Skesa, ThatMakesNothingIsAnError) {
  EXPECT_FALSE(assemble_with_skesa({{.first = "a.fq"}}, acting(": > $CONTIGS\n")));
}

TEST_F(Skesa, LeavesNothingBehind) {
  const auto options = acting("echo $CONTIGS > " + named("place").string() +
                              "\nprintf '>c1\\nACGT\\n' > $CONTIGS\n");
  ASSERT_TRUE(assemble_with_skesa({{.first = "a.fq"}}, options));
  const auto place = read_file(named("place"));
  ASSERT_TRUE(place);
  EXPECT_FALSE(std::filesystem::exists(Path(place->substr(0, place->find('\n'))).parent_path()));
}

TEST_F(Skesa, CannotReadANameWithAComma) {
  EXPECT_FALSE(assemble_with_skesa({{.first = "a,b.fq"}}, acting("exit 0\n")));
}

}  // namespace
}  // namespace kres::assembler
