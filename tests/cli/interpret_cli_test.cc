// kres interpret: categories on stdout, errors with their row, exit codes.
#include "tests/cli/cli_fixture.h"

namespace kres::testing {
namespace {

using Interpret = Cli;

TEST_F(Interpret, PrintsACategoryForEveryMeasurement) {
  const auto sheet = file("ast.tsv", std::string(kSheetHead) +
                                         "A\tK. pneumoniae\tMEM\tbmd\t=\t16\t\tconstructed\n"
                                         "A\tK. pneumoniae\tkolistin\tbmd\t<=\t0,5\t\t\n");
  const auto run = kres({"interpret", sheet});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out.rfind("isolate\torganism\tagent\t", 0), 0U);
  EXPECT_NE(run.out.find("A\tK. pneumoniae\tmeropenem\tbroth_microdilution\t=\t16\tmg/L\t\tR\t"),
            std::string::npos)
      << run.out;
  EXPECT_NE(run.out.find("constructed"), std::string::npos);
}

TEST_F(Interpret, PrintsOneJsonObjectALine) {
  const auto sheet =
      file("ast.tsv", std::string(kSheetHead) + "A\tE. coli\tMEM\tdisk\t=\t27\t\t\n");
  const auto run = kres({"interpret", sheet, "--json"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_NE(run.out.find("\"category\":\"S\""), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("\"screening_positive\""), std::string::npos) << "27 mm is below 28 mm";
  EXPECT_NE(run.out.find("\"version\":\"EUCAST v16.0\""), std::string::npos);
}

TEST_F(Interpret, AnUninterpretableValueNeedsAPerson) {
  const auto sheet = file("ast.tsv", std::string(kSheetHead) + "A\tE. coli\tMEM\tbmd\t<=\t4\t\t\n");
  const auto run = kres({"interpret", sheet});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_NE(run.out.find("not_interpretable"), std::string::npos);
}

TEST_F(Interpret, AMistakeIsNamedWithFileAndRowAndTheRestIsInterpreted) {
  const auto sheet = file("ast.tsv", std::string(kSheetHead) +
                                         "A\tE. coli\tMEM\tbmd\t=\t16\t\t\n"
                                         "A\tE. coli\tMEN\tbmd\t=\t1\t\t\n");
  const auto run = kres({"interpret", sheet});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_NE(run.out.find("meropenem"), std::string::npos);
  EXPECT_NE(run.err.find("ast.tsv:3: agent 'MEN'"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("read 2 = interpreted 1 (R 1) + not interpretable 0 + refused 1"),
            std::string::npos)
      << run.err;
}

TEST_F(Interpret, ATableOfWhichNothingCanBeReadIsBadInput) {
  const auto sheet = file("ast.tsv", std::string(kSheetHead) +
                                         "E. coli\tA\tMEM\tbmd\t=\t16\t\t\n"
                                         "E. coli\tB\tMEM\tbmd\t=\t16\t\t\n");
  const auto run = kres({"interpret", sheet});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_NE(run.err.find("shifted"), std::string::npos) << run.err;
}

TEST_F(Interpret, AnUnknownVersionListsTheKnownOnes) {
  const auto sheet = file("ast.tsv", std::string(kSheetHead) + "A\tE. coli\tMEM\tbmd\t=\t1\t\t\n");
  const auto run = kres({"interpret", sheet, "--breakpoints", "EUCAST v1"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_NE(run.err.find("EUCAST v16.0"), std::string::npos) << run.err;
}

TEST_F(Interpret, AScreenDecidesOfItsIsolateWhereverItStandsInTheTable) {
  const auto sheet = file("ast.tsv", std::string(kSheetHead) +
                                         "A\tS. aureus\tcefotaxime\tbmd\t=\t2\t\t\n"
                                         "B\tS. aureus\tcefotaxime\tbmd\t=\t2\t\t\n"
                                         "A\tS. aureus\tcefoxitin\tdisk\t=\t12\t\t\n"
                                         "B\tS. aureus\tcefoxitin\tdisk\t=\t30\t\t\n");
  const auto run = kres({"interpret", sheet});
  const auto categories = [&](const std::string& isolate) {
    const auto at = run.out.find("\n" + isolate + "\tS. aureus\tcefotaxime\t");
    const auto row = run.out.substr(at + 1, run.out.find('\n', at + 1) - at - 1);
    return row.substr(row.find("mg/L"));
  };
  EXPECT_EQ(categories("A").rfind("mg/L\t\tR\texpert_rule\texpert_rule\t", 0), 0U) << run.out;
  EXPECT_NE(categories("A").find("\tXP-STA-1"), std::string::npos) << run.out;
  EXPECT_EQ(categories("B").rfind("mg/L\t\t\tnote\t", 0), 0U) << run.out;
}

TEST_F(Interpret, EitherVersionIsChosenByNameAndNamedInTheResult) {
  const auto sheet =
      file("ast.tsv", std::string(kSheetHead) + "A\tS. aureus\tSXT\tbmd\t=\t2\t\t\n");
  for (const auto* name : {"eucast-15.0", "EUCAST v15.0", "eucast_v15.0"}) {
    const auto run = kres({"interpret", sheet, "--breakpoints", name, "--json"});
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_NE(run.out.find("\"category\":\"S\""), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\"version\":\"EUCAST v15.0\""), std::string::npos) << run.out;
  }
  const auto now = kres({"interpret", sheet, "--breakpoints", "eucast-16.0", "--json"});
  EXPECT_NE(now.out.find("\"category\":\"R\""), std::string::npos) << now.out;
}

TEST_F(Interpret, AMissingFileIsAnError) {
  EXPECT_NE(kres({"interpret", (directory_ / "none.tsv").string()}).exit_code, 0);
}

TEST_F(Interpret, HelpHasAnExample) {
  const auto run = kres({"interpret", "--help"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_NE(run.out.find("Example: kres interpret"), std::string::npos);
}

}  // namespace
}  // namespace kres::testing
