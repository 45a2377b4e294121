// kres explain: the explanation of one isolate as text and JSON.
#include "genome/result/json.h"
#include "tests/cli/cli_fixture.h"

namespace kres::testing {
namespace {

using Explain = Cli;

// What kres analyse writes for a K. pneumoniae with an intact KPC-2.
std::string kpc_genome() {
  genome::GenomeResult result;
  result.species.name = "Klebsiella pneumoniae";
  result.species.rank = "species";
  result.quality.verdict = genome::Verdict::pass;
  result.mlst.push_back({.scheme = "klebsiella", .st = "11"});
  genome::Determinant kpc;
  kpc.symbol = kpc.allele = "blaKPC-2";
  kpc.agents = {"meropenem"};
  kpc.critical_family = "carbapenemase";
  kpc.contig = "c1";
  kpc.allele_status = genome::AlleleStatus::exact;
  kpc.function = genome::FunctionState::intact;
  result.determinants.push_back(kpc);
  return genome::to_json(result);
}

TEST_F(Explain, AnIntactKpcExplainsMeropenemResistance) {
  const auto sheet =
      file("ast.tsv", std::string(kSheetHead) + "A\tKlebsiella pneumoniae\tMEM\tbmd\t=\t16\t\t\n");
  const auto genome = file("genome.json", kpc_genome());
  const auto run = kres({"explain", "--ast", sheet, "--genome", genome, "--date", "2026-06-01"});
  EXPECT_EQ(run.exit_code, 0) << run.out << run.err;
  EXPECT_NE(run.out.find("Klebsiella pneumoniae ST11: karbapenemaseprodusent med blaKPC-2."),
            std::string::npos)
      << run.out;
  EXPECT_NE(run.out.find("[AGREE] Meropenem 16 mg/L (R, ikke villtype): forklart av"),
            std::string::npos)
      << run.out;
}

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

TEST_F(Explain, ConfirmatoryTestsCountBesideTheGenome) {
  const auto sheet =
      file("ast.tsv", std::string(kSheetHead) + "A\tKlebsiella pneumoniae\tMEM\tbmd\t=\t16\t\t\n");
  const auto genome = file("genome.json", kpc_genome());
  const auto tests = file("tests.tsv",
                          "isolate\ttest\toutcome\tdate\n"
                          "A\tcarba_np\tpositive\t2026-05-30\nB\tmcim\tnegative\t\n");
  const auto run = kres({"explain", "--ast", sheet, "--genome", genome, "--tests", tests, "--lang",
                         "en", "--date", "2026-06-01"});
  EXPECT_EQ(run.exit_code, 0) << run.out << run.err;
  EXPECT_NE(run.out.find("Carba NP"), std::string::npos) << run.out;
  EXPECT_EQ(run.out.find("mCIM"), std::string::npos) << "is of another isolate";
  const auto wrong = file("wrong.tsv", "isolate\ttest\toutcome\nA\tcarba_np\tperhaps\n");
  const auto refused = kres({"explain", "--ast", sheet, "--tests", wrong});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_NE(refused.err.find("wrong.tsv:2:"), std::string::npos) << refused.err;
  EXPECT_NE(refused.err.find("indeterminate"), std::string::npos) << "what could stand there";
}

TEST_F(Explain, TablesOfTestsAreCheckedAndListed) {
  const auto listed = kres({"tests", "list", "--lang", "en"});
  EXPECT_EQ(listed.exit_code, 0) << listed.err;
  EXPECT_NE(listed.out.find("\ncarba_np\tCarba NP\tpositive;negative;indeterminate\t"),
            std::string::npos)
      << listed.out;
  EXPECT_EQ(kres({"tests", "check"}).exit_code, 0);
  const auto outcomes = file("outcomes.tsv",
                             "test\tcode\twords_nb\twords_en\tsays\tshows_nb\t"
                             "shows_en\nno_such\tpositive\tp\tp\t-\t\t\n");
  const auto refused = kres({"tests", "check", "--outcomes", outcomes});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_NE(refused.err.find("confirmatory_outcomes.tsv:2:"), std::string::npos) << refused.err;
  EXPECT_NE(refused.err.find("no_such"), std::string::npos) << refused.err;
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

TEST_F(Explain, AnAmrFinderPlusTableTakesThePlaceOfTheGenome) {
  const auto sheet =
      file("ast.tsv", std::string(kSheetHead) + "A\tKlebsiella pneumoniae\tMEM\tbmd\t=\t16\t\t\n");
  const auto genotype = file("amrfinder.tsv",
                             "Name\tElement symbol\tType\tSubtype\tClass\tSubclass\tMethod\n"
                             "A\tblaKPC-3\tAMR\tAMR\tBETA-LACTAM\tCARBAPENEM\tALLELEX\n"
                             "A\tgyrA_S83I\tAMR\tPOINT\tQUINOLONE\tQUINOLONE\tPOINTX\n"
                             "A\tiroB\tVIRULENCE\tVIRULENCE\tNA\tNA\tBLASTX\n"
                             "B\tsul1\tAMR\tAMR\tSULFONAMIDE\tSULFONAMIDE\tEXACTX\n");
  const auto run = kres({"explain", "--ast", sheet, "--genotype", genotype, "--lang", "en"});
  EXPECT_EQ(run.exit_code, 0) << run.out << run.err;
  EXPECT_NE(run.out.find("[AGREE] Meropenem 16 mg/L (R, not wild type): explained by the "
                         "carbapenemase blaKPC-3 (exact protein, reported by AMRFinderPlus)."),
            std::string::npos)
      << run.out;
  EXPECT_NE(run.err.find("lines of type VIRULENCE left out: 1"), std::string::npos) << run.err;
}

TEST_F(Explain, AnIsolateThatTheGenotypeTableDoesNotNameIsRefused) {
  const auto sheet =
      file("ast.tsv", std::string(kSheetHead) + "A\tKlebsiella pneumoniae\tMEM\tbmd\t=\t16\t\t\n");
  const auto genotype =
      file("amrfinder.tsv", "Name\tElement symbol\tClass\nB\tsul1\tSULFONAMIDE\n");
  const auto run = kres({"explain", "--ast", sheet, "--genotype", genotype});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_NE(run.err.find("holds no isolate 'A'"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace kres::testing
