// The calls of a genome do not depend on where its circles are opened, which strand is written,
// in what order the contigs stand, and how the file is written.
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/text.h"
#include "genome/result/json.h"
#include "sequence/assembly.h"
#include "sequence/compressed_for_test.h"
#include "sequence/nucleotides.h"
#include "tests/scenario/invariance/calls.h"
#include "tests/support/run_program.h"

namespace kres::testing {
namespace {

namespace fs = std::filesystem;
const fs::path kExamples = "/usr/share/doc/kleborate/examples/data";
const fs::path kAlleles =
    "/usr/lib/python3/dist-packages/kleborate/data/Klebsiella_pneumoniae.fasta";

// A genome of Kleborate's examples or of the shared cases; empty if it is not here.
fs::path genome_path(const std::string& name) {
  const char* folder = std::getenv("KRES_CASE_GENOMES");
  const fs::path shared = fs::path(KRES_SOURCE_DIR) / ".." / "shared" / "cases" / "genomes";
  for (const fs::path& path :
       {kExamples / name, (folder == nullptr ? shared : fs::path(folder)) / name})
    if (fs::exists(path)) return path;
  return {};
}

// Calls that only one of the two has, a line each. Requires: both are sorted.
std::string differences(const std::vector<std::string>& given,
                        const std::vector<std::string>& rewritten) {
  std::vector<std::string> lost, gained;
  std::set_difference(given.begin(), given.end(), rewritten.begin(), rewritten.end(),
                      std::back_inserter(lost));
  std::set_difference(rewritten.begin(), rewritten.end(), given.begin(), given.end(),
                      std::back_inserter(gained));
  std::string text;
  for (const auto& call : lost) text += "\nlost   " + call;
  for (const auto& call : gained) text += "\ngained " + call;
  return text;
}

class Invariance : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const auto path = genome_path(GetParam());
    if (path.empty()) GTEST_SKIP() << GetParam() << " is absent";
    auto assembly = sequence::read_assembly(path);
    ASSERT_TRUE(assembly) << assembly.error().text();
    contigs_ = std::move(assembly->contigs);
  }

  // Analyses all texts, which stand in files of equal names, in one run.
  std::vector<std::string> documents(const std::vector<std::string>& texts) const {
    std::vector<std::string> command = {KRES_PROGRAM, "analyse", "--threads", "2"};
    for (const auto& text : texts) {
      const auto folder = directory_ / std::to_string(command.size());
      fs::create_directories(folder);
      command.push_back(folder / "genome");
      EXPECT_TRUE(write_file_atomic(command.back(), text));
    }
    const auto run = run_program(command, directory_);
    EXPECT_LE(run.exit_code, 1) << run.err;
    std::vector<std::string> lines;
    for (const auto line : split(trim(run.out), '\n')) lines.emplace_back(line);
    EXPECT_EQ(lines.size(), texts.size());
    lines.resize(texts.size());
    return lines;
  }

  void expect_equal_calls(const std::vector<Rewritten>& ways) const {
    const auto given = unchanged(contigs_, "given");
    std::vector<std::string> texts = {as_fasta(contigs_, 80)};
    for (const auto& way : ways) texts.push_back(as_fasta(way.contigs, 80));
    const auto lines = documents(texts);
    const auto first = genome::result_from_json(lines[0], "given");
    ASSERT_TRUE(first) << first.error().text();
    EXPECT_FALSE(first->determinants.empty());
    const auto expected = calls_of(*first, given);
    for (std::size_t i = 0; i < ways.size(); ++i) {
      const auto result = genome::result_from_json(lines[i + 1], ways[i].name);
      ASSERT_TRUE(result) << result.error().text();
      EXPECT_EQ(differences(expected, calls_of(*result, ways[i])), "") << ways[i].name;
    }
  }

  Contigs contigs_;
  const fs::path directory_ = fresh_directory("invariance");
};

TEST_P(Invariance, WhereACircleIsOpened) {
  std::vector<Rewritten> ways;
  for (const std::uint32_t seed : {1U, 2U, 3U})
    ways.push_back(
        rotated(contigs_, "seed " + std::to_string(seed), seeded_offsets(contigs_, seed)));
  expect_equal_calls(ways);
}

TEST_P(Invariance, WhichStrandIsWritten) { expect_equal_calls({reverse_complemented(contigs_)}); }

TEST_P(Invariance, InWhatOrderContigsStand) { expect_equal_calls({reordered(contigs_)}); }

std::string without_digest(std::string document) {
  const auto at = document.find("\"sha256\":\"");
  return at == std::string::npos ? document : document.erase(at, 10 + 64);
}

TEST_P(Invariance, HowTheFileIsWritten) {
  const std::string plain = as_fasta(contigs_, 80);
  const std::vector<std::string> texts = {
      plain, as_fasta(contigs_, 61), as_fasta(contigs_, 100'000'000),
      as_fasta(contigs_, 70, "\r\n"), sequence::testing::gzipped(plain)};
  auto all = documents(texts);
  for (auto& document : all) document = without_digest(document);
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_EQ(all[i], all[0]) << "way " << i;
}

INSTANTIATE_TEST_SUITE_P(Genomes, Invariance,
                         ::testing::Values("Klebs_HS11286.fna.xz", "MGH78578.fna.xz",
                                           "escherichia_coli_EC590_mcr-1.fna.gz",
                                           "enterococcus_faecium_E745_vanA.fna.gz",
                                           "acinetobacter_baumannii_GCF_008632635.fna.gz"),
                         [](const auto& genome) { return std::to_string(genome.index); });

class InvarianceOfHs11286 : public Invariance {
 protected:
  // Where the middle of a sequence stands in the genome: contig and bases before it.
  std::map<std::string, std::uint64_t> middle_of(const std::string& bases) const {
    std::map<std::string, std::uint64_t> found;
    for (const auto& contig : contigs_)
      for (const auto& text : {bases, sequence::reverse_complement(bases)})
        if (const auto at = contig.bases.find(text); at != std::string::npos)
          found[contig.name] = at + bases.size() / 2;
    return found;
  }
};

TEST_P(InvarianceOfHs11286, AnOriginInTheMiddleOfAnMlstLocus) {
  const auto alleles = sequence::read_assembly(kAlleles);
  ASSERT_TRUE(alleles) << alleles.error().text();
  // HS11286 is ST11, whose alleles these are.
  const std::set<std::string> st11 = {"gapA_3", "infB_3", "mdh_1", "pgi_1",
                                      "phoE_1", "rpoB_1", "tonB_4"};
  std::vector<Rewritten> ways;
  for (const auto& allele : alleles->contigs)
    if (st11.contains(allele.name))
      ways.push_back(rotated(contigs_, allele.name, middle_of(allele.bases)));
  EXPECT_EQ(ways.size(), st11.size());
  expect_equal_calls(ways);
}

TEST_P(InvarianceOfHs11286, AnOriginInEveryPartOfBlaKpc) {
  // Kleborate's examples: HS11286 carries blaKPC-2 at CP003224.1:20557-21438 (GenBank).
  std::vector<Rewritten> ways;
  for (const std::uint64_t base : {1U, 2U, 18U, 300U, 441U, 700U, 864U, 880U, 881U})
    ways.push_back(
        rotated(contigs_, "base " + std::to_string(base), {{"CP003224.1", 20556 + base}}));
  expect_equal_calls(ways);
}

TEST_P(InvarianceOfHs11286, AnOriginInsideEveryTarget) {
  const auto given = genome::result_from_json(documents({as_fasta(contigs_, 80)})[0], "given");
  ASSERT_TRUE(given);
  std::vector<Rewritten> ways;
  for (const auto& target : given->targets)
    if (!target.contig.empty())
      ways.push_back(
          rotated(contigs_, target.gene, {{target.contig, (target.start + target.end) / 2}}));
  EXPECT_GE(ways.size(), 6U);
  expect_equal_calls(ways);
}

TEST_P(InvarianceOfHs11286, LowerCaseXzAndAGraph) {
  std::string text = as_fasta(contigs_, 80);
  for (auto& contig : contigs_) contig.bases = to_lower(contig.bases);
  const std::string lower = as_fasta(contigs_, 80);
  auto all = documents({text, lower, sequence::testing::xz_compressed(text), as_gfa(contigs_)});
  for (auto& document : all) document = without_digest(document);
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_EQ(all[i], all[0]) << "way " << i;
}

INSTANTIATE_TEST_SUITE_P(Genome, InvarianceOfHs11286, ::testing::Values("Klebs_HS11286.fna.xz"));

}  // namespace
}  // namespace kres::testing
