// kres analyse from outside: every bad input has one clear error, and nothing is left behind.
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/text.h"
#include "sequence/assembly.h"
#include "tests/support/run_program.h"

namespace kres::testing {
namespace {

namespace fs = std::filesystem;
const fs::path kExamples = "/usr/share/doc/kleborate/examples/data";

class Analyse : public ::testing::Test {
 protected:
  ProgramRun analyse(std::vector<std::string> arguments) const {
    std::vector<std::string> words = {KRES_PROGRAM, "analyse"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return run_program(words, directory_);
  }

  std::string written(const std::string& name, std::string_view content) const {
    const fs::path path = directory_ / name;
    EXPECT_TRUE(write_file_atomic(path, content));
    return path.string();
  }

  // Exit code 2, nothing on stdout, no --output file, one line of error that holds `words`.
  void expect_refused(const std::string& file, std::string_view words) const {
    const std::string output = (directory_ / "result.json").string();
    const auto run = analyse({file, "--output", output});
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_FALSE(fs::exists(output)) << "a result was left behind";
    EXPECT_NE(run.err.find(file), std::string::npos) << run.err;
    EXPECT_NE(run.err.find(words), std::string::npos) << run.err;
    EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << run.err;
  }

  static std::string example(const char* name) {
    const auto path = kExamples / (std::string(name) + ".fna.xz");
    return fs::exists(path) ? path.string() : "";
  }

  fs::path directory_ = fresh_directory(
      std::string("analyse_") + ::testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(Analyse, RefusesAnEmptyFile) {
  expect_refused(written("empty.fna", ""), "holds no sequence");
}

TEST_F(Analyse, RefusesASpeciesThatNobodyKnowsAndNamesNearOnes) {
  const auto file = written("genome.fna", ">a\nACGTACGTACGTACGTACGTACGTACGT\n");
  const auto wrong = analyse({file, "--species", "Klebsiela pneumonie"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_EQ(wrong.out, "");
  EXPECT_NE(wrong.err.find("did you mean Klebsiella pneumoniae"), std::string::npos) << wrong.err;
  for (const char* name : {"Nonsense", "Klebsiella"})
    EXPECT_EQ(analyse({file, "--species", name}).exit_code, 2) << name;
}

TEST_F(Analyse, WritesAStatedSpeciesAsItIsKnown) {
  const auto file = written("genome.fna", ">a\nACGTACGTACGTACGTACGTACGTACGT\n");
  const auto run = analyse({file, "--species", " klebsiella PNEUMONIAE "});
  EXPECT_LE(run.exit_code, 1) << run.err;
  EXPECT_NE(run.out.find("\"name\":\"Klebsiella pneumoniae\""), std::string::npos) << run.out;
}

TEST_F(Analyse, RefusesATruncatedGzipFile) {
  // The first 16 bytes of a gzip file that is 28 bytes long.
  expect_refused(
      written("cut.fna.gz",
              std::string_view("\x1f\x8b\x08\0\0\0\0\0\0\x03\xb3\x4b\xe4\x72\x74\x76", 16)),
      "cut short at byte 16");
}

TEST_F(Analyse, RefusesProtein) {
  expect_refused(written("kpc.faa", ">KPC-2\nMSLYRRLVLLSCLSWPLAGFSATALTNLVAEPFAKLEQDFGGSIG\n"),
                 "looks like protein");
}

TEST_F(Analyse, RefusesReadsGivenAsAnAssembly) {
  expect_refused(written("reads.fastq", "@r1\nACGTACGT\n+\nIIIIIIII\n"), "is FASTQ (reads)");
}

TEST_F(Analyse, RefusesBinaryJunk) {
  std::string junk;
  for (std::uint32_t x = 1; junk.size() < 5000; x = x * 1664525 + 1013904223)
    junk.push_back(static_cast<char>(x >> 24));
  expect_refused(written("junk.fna", junk), "");
}

TEST_F(Analyse, NamesAFileThatDoesNotExist) {
  const auto run = analyse({(directory_ / "absent.fna").string()});
  EXPECT_GE(run.exit_code, 2);
  EXPECT_NE(run.err.find("absent.fna"), std::string::npos) << run.err;
  EXPECT_EQ(run.out, "");
}

TEST_F(Analyse, RefusesUnknownOptionsWithUsageCode) {
  EXPECT_EQ(analyse({"--no-such-option"}).exit_code, 2);
  EXPECT_EQ(analyse({}).exit_code, 2);
}

// 10,000 pieces of a real genome: analysed, judged as failed assembly, and a person is asked.
TEST_F(Analyse, TenThousandFragmentsFailQualityAndAreNotCalledNegative) {
  const auto genome = example("NTUH-K2044");
  if (genome.empty()) GTEST_SKIP() << "package kleborate-examples is absent";
  const auto assembly = sequence::read_assembly(genome);
  ASSERT_TRUE(assembly);
  const std::string& bases = assembly->contigs[0].bases;
  const std::size_t length = bases.size() / 10'000;
  std::string fasta;
  for (std::size_t i = 0; i < 10'000; ++i)
    fasta += ">f" + std::to_string(i) + "\n" + bases.substr(i * length, length) + "\n";
  const auto run = analyse({written("fragments.fna", fasta)});
  EXPECT_EQ(run.exit_code, 1) << run.err;
  EXPECT_NE(run.out.find(R"("contigs":10000)"), std::string::npos);
  EXPECT_NE(run.out.find(R"("quality":{"verdict":"fail")"), std::string::npos);
  EXPECT_EQ(run.out.find("absent_covered"), std::string::npos);
}

// A genome of the shared cases, which no Debian package holds: beside the project, or where
// KRES_CASE_GENOMES says. Empty if there is none.
std::string case_genome(const char* name) {
  const char* folder = std::getenv("KRES_CASE_GENOMES");
  const fs::path beside = fs::path(KRES_SOURCE_DIR) / ".." / "shared" / "cases" / "genomes";
  const fs::path path = (folder == nullptr ? beside : fs::path(folder)) / name;
  return fs::exists(path) ? path.string() : "";
}

TEST_F(Analyse, NamesAnotherSpeciesAndLooksForNoKlebsiellaTargetsInIt) {
  const auto genome = case_genome("escherichia_coli_EC590_mcr-1.fna.gz");
  if (genome.empty())
    GTEST_SKIP() << "the shared case genomes are absent (KRES_CASE_GENOMES names their folder)";
  const auto run = analyse({genome});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_NE(run.out.find(R"("species":{"name":"Escherichia coli")"), std::string::npos);
  EXPECT_NE(run.out.find(R"("symbol":"mcr-1.1")"), std::string::npos);
  EXPECT_NE(run.out.find(R"({"agent":"colistin","prediction":"NWT")"), std::string::npos);
  EXPECT_NE(run.out.find(R"("mlst":[])"), std::string::npos);
  EXPECT_NE(run.out.find(R"("targets":[])"), std::string::npos);
}

TEST_F(Analyse, CallsAGenomeFarFromAllReferencesUnknownAndAsksForAPerson) {
  const auto genome = case_genome("staphylococcus_aureus_USA300_TCH1516.fna.gz");
  if (genome.empty())
    GTEST_SKIP() << "the shared case genomes are absent (KRES_CASE_GENOMES names their folder)";
  const auto run = analyse({genome});
  EXPECT_EQ(run.exit_code, 1) << run.err;
  EXPECT_NE(run.out.find(R"("species":{"name":"","rank":"unknown")"), std::string::npos);
  EXPECT_NE(run.out.find("species_unknown"), std::string::npos);
  EXPECT_NE(run.out.find(R"("targets":[])"), std::string::npos);
}

TEST_F(Analyse, GivesTheSameBytesForOneThreadAndTwo) {
  std::vector<std::string> genomes;
  for (const char* name : {"Klebs_HS11286", "MGH78578", "NTUH-K2044", "Klebs_Kp1084"}) {
    if (example(name).empty()) GTEST_SKIP() << "package kleborate-examples is absent";
    genomes.push_back(example(name));
  }
  auto one = genomes, two = genomes;
  one.insert(one.end(), {"--threads", "1"});
  two.insert(two.end(), {"--threads", "2"});
  const auto first = analyse(one), second = analyse(two);
  ASSERT_LE(first.exit_code, 1) << first.err;
  EXPECT_EQ(split(trim(first.out), '\n').size(), 4U);
  EXPECT_EQ(first.out, second.out);
}

// The document without its input block, which names the file and its digest.
std::string without_input(const std::string& document) {
  const auto begin = document.find("\"input\":["), end = document.find(']', begin);
  return begin == std::string::npos ? document : document.substr(0, begin) + document.substr(end);
}

TEST_F(Analyse, DoesNotDependOnHowTheFileIsWritten) {
  const auto genome = example("Klebs_HS11286");
  if (genome.empty()) GTEST_SKIP() << "package kleborate-examples is absent";
  const auto assembly = sequence::read_assembly(genome);
  ASSERT_TRUE(assembly);
  std::string plain, windows;
  for (const auto& contig : assembly->contigs) {
    plain += ">" + contig.name + " " + contig.description + "\n" + contig.bases + "\n";
    windows += ">" + contig.name + " " + contig.description + "\r\n";
    const std::string lower = to_lower(contig.bases);
    for (std::size_t at = 0; at < lower.size(); at += 61) windows += lower.substr(at, 61) + "\r\n";
  }
  const auto given = analyse({genome});
  ASSERT_LE(given.exit_code, 1) << given.err;
  EXPECT_GT(given.out.size(), 1000U);
  EXPECT_EQ(without_input(analyse({written("one_line.fna", plain)}).out), without_input(given.out));
  EXPECT_EQ(without_input(analyse({written("windows.fna", windows)}).out),
            without_input(given.out));
}

// A device or pipe named as output stays what it is: a file renamed onto /dev/null would break the
// whole machine.
TEST_F(Analyse, WritesIntoAPipeAndLeavesItThere) {
  const std::string genome = written("g.fna", ">a\n" + std::string(2000, 'A') + "\n");
  const fs::path pipe = directory_ / "pipe", copy = directory_ / "copy.json";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const auto run =
      run_program({"/bin/sh", "-c",
                   "cat '" + pipe.string() + "' > '" + copy.string() + "' & '" + KRES_PROGRAM +
                       "' analyse '" + genome + "' --output '" + pipe.string() + "'; wait"},
                  directory_);
  EXPECT_TRUE(fs::is_fifo(pipe)) << run.err;
  const auto text = read_file(copy);
  ASSERT_TRUE(text);
  EXPECT_NE(text->find(R"("determinants":[])"), std::string::npos);
}

}  // namespace
}  // namespace kres::testing
