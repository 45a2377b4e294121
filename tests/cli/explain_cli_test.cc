// kres explain: the explanation of one isolate as text and JSON.
#include "tests/cli/cli_fixture.h"

namespace kres::testing {
namespace {

using Explain = Cli;

TEST_F(Explain, WithoutAGenomeTheValueStandsAlone) {
  const auto sheet =
      file("ast.tsv", std::string(kSheetHead) + "A\tKlebsiella pneumoniae\tMEM\tbmd\t=\t16\t\t\n");
  const auto run = kres({"explain", "--ast", sheet, "--lang", "en", "--date", "2026-06-01"});
  EXPECT_EQ(run.exit_code, 1) << run.err;
  EXPECT_NE(run.out.find("[RULE_GAP] Meropenem 16 mg/L (R, not wild type): not compared"),
            std::string::npos)
      << run.out;
  EXPECT_NE(run.out.find("CPO 2026.1: Undecided"), std::string::npos) << run.out;
}

TEST_F(Explain, SpeaksNorwegianUnlessAsked) {
  const auto sheet =
      file("ast.tsv", std::string(kSheetHead) + "A\tKlebsiella pneumoniae\tMEM\tbmd\t=\t16\t\t\n");
  const auto run = kres({"explain", "--ast", sheet, "--date", "2026-06-01"});
  EXPECT_NE(run.out.find("ikke vurdert mot genom"), std::string::npos) << run.out;
}

TEST_F(Explain, ConstructedMeasurementsAreCalledSo) {
  const auto sheet =
      file("ast.tsv", std::string(kSheetHead) +
                          "A\tKlebsiella pneumoniae\tMEM\tbmd\t=\t0.03\t\tconstructed\n");
  const auto run = kres({"explain", "--ast", sheet, "--json"});
  EXPECT_NE(run.out.find("\"constructed\":true"), std::string::npos);
}

TEST_F(Explain, SeveralIsolatesNeedAChoice) {
  const auto sheet = file("ast.tsv", std::string(kSheetHead) +
                                         "A\tE. coli\tMEM\tbmd\t=\t1\t\t\n"
                                         "B\tE. coli\tMEM\tbmd\t=\t2\t\t\n");
  const auto run = kres({"explain", "--ast", sheet});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_NE(run.err.find("--isolate"), std::string::npos) << run.err;
  EXPECT_NE(kres({"explain", "--ast", sheet, "--isolate", "B"}).out.find("B\n"), std::string::npos);
  EXPECT_EQ(kres({"explain", "--ast", sheet, "--isolate", "C"}).exit_code, 2);
}

TEST_F(Explain, AGenomeResultThatIsNoneIsRefused) {
  const auto sheet = file("ast.tsv", std::string(kSheetHead) + "A\tE. coli\tMEM\tbmd\t=\t1\t\t\n");
  const auto genome = file("genome.json", "{\"schema_version\":1}");
  const auto run = kres({"explain", "--ast", sheet, "--genome", genome});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_NE(run.err.find("genome.json"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace kres::testing
