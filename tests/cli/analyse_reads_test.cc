// kres analyse --reads from outside: damaged reads have one clear error and never half a result.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "sequence/compressed_for_test.h"
#include "tests/support/run_program.h"

namespace kres::testing {
namespace {

namespace fs = std::filesystem;
using sequence::testing::gzipped;
using sequence::testing::xz_compressed;
using sequence::testing::zstd_compressed;

// 2,000 reads of bases without likeness to anything, of one mate.
std::string fastq(const std::string& mate, std::size_t reads = 2000) {
  std::string text;
  std::uint32_t x = 2463534242U;
  for (std::size_t i = 0; i < reads; ++i) {
    std::string bases, scores;
    for (int base = 0; base < 100; ++base) {
      x = x * 1664525U + 1013904223U;
      bases.push_back("ACGT"[x >> 30]);
      scores.push_back("#5?I"[x >> 28 & 3]);
    }
    text += "@run:" + std::to_string(i) + mate + "\n" + bases + "\n+\n" + scores + "\n";
  }
  return text;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string shared_folder() {
  if (const char* named = std::getenv("KRES_SHARED")) return named;
  return KRES_SOURCE_DIR "/../shared";
}

// Counted line by line.
std::size_t bases_of(const fs::path& fastq_file) {
  std::ifstream file(fastq_file);
  std::size_t bases = 0, line = 0;
  for (std::string text; std::getline(file, text);)
    if (line++ % 4 == 1) bases += text.size();
  return bases;
}

class AnalyseReads : public ::testing::Test {
 protected:
  std::string written(const std::string& name, std::string_view content) const {
    const fs::path path = directory_ / name;
    EXPECT_TRUE(write_file_atomic(path, content));
    return path.string();
  }

  ProgramRun analyse(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {KRES_PROGRAM, "analyse"});
    return run_program(arguments, directory_);
  }

  // The pair is refused whichever of its files is the damaged one, on one and on two threads.
  void expect_refused(const std::string& damaged, const std::string& words) const {
    const std::string good_first = written("good_1.fq.gz", gzipped(fastq("/1")));
    const std::string good_second = written("good_2.fq.gz", gzipped(fastq("/2")));
    const std::string bad = written("bad.fq.gz", damaged);
    const std::string output = (directory_ / "result.json").string();
    for (const char* threads : {"1", "2"})
      for (const auto& [first, second] :
           {std::pair(bad, good_second), std::pair(good_first, bad)}) {
        const auto run =
            analyse({"--reads", first, second, "--threads", threads, "--output", output});
        EXPECT_EQ(run.exit_code, 2) << words;
        EXPECT_EQ(run.out, "");
        EXPECT_FALSE(fs::exists(output)) << "a result was left behind";
        EXPECT_NE(run.err.find("bad.fq.gz"), std::string::npos) << run.err;
        EXPECT_NE(run.err.find(words), std::string::npos) << run.err;
        EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << run.err;
      }
  }

  fs::path directory_ = fresh_directory(
      std::string("reads_") + ::testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(AnalyseReads, RefusesDamagedCompression) {
  const std::string whole = gzipped(fastq("/1"));
  expect_refused(whole.substr(0, 50'000), "cut short at byte 50000");
  std::string wrong = whole;
  wrong[wrong.size() - 8] ^= 1;
  expect_refused(wrong, "wrong CRC");
  expect_refused(gzipped(fastq("/1", 1000)) + wrong, "wrong CRC");
  wrong = whole;
  wrong[wrong.size() / 2] ^= 0x55;
  expect_refused(wrong, "damaged");
  expect_refused(xz_compressed(fastq("/1")).substr(0, 50'000), "cut short");
  expect_refused(zstd_compressed(fastq("/1")).substr(0, 50'000), "cut short");
}

TEST_F(AnalyseReads, RefusesDamagedRecords) {
  const std::string text = fastq("/1");
  expect_refused(gzipped(text.substr(0, text.size() - 40)), "record 2000 is cut short");
  const std::string plus = "+\n";
  expect_refused(replaced(text, plus, plus + "I"), "has 100 bases but 101 qualities");
  expect_refused("@a\nACGT\n+\n\n", "has no qualities");
  expect_refused("@a\nACGT\n@b\nACGT\n", "has no line with '+'");
  expect_refused("@a\nACGT\nACGT\n+\nIIII\nIIII\n", "has a sequence of several lines");
  expect_refused("@a\nMKVLAAGIVGLLLAQWERTY\n+\nIIIIIIIIIIIIIIIIIIII\n", "no nucleotide code");
}

TEST_F(AnalyseReads, RefusesWhatIsNoFastq) {
  expect_refused("", "is empty");
  expect_refused(gzipped(""), "holds no reads");
  expect_refused(">contig\nACGT\n", "is FASTA, not FASTQ");
  expect_refused(gzipped(std::string("BAM\1\x20\0\0\0", 8)), "is BAM, not FASTQ");
  std::string junk;
  for (std::uint32_t x = 1; junk.size() < 5000; x = x * 1664525 + 1013904223)
    junk.push_back(static_cast<char>(x >> 24));
  expect_refused(junk, "");
}

TEST_F(AnalyseReads, RefusesFilesThatAreNoMates) {
  expect_refused(gzipped(fastq("/1", 1999)), "");
  const std::string first = written("a_1.fq", fastq("/1")),
                    fewer = written("a_2.fq", fastq("/2", 1500));
  EXPECT_NE(analyse({"--reads", first, fewer}).err.find("has 2000 reads, but"), std::string::npos);
  const auto copy = analyse({"--reads", first, written("b_1.fq", fastq("/1"))});
  EXPECT_EQ(copy.exit_code, 2);
  EXPECT_NE(copy.err.find("holds the same bytes as"), std::string::npos) << copy.err;
  const auto same = analyse({"--reads", first, written("b_1.fq.gz", gzipped(fastq("/1")))});
  EXPECT_EQ(same.exit_code, 2);
  EXPECT_NE(same.err.find("the files hold the same reads"), std::string::npos) << same.err;
}

// Odd, but whole: such reads are read, and find nothing where nothing is.
TEST_F(AnalyseReads, TakesOddReadsAsTheyAre) {
  std::string windows;
  for (const char c : fastq("")) windows += c == '\n' ? "\r\n" : std::string(1, c);
  for (const std::string& text :
       {std::string("@one\nACGT\n+\nIIII\n"),
        "@n\n" + std::string(100, 'N') + "\n+\n" + std::string(100, '#') + "\n",
        std::string("@empty\n\n+\n\n"), windows, gzipped(fastq("")) + gzipped(fastq(" again"))}) {
    const auto run = analyse({"--reads", written("odd.fq", text)});
    EXPECT_LE(run.exit_code, 1) << run.err;
    EXPECT_NE(run.out.find(R"("determinants":[])"), std::string::npos) << run.out.substr(0, 200);
    EXPECT_EQ(run.out.find("absent_covered"), std::string::npos);
  }
}

// Reads of a phage (../shared/cases/lambda-snp): as many as its own table and a plain count say, no
// species, nothing found and nothing called absent, for a bacterium was never looked at.
TEST_F(AnalyseReads, TellsOfAPhageThatItIsNoBacterium) {
  const fs::path samples = fs::path(shared_folder()) / "cases/lambda-snp/samples";
  if (!fs::exists(samples)) GTEST_SKIP() << "shared/cases/lambda-snp is absent";
  for (const std::string sample : {"sample1", "sample2", "sample3", "sample4"}) {
    const auto first = samples / sample / (sample + "_1.fastq"),
               second = samples / sample / (sample + "_2.fastq");
    const auto bases = bases_of(first) + bases_of(second);
    ASSERT_GT(bases, 2'000'000U);
    const auto run = analyse({"--reads", first.string(), second.string()});
    EXPECT_EQ(run.exit_code, 1) << run.err;
    const auto result = nlohmann::json::parse(run.out);
    const auto& quality = result.at("quality");
    EXPECT_EQ(quality.at("reads").at("all").at("reads"), 20'000);  // expected/metrics.tsv
    EXPECT_EQ(quality.at("reads").at("all").at("bases"), bases);
    EXPECT_EQ(quality.at("verdict"), "fail");
    EXPECT_EQ(result.at("species").at("name"), "");
    EXPECT_TRUE(result.at("determinants").empty());
    EXPECT_TRUE(result.at("mlst").empty());
    ASSERT_FALSE(result.at("negatives").empty());
    for (const auto& negative : result.at("negatives"))
      EXPECT_EQ(negative.at("state"), "not_assessable") << negative.dump();
  }
}

TEST_F(AnalyseReads, RefusesFilesInTheWrongPlaces) {
  const std::string one = written("one.fq", fastq("", 5)), two = written("two.fq", fastq("", 5)),
                    three = written("three.fq", fastq("", 5));
  const std::string genome = written("genome.fna", ">a\nACGTACGTACGTACGTACGTACGTACGT\n");
  for (const auto& [words, says] : std::vector<std::pair<std::vector<std::string>, std::string>>{
           {{"--reads", one, one}, "is named twice"},
           {{"--reads", one, two, three}, "is followed by 3 files"},
           {{genome, "--reads", one}, "assemblies and reads together"},
           {{"--reads", one, "--output-dir", "results"}, "--output-dir is for assemblies"},
           {{}, "nothing to analyse"}}) {
    const auto run = analyse(words);
    EXPECT_EQ(run.exit_code, 2) << says;
    EXPECT_EQ(run.out, "") << says;
    EXPECT_NE(run.err.find(says), std::string::npos) << run.err;
  }
}

TEST_F(AnalyseReads, LanesAreOneIsolate) {
  const auto run = analyse(
      {"--reads", written("L1.fq", fastq("", 30)), "--reads", written("L2.fq", fastq("", 20))});
  EXPECT_EQ(run.exit_code, 1) << run.err;  // a person is needed: there is next to nothing
  EXPECT_NE(run.out.find(R"("L1.fq")"), std::string::npos);
  EXPECT_NE(run.out.find(R"("L2.fq")"), std::string::npos);
  EXPECT_NE(run.out.find(R"("reads":50)"), std::string::npos) << run.out.substr(0, 3000);
  EXPECT_EQ(run.out.find(R"("prediction":"WT")"), std::string::npos);
}

std::string long_reads(int count, std::size_t length) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += "@long" + std::to_string(i) + "\n" + std::string(length, 'A') + "\n+\n" +
            std::string(length, '5') + "\n";
  return text;
}

TEST_F(AnalyseReads, NamesOntForLongReads) {
  const auto run = analyse({"--reads", written("nanopore.fq", long_reads(3, 5000))});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find("nanopore.fq: holds long reads (5000 bases on average)"),
            std::string::npos)
      << run.err;
  EXPECT_NE(run.err.find("--ont"), std::string::npos) << run.err;
}

TEST_F(AnalyseReads, NamesReadsForShortReadsAfterOnt) {
  const auto run = analyse({"--ont", written("short.fq", fastq("", 30))});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find("short.fq: holds short reads"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("--reads"), std::string::npos) << run.err;
}

TEST_F(AnalyseReads, TakesSeveralFilesOfNanoporeReadsOfAnyLength) {
  const auto run = analyse({"--ont", written("one.fq", long_reads(3, 5000)),
                            written("two.fq", long_reads(1, 2'000'000))});
  EXPECT_EQ(run.exit_code, 1) << run.err;  // a person is needed: there is next to nothing
  EXPECT_NE(run.out.find(R"("nanopore":true)"), std::string::npos) << run.out.substr(0, 3000);
  EXPECT_NE(run.out.find(R"("longest":2000000)"), std::string::npos) << run.out.substr(0, 3000);
  EXPECT_NE(run.out.find(R"("quality_by_cycle":[])"), std::string::npos);
  EXPECT_EQ(run.out.find(R"("prediction":"WT")"), std::string::npos);
  EXPECT_EQ(run.out.find(R"("absent_covered")"), std::string::npos);
}

TEST_F(AnalyseReads, RefusesDamagedNanoporeReads) {
  const auto whole = long_reads(2, 5000);
  const std::string header = "@long0\n", bases(5000, 'A');
  const std::vector<std::pair<std::string, std::string>> damaged = {
      {"empty.fq", ""},
      {"no_qualities.fq", header + bases + "\n"},
      {"fasta.fq", ">long0\n" + bases + "\n"},
      {"cut.fq", whole.substr(0, whole.size() - 900)}};
  for (const auto& [name, text] : damaged) {
    const auto run = analyse({"--ont", written(name, text)});
    EXPECT_EQ(run.exit_code, 2) << name;
    EXPECT_EQ(run.out, "") << name;
    EXPECT_NE(run.err.find(name), std::string::npos) << run.err;
  }
}

TEST_F(AnalyseReads, NanoporeReadsStandAlone) {
  const auto nanopore = written("nanopore.fq", long_reads(3, 5000));
  const auto other = written("short.fq", fastq("", 30));
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"--ont", nanopore, "--reads", other},
                                             {"--ont", nanopore, "--assemble"},
                                             {"--ont", nanopore, nanopore}}) {
    const auto run = analyse(arguments);
    EXPECT_EQ(run.exit_code, 2) << run.err;
    EXPECT_EQ(run.out, "");
  }
}

}  // namespace
}  // namespace kres::testing
