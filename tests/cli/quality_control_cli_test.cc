// kres qc and what quality control and panels do to kres interpret.
#include "tests/cli/cli_fixture.h"

namespace kres::testing {
namespace {

class QualityControlCli : public Cli {
 protected:
  // E. coli ATCC 25922 with meropenem must give 0.008-0.06 mg/L.
  std::string results() const {
    return file("qc.tsv",
                "date\tstrain\tagent\tmethod\tvalue\tlot\n"
                "2026-11-02\tATCC 25922\tMEM\tbmd\t0.25\tL1\n"
                "2026-11-03\tATCC 25922\tMEM\tbmd\t0.03\tL1\n");
  }
  std::string sheet() const {
    return file("ast.tsv",
                "isolate\torganism\tagent\tmethod\tvalue\tdate\n"
                "A\tE. coli\tMEM\tbmd\t0.06\t2026-11-02\n"
                "B\tE. coli\tMEM\tbmd\t0.06\t2026-11-03\n"
                "C\tE. coli\tMEM\tbmd\t0.06\t2026-11-04\n");
  }
  static std::string line_of(const std::string& text, const std::string& start) {
    const auto at = ("\n" + text).find("\n" + start);
    if (at == std::string::npos) return {};
    return text.substr(at, text.find('\n', at) - at);
  }
};

TEST_F(QualityControlCli, JudgesEachDay) {
  const auto run = kres({"qc", "check", results()});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_NE(run.out.find("2026-11-02\tmeropenem\tbroth_microdilution\t\tout\t"), std::string::npos)
      << run.out;
  EXPECT_NE(run.out.find("2026-11-03\tmeropenem\tbroth_microdilution\t\tin\t"), std::string::npos);
  EXPECT_NE(run.err.find("EUCAST QC 2026"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("1 in, 1 out, 0 missing"), std::string::npos) << run.err;
}

TEST_F(QualityControlCli, GivesTheDataOfAChart) {
  const auto points = kres({"qc", "check", results(), "--format", "points"});
  EXPECT_NE(points.out.find("2026-11-02\tL1\t=\t0.25\t-2\tout\toutside\t2"), std::string::npos)
      << points.out;
  const auto json = kres({"qc", "check", results(), "--format", "json"});
  EXPECT_NE(json.out.find("\"scale\":\"log2\",\"low\":-7.0,\"high\":-4.0"), std::string::npos)
      << json.out;
}

TEST_F(QualityControlCli, AWrongRowIsNamed) {
  const auto run = kres({"qc", "check",
                         file("qc.tsv",
                              "date\tstrain\tagent\tmethod\tvalue\n"
                              "2026-11-02\tATCC 25922\tMEM\tbmd\t3\n")});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_NE(run.err.find("qc.tsv:2: value '3'"), std::string::npos) << run.err;
}

TEST_F(QualityControlCli, ADayThatIsOutBlocksItsResultsUntilAPersonDecides) {
  const auto blocked = kres({"interpret", sheet(), "--qc", results()});
  EXPECT_EQ(blocked.exit_code, 1);
  EXPECT_NE(line_of(blocked.out, "A\t").find("\t\t\tqc_out\t"), std::string::npos) << blocked.out;
  EXPECT_NE(line_of(blocked.out, "B\t").find("\tS\t"), std::string::npos) << blocked.out;
  EXPECT_NE(line_of(blocked.out, "C\t").find("qc_missing"), std::string::npos) << blocked.out;

  const auto decisions = file("decisions.tsv",
                              "date\tagent\tmethod\tdecision\tperson\tdecided\treason\n"
                              "2026-11-02\tMEM\tbmd\taccept\tK. Hansen\t2026-11-03\twrong lid\n");
  const auto decided = kres({"interpret", sheet(), "--qc", results(), "--qc-decisions", decisions});
  EXPECT_EQ(decided.exit_code, 0) << decided.err;
  EXPECT_NE(line_of(decided.out, "A\t").find("qc_out;qc_accepted"), std::string::npos)
      << decided.out;
  EXPECT_EQ(kres({"interpret", sheet(), "--qc-decisions", decisions}).exit_code, 2);
}

TEST_F(QualityControlCli, APanelRefusesWhatCannotHaveBeenReadOffIt) {
  const auto table = file("ast.tsv",
                          "isolate\torganism\tagent\tmethod\tsign\tvalue\n"
                          "A\tE. coli\tMEM\tbmd\t\t8\n"
                          "A\tE. coli\tCIP\tbmd\t\t1024\n"
                          "A\tE. coli\tNIT\tbmd\t\t16\n"
                          "A\tE. coli\tNIT\tdisk\t\t20\n");
  const auto run = kres({"interpret", table, "--panel", "cpo"});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_NE(run.err.find("ast.tsv:3: value '1024': cannot be read off panel CPO"),
            std::string::npos)
      << run.err;
  EXPECT_NE(run.err.find("ast.tsv:4: agent 'NIT': nitrofurantoin is not on panel CPO"),
            std::string::npos)
      << run.err;
  EXPECT_NE(run.err.find("refused 2 (not_on_panel 1, outside_panel_range 1)"), std::string::npos);
  const auto marked = kres({"interpret", table, "--panel", "CPO", "--mark-panel"});
  EXPECT_NE(marked.out.find("outside_panel_range"), std::string::npos) << marked.out;
  EXPECT_NE(marked.err.find("refused 0"), std::string::npos) << marked.err;
  EXPECT_NE(kres({"interpret", table, "--panel", "XYZ"}).err.find("CPO, ColR, VRE, LRE"),
            std::string::npos);
}

TEST_F(QualityControlCli, HelpHasAnExample) {
  EXPECT_NE(kres({"qc", "check", "--help"}).out.find("Example: kres qc check"), std::string::npos);
}

}  // namespace
}  // namespace kres::testing
