// Species of real genomes that were changed and cut, and how a species is added to a set.

#include "base/files.h"
#include "base/text.h"
#include "tests/scenario/typing/typing_set.h"
#include "tests/support/run_program.h"

namespace kres::testing {
namespace {

namespace fs = std::filesystem;

class SpeciesOfGenomes : public TypingScenario {};

TEST_F(SpeciesOfGenomes, StrainsOfThreePerCentChangesInPiecesAreRecognised) {
  for (const auto& genome : real_genomes()) {
    SCOPED_TRACE(genome.name);
    const auto contigs = read_genome(genome);
    std::vector<std::string> files = {genome.file.string()};
    for (const int percent : {1, 2, 3})
      files.push_back(
          written(genome.name + std::to_string(percent),
                  fragmented(mutated(contigs, percent / 100.0, 7), std::size_t{30000})));
    const auto results = analyse(files);
    for (std::size_t i = 0; i < results.size(); ++i) {
      EXPECT_EQ(results[i].species.name, genome.species);
      EXPECT_EQ(results[i].species.rank, "species");
      EXPECT_NEAR(results[i].species.ani, results[0].species.ani - static_cast<double>(i), 0.4);
      EXPECT_EQ(results[i].contamination.verdict, genome::Verdict::pass);
      for (const auto& reason : results[i].quality.reasons)
        EXPECT_FALSE(reason.starts_with("length") || reason.starts_with("gc")) << reason;
    }
  }
}

TEST_F(SpeciesOfGenomes, FarRelativesHaveTheGenusAndStrangersNoName) {
  const auto coli = read_genome(genome_named("EC590"));
  const auto near = analyse("far_relative", mutated(coli, 0.09, 3));
  EXPECT_EQ(near.species.rank, "genus");
  EXPECT_EQ(near.species.name, "Escherichia");
  const auto far = analyse("stranger", mutated(coli, 0.25, 3));
  EXPECT_EQ(far.species.rank, "unknown");
  EXPECT_EQ(far.species.name, "");
}

TEST_F(SpeciesOfGenomes, ATypeWhoseProfileNamesTheSpeciesIsEvidence) {
  const auto results =
      analyse({genome_named("GCF_008632635").file.string(), genome_named("E745").file.string()});
  EXPECT_EQ(results[0].species.evidence,
            std::vector<std::string>{"profile:Acinetobacter baumannii (abaumannii_2 ST46)"});
  // E. lactis has no sketch here; the profile settles that it is E. faecium.
  EXPECT_EQ(results[1].species.evidence,
            std::vector<std::string>{"profile:Enterococcus faecium (efaecium ST16)"});
  EXPECT_EQ(results[1].species.confidence, "high");
}

class AddSpecies : public TypingScenario {
 protected:
  void SetUp() override {
    TypingScenario::SetUp();
    if (IsSkipped()) return;
    root_ = folder() / "root";
    ASSERT_EQ(reference({"build"}).exit_code, 0);
    before_ = in_use();
  }
  ProgramRun reference(std::vector<std::string> words) const {
    words.insert(words.begin(), {KRES_PROGRAM, "reference"});
    words.insert(words.end(), {"--reference", root_.string()});
    return run_program(words, folder());
  }
  std::string in_use() const {
    return std::string(trim(read_file(root_ / "current").value_or("")));
  }
  std::string manifest() const {
    return read_file(root_ / "sets" / in_use() / "manifest.json").value_or("");
  }
  fs::path root_;
  std::string before_;
};

TEST_F(AddSpecies, MakesANewSetThatKnowsTheSpeciesAndKeepsTheOldOne) {
  const auto file = genome_named("PAO1").file.string();
  const auto run = reference({"add-species", "Pseudomonas aeruginosa", file});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_NE(in_use(), before_);
  EXPECT_TRUE(fs::exists(root_ / "sets" / before_ / "manifest.json"));
  EXPECT_EQ(reference({"verify"}).exit_code, 0);
  EXPECT_NE(manifest().find("pseudomonas_aeruginosa_PAO1"), std::string::npos);
  const auto strain = written("strain", mutated(read_genome(genome_named("PAO1")), 0.02, 5));
  const auto answer =
      run_program({KRES_PROGRAM, "analyse", "--reference", root_.string(), strain}, folder());
  EXPECT_NE(answer.out.find(R"("species":{"name":"Pseudomonas aeruginosa")"), std::string::npos);
}

TEST_F(AddSpecies, RefusesAGenomeThatIsThereAndOneThatIsTooShort) {
  const auto file = genome_named("TCH1516").file.string();
  ASSERT_EQ(reference({"add-species", "Staphylococcus aureus", file}).exit_code, 0);
  const auto now = in_use();
  const auto again = reference({"add-species", "Staphylococcus aureus", file});
  EXPECT_EQ(again.exit_code, 2);
  EXPECT_NE(again.err.find("already"), std::string::npos) << again.err;
  auto contigs = read_genome(genome_named("PAO1"));
  contigs.resize(1);
  contigs[0].bases.resize(1000000);
  EXPECT_EQ(
      reference({"add-species", "Pseudomonas aeruginosa", written("short", contigs)}).exit_code, 2);
  EXPECT_EQ(in_use(), now);
}

TEST_F(AddSpecies, AGenomeOfAnotherSpeciesNeedsAReasonThatTheManifestKeeps) {
  const auto file = genome_named("Kp1084").file.string();
  const auto refused = reference({"add-species", "Klebsiella nova", file});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_NE(refused.err.find("best match is Klebsiella pneumoniae"), std::string::npos);
  EXPECT_EQ(in_use(), before_);
  const auto forced =
      reference({"add-species", "Klebsiella nova", file, "--force", "renamed by its describers"});
  ASSERT_EQ(forced.exit_code, 0) << forced.err;
  EXPECT_NE(manifest().find("renamed by its describers"), std::string::npos);
}

}  // namespace
}  // namespace kres::testing
