#include "tests/scenario/typing/typing_set.h"

#include "base/files.h"
#include "base/text.h"
#include "genome/result/json.h"
#include "tests/support/run_program.h"

namespace kres::testing {

namespace fs = std::filesystem;

namespace {

// The genomes of species that Kleborate's sketches lack, or have in other strains.
std::string species_table(const std::vector<RealGenome>& genomes) {
  std::string table = "species\tfile\n";
  for (const auto& genome : genomes)
    if (genome.species != "Klebsiella pneumoniae")
      table += genome.species + "\t" + genome.file.string() + "\n";
  return table;
}

fs::path set_folder() {
  static const fs::path kFolder = fresh_directory("typing_set");
  return kFolder;
}

}  // namespace

fs::path TypingScenario::folder() { return set_folder() / "genomes"; }

void TypingScenario::SetUpTestSuite() {
  const auto genomes = real_genomes();
  const auto schemes = shared_folder("reference/pubmlst");
  if (ready_ || genomes.empty() || !fs::exists(schemes)) return;
  fs::create_directories(folder());
  const auto table = set_folder() / "species.tsv";
  ASSERT_TRUE(write_file_atomic(table, species_table(genomes)));
  const auto run =
      run_program({KRES_PROGRAM, "reference", "build", "--pubmlst", schemes.string(), "--species",
                   table.string(), "--reference", (set_folder() / "reference").string()},
                  set_folder());
  ASSERT_EQ(run.exit_code, 0) << run.err;
  ready_ = true;
}

void TypingScenario::TearDownTestSuite() { fs::remove_all(folder()); }

void TypingScenario::SetUp() {
  if (!ready_)
    GTEST_SKIP() << "shared/ with PubMLST schemes and genomes, or kleborate-examples, is absent";
  fs::create_directories(folder());
}

std::string TypingScenario::written(const std::string& name, const Contigs& contigs) {
  const auto path = folder() / (name + ".fna");
  EXPECT_TRUE(write_file_atomic(path, fasta(contigs)));
  return path.string();
}

std::vector<genome::GenomeResult> TypingScenario::analyse(const std::vector<std::string>& files) {
  std::vector<std::string> command = {KRES_PROGRAM, "analyse", "--reference",
                                      (set_folder() / "reference").string()};
  command.insert(command.end(), files.begin(), files.end());
  const auto run = run_program(command, set_folder());
  EXPECT_LE(run.exit_code, 1) << run.err;
  std::vector<genome::GenomeResult> results;
  for (const auto line : split(trim(run.out), '\n')) {
    auto result = genome::result_from_json(line, "kres analyse");
    EXPECT_TRUE(result) << result.error().text();
    if (result) results.push_back(std::move(*result));
  }
  EXPECT_EQ(results.size(), files.size());
  results.resize(files.size());
  return results;
}

genome::GenomeResult TypingScenario::analyse(const std::string& name, const Contigs& contigs) {
  return analyse(std::vector<std::string>{written(name, contigs)}).front();
}

}  // namespace kres::testing
