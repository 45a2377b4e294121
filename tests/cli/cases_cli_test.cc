// kres cases as a person runs it.
#include <nlohmann/json.hpp>

#include "tests/cli/cli_fixture.h"

namespace kres::testing {
namespace {

class CasesCli : public Cli {
 protected:
  void SetUp() override {
    Cli::SetUp();
    registry_ = (directory_ / "registry").string();
    ASSERT_EQ(kres({"init", registry_}).exit_code, 0);
  }
  ProgramRun cases(std::vector<std::string> words) {
    words.insert(words.begin(), {"cases", "--registry", registry_});
    return kres(words);
  }
  std::string registry_;
};

TEST_F(CasesCli, TheRuleAndWhatWasLeftOutStandWithTheCounts) {
  file("genome.fna", ">contig1\nACGTTGCAACGTTGCAACGTTGCAACGTTGCA\n");
  file("referral.tsv",
       "laboratory\tsender_id\tsuspected_group\treceived\tgenome_file\n"
       "UNN\tL-1\tCPO\t2026-01-05\tgenome.fna\n");
  ASSERT_EQ(kres({"import", "referral", directory_.string(), "--registry", registry_}).exit_code,
            0);
  const auto run =
      cases({"--from", "2026-01-05", "--to", "2026-01-05", "--definition", "CPO", "--json"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const auto json = nlohmann::json::parse(run.out);
  EXPECT_EQ(json["rule"]["id"], "year");
  EXPECT_EQ(json["rule"]["version"], "2026.1");
  for (const auto* name : {"isolates", "patients", "cases"}) {
    EXPECT_EQ(json[name]["count"], 0) << name;
    EXPECT_EQ(json[name]["rows"], 0) << name;
  }
  EXPECT_EQ(json["left_out"]["unexplained"], 1) << "it was received and not analysed";
  const auto table = cases(
      {"--from", "2026-01-06", "--to", "2026-12-31", "--definition", "CPO", "--rule", "month"});
  EXPECT_EQ(table.out.substr(0, table.out.find('\n')),
            "CPO 2026-01-06 to 2026-12-31, case rule month 2026.1");
  EXPECT_NE(table.out.find("not counted: 0 undecided, 0 not met, 0 not explained yet"),
            std::string::npos)
      << table.out;
}

TEST_F(CasesCli, WhatCannotBeCountedIsRefusedWithTheReason) {
  const auto refusal = [&](std::vector<std::string> words) {
    const auto run = cases(std::move(words));
    EXPECT_EQ(run.exit_code, 2);
    return run.err;
  };
  EXPECT_EQ(refusal({"--from", "2026-01-01", "--to", "2026-12-31", "--definition", "MRSA"}),
            "kres: there is no case definition 'MRSA' (there are: CPO, ColR, LRE, VRE)\n");
  EXPECT_EQ(refusal({"--from", "2026-01-01", "--to", "2025-12-31", "--definition", "CPO"}),
            "kres: --to lies before --from\n");
  EXPECT_EQ(refusal({"--from", "1.1.2026", "--to", "2026-12-31", "--definition", "CPO"}),
            "kres: --from: '1.1.2026' is no date (write it as 2026-11-21)\n");
  EXPECT_EQ(refusal({"--from", "2026-01-01", "--to", "2026-12-31", "--definition", "CPO", "--rule",
                     "decade"}),
            "kres: there is no case rule 'decade' on 2026-12-31 (there are: year, year_kinds, "
            "month, patient)\n");
}

}  // namespace
}  // namespace kres::testing
