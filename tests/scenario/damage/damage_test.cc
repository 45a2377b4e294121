// What kres says about a carbapenemase gene after each change of damage.tsv, on a real genome.
#include "tests/scenario/damage/damage.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/text.h"
#include "base/tsv.h"
#include "genome/result/json.h"
#include "sequence/assembly.h"
#include "tests/support/run_program.h"

namespace kres::testing {
namespace {

const char* const kGenome = "/usr/share/doc/kleborate/examples/data/Klebs_HS11286.fna.xz";
const Gene kKpc{"CP003224.1", 20557, 21438};

const TsvTable& expectations() {
  static const TsvTable kTable = [] {
    const std::string path = std::string(KRES_SOURCE_DIR) + "/tests/scenario/damage/damage.tsv";
    const auto text = read_file(path);
    auto table = TsvTable::parse(text.value(), path,
                                 {"scenario", "edit", "found", "symbol", "status", "function",
                                  "reason", "flags", "pieces", "meropenem"});
    return std::move(table).value();
  }();
  return kTable;
}

// All edited genomes, analysed by one run of the program; a result per scenario.
class Damage : public ::testing::TestWithParam<std::size_t> {
 protected:
  static void SetUpTestSuite() {
    if (!std::filesystem::exists(kGenome)) return;
    const auto assembly = sequence::read_assembly(kGenome);
    ASSERT_TRUE(assembly) << assembly.error().text();
    const auto directory = fresh_directory("damage");
    std::vector<std::string> command = {KRES_PROGRAM, "analyse", "--threads", "2"};
    for (const auto& row : expectations().rows()) {
      const auto contigs = edited(assembly->contigs, kKpc, row["edit"]);
      ASSERT_TRUE(contigs) << contigs.error().text();
      command.push_back(directory / (replace_all(std::string(row["edit"]), " ", "_") + ".fna"));
      ASSERT_TRUE(write_file_atomic(command.back(), as_fasta(*contigs, 80)));
    }
    const auto run = run_program(command, directory);
    ASSERT_LE(run.exit_code, 1) << run.err;
    for (const auto line : split(trim(run.out), '\n')) {
      auto result = genome::result_from_json(line, "kres analyse");
      ASSERT_TRUE(result) << result.error().text();
      results_.push_back(std::move(*result));
    }
    ASSERT_EQ(results_.size(), expectations().rows().size());
  }

  static void TearDownTestSuite() { std::filesystem::remove_all(fresh_directory("damage")); }

  void SetUp() override {
    if (!std::filesystem::exists(kGenome)) GTEST_SKIP() << "package kleborate-examples is absent";
    ASSERT_LT(GetParam(), results_.size());
  }

  static inline std::vector<genome::GenomeResult> results_;
};

std::vector<genome::Determinant> kpc_of(const genome::GenomeResult& result) {
  std::vector<genome::Determinant> found;
  std::copy_if(result.determinants.begin(), result.determinants.end(), std::back_inserter(found),
               [](const auto& d) { return d.gene == "blaKPC"; });
  return found;
}

std::string or_dash(std::string text) { return text.empty() ? "-" : text; }

std::string flags_of(const genome::Determinant& determinant) {
  std::vector<std::string> flags;
  if (determinant.trace) flags.push_back("trace");
  if (determinant.contig_end) flags.push_back("contig_end");
  return or_dash(join(flags, " "));
}

std::string reason_of(const genome::Determinant& determinant) {
  return or_dash(determinant.function_reason.substr(0, determinant.function_reason.find(':')));
}

std::string prediction_of(const genome::GenomeResult& result, std::string_view agent) {
  for (const auto& phenotype : result.phenotype)
    if (phenotype.agent == agent) return std::string(name_of(phenotype.prediction));
  return "absent";
}

TEST_P(Damage, IsDescribedAsTheTableSays) {
  const auto& expected = expectations().rows()[GetParam()];
  const auto& result = results_[GetParam()];
  SCOPED_TRACE(std::string(expected["scenario"]));
  const auto found = kpc_of(result);
  EXPECT_EQ(std::to_string(found.size()), expected["found"]);
  for (const auto& determinant : found) {
    EXPECT_EQ(determinant.symbol, expected["symbol"]);
    EXPECT_EQ(name_of(determinant.allele_status), expected["status"]);
    EXPECT_EQ(name_of(determinant.function), expected["function"]);
    EXPECT_EQ(reason_of(determinant), expected["reason"]) << determinant.function_reason;
    EXPECT_EQ(flags_of(determinant), expected["flags"]);
    EXPECT_EQ(std::to_string(determinant.pieces.size()), expected["pieces"]);
    EXPECT_EQ(determinant.critical_family, "carbapenemase");
  }
  EXPECT_EQ(prediction_of(result, "meropenem"), expected["meropenem"]);
}

// What is said about everything else: symbols with status and function, without positions.
std::vector<std::string> others(const genome::GenomeResult& result) {
  std::vector<std::string> lines;
  for (const auto& d : result.determinants)
    if (d.gene != "blaKPC")
      lines.push_back(join({d.symbol, std::string(name_of(d.allele_status)),
                            std::string(name_of(d.function)), d.intrinsic ? "intrinsic" : ""},
                           " "));
  for (const auto& t : result.targets) lines.push_back(t.gene + " " + t.state);
  std::sort(lines.begin(), lines.end());
  return lines;
}

TEST_P(Damage, LeavesEverythingElseAsItWas) {
  SCOPED_TRACE(std::string(expectations().rows()[GetParam()]["scenario"]));
  const auto& untouched = results_.front();
  const auto& result = results_[GetParam()];
  EXPECT_EQ(others(result), others(untouched));
  EXPECT_EQ(result.species.name, untouched.species.name);
  ASSERT_EQ(result.mlst.size(), 1U);
  EXPECT_EQ(result.mlst[0].st, "11");
}

std::string test_name(const ::testing::TestParamInfo<std::size_t>& info) {
  std::string name = to_lower(expectations().rows()[info.param]["scenario"]);
  std::replace_if(
      name.begin(), name.end(),
      [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(HS11286, Damage,
                         ::testing::Range<std::size_t>(0, expectations().rows().size()), test_name);

}  // namespace
}  // namespace kres::testing
