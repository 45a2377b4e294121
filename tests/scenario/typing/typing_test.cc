// Types of real genomes against the published files, and what is said of damaged loci.
#include <algorithm>

#include "base/text.h"
#include "sequence/nucleotides.h"
#include "tests/scenario/typing/published_scheme.h"
#include "tests/scenario/typing/typing_set.h"

namespace kres::testing {
namespace {

class Typing : public TypingScenario {};

std::string call_of(const genome::Mlst& mlst, const std::string& locus) {
  for (const auto& allele : mlst.alleles)
    if (allele.locus == locus) return allele.call;
  return "no such locus";
}

TEST_F(Typing, EveryAlleleAndTypeIsWhatAPlainSearchOfThePublishedFilesFinds) {
  std::vector<std::string> files;
  for (const auto& genome : real_genomes()) files.push_back(genome.file.string());
  const auto results = analyse(files);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto genome = real_genomes()[i];
    SCOPED_TRACE(genome.name);
    EXPECT_EQ(results[i].species.name, genome.species);
    const auto contigs = read_genome(genome);
    ASSERT_GE(results[i].mlst.size(), genome.schemes.size());
    for (std::size_t k = 0; k < genome.schemes.size(); ++k) {
      const auto& mlst = results[i].mlst[k];
      EXPECT_EQ(mlst.scheme, genome.schemes[k]);
      EXPECT_TRUE(mlst.for_species);
      const auto scheme = read_scheme(genome.schemes[k]);
      const auto truth = alleles_in(scheme, contigs);
      for (const auto& locus : scheme.loci)
        EXPECT_EQ(call_of(mlst, locus),
                  truth.count(locus) == 0
                      ? "-"
                      : join({truth.at(locus).begin(), truth.at(locus).end()}, ","));
      EXPECT_EQ(mlst.st, type_of(scheme, truth));
    }
  }
}

// Sequence types of these strains in the literature and in their genome records.
TEST_F(Typing, TheTypesAreThoseOfTheLiterature) {
  const std::vector<std::pair<std::string, std::string>> truth = {
      {"HS11286", "11"}, {"MGH78578", "38"},     {"NTUH-K2044", "23"},
      {"Kp1084", "23"},  {"E745", "16"},         {"EC590", "744"},
      {"PAO1", "549"},   {"FDAARGOS_878", "19"}, {"TCH1516", "8"}};
  std::vector<std::string> files;
  for (const auto& [name, st] : truth) files.push_back(genome_named(name).file.string());
  const auto results = analyse(files);
  for (std::size_t i = 0; i < truth.size(); ++i)
    EXPECT_EQ(results[i].mlst.at(0).st, truth[i].second) << truth[i].first;
}

TEST_F(Typing, ASchemeThatFitsAgainstTheSpeciesIsAWarningAndNoType) {
  const auto& genome = genome_named("HS11286");
  // The published E. coli scheme really holds this profile.
  const auto ecoli = read_scheme("ecoli_achtman_4");
  ASSERT_EQ(type_of(ecoli, alleles_in(ecoli, read_genome(genome))), "14464");
  const auto result = analyse(std::vector<std::string>{genome.file.string()}).front();
  ASSERT_EQ(result.mlst.size(), 2u);
  EXPECT_EQ(result.mlst[0].scheme, "klebsiella");
  EXPECT_EQ(result.mlst[0].st, "11");
  EXPECT_EQ(result.mlst[1].scheme, "ecoli_achtman_4");
  EXPECT_FALSE(result.mlst[1].for_species);
  EXPECT_EQ(result.mlst[1].st, "-");
  EXPECT_EQ(result.mlst[1].note, "against_species:ST14464");
  EXPECT_NE(std::find(result.warnings.begin(), result.warnings.end(),
                      "scheme_against_species:ecoli_achtman_4 ST14464"),
            result.warnings.end());
}

// MGH78578 with its gapA (allele 2) changed in one way.
class DamagedLocus : public TypingScenario {
 protected:
  void SetUp() override {
    TypingScenario::SetUp();
    if (IsSkipped()) return;
    allele_ = read_scheme("klebsiella").alleles.at("gapA").at("2");
    contigs_ = read_genome(genome_named("MGH78578"));
    for (const std::string& strand : {allele_, sequence::reverse_complement(allele_)})
      for (std::size_t i = 0; i < contigs_.size(); ++i)
        if (const auto at = contigs_[i].bases.find(strand); at != std::string::npos)
          contig_ = i, position_ = at;
    ASSERT_NE(position_, 0u);
  }
  genome::GenomeResult typed(const std::string& name) { return analyse(name, contigs_); }
  std::string& bases() { return contigs_[contig_].bases; }

  std::string allele_;
  Contigs contigs_;
  std::size_t contig_ = 0, position_ = 0;
};

TEST_F(DamagedLocus, AChangedBaseIsANovelAlleleNearTheOldOne) {
  char& base = bases()[position_ + 200];
  base = base == 'A' ? 'C' : 'A';
  const auto scheme = read_scheme("klebsiella");
  const auto truth = alleles_in(scheme, contigs_);
  if (truth.count("gapA") > 0) GTEST_SKIP() << "the change made another known allele";
  const auto mlst = typed("novel").mlst.at(0);
  EXPECT_EQ(mlst.st, "-");
  EXPECT_EQ(mlst.note, "not_all_exact");
  EXPECT_EQ(mlst.nearest_st, "38");
  EXPECT_EQ(call_of(mlst, "gapA")[0], '~');
}

TEST_F(DamagedLocus, ALocusCutByAContigEndIsPartial) {
  const auto right = bases().substr(position_ + 300);
  bases().resize(position_ + 300);
  contigs_.push_back({"other", "", right.substr(400), false});  // the rest of the gene is lost
  const auto mlst = typed("partial").mlst.at(0);
  EXPECT_EQ(mlst.st, "-");
  EXPECT_EQ(call_of(mlst, "gapA").back(), '?');
}

TEST_F(DamagedLocus, AMissingLocusMakesNoType) {
  bases().erase(position_ - 300, allele_.size() + 600);
  const auto mlst = typed("missing").mlst.at(0);
  EXPECT_EQ(mlst.st, "-");
  EXPECT_EQ(call_of(mlst, "gapA"), "-");
  EXPECT_EQ(mlst.nearest_st, "38");
}

TEST_F(DamagedLocus, TwoExactAllelesMakeNoTypeAndRaiseContamination) {
  contigs_.push_back({"second", "",
                      std::string(500, 'A') + read_scheme("klebsiella").alleles.at("gapA").at("3") +
                          std::string(500, 'C'),
                      false});
  const auto result = typed("two");
  EXPECT_EQ(call_of(result.mlst.at(0), "gapA"), "2,3");
  EXPECT_EQ(result.mlst.at(0).st, "-");
  EXPECT_EQ(result.contamination.verdict, genome::Verdict::warn);
  EXPECT_EQ(result.contamination.loci_twice, std::vector<std::string>{"klebsiella/gapA"});
}

TEST_F(DamagedLocus, TheSameAlleleTwiceIsOneAllele) {
  contigs_.push_back({"again", "", bases().substr(position_ - 500, 2000), false});
  const auto result = typed("again");
  EXPECT_EQ(result.mlst.at(0).st, "38");
  EXPECT_TRUE(result.contamination.loci_twice.empty());
}

void replace_allele(Contigs& contigs, const std::string& from, const std::string& to) {
  for (auto& contig : contigs)
    for (const bool reverse : {false, true}) {
      const auto old = reverse ? sequence::reverse_complement(from) : from;
      const auto at = contig.bases.find(old);
      if (at == std::string::npos) continue;
      contig.bases.replace(at, old.size(), reverse ? sequence::reverse_complement(to) : to);
      return;
    }
  FAIL() << "the allele is not there";
}

// Some types of E. faecium lack pstS (0 in the table): E745 is given the alleles of the first one.
TEST_F(Typing, ATypeThatLacksALocusIsMadeOfTheOthersAndSaysSo) {
  const auto scheme = read_scheme("efaecium");
  auto contigs = read_genome(genome_named("E745"));
  const auto type = std::find_if(scheme.types.begin(), scheme.types.end(), [&](const auto& row) {
    return std::count(row.first.begin(), row.first.end(), "0") == 1;
  });
  ASSERT_NE(type, scheme.types.end());
  const auto present = alleles_in(scheme, contigs);
  std::string lacking;
  for (std::size_t i = 0; i < scheme.loci.size(); ++i) {
    const auto& locus = scheme.loci[i];
    const auto& alleles = scheme.alleles.at(locus);
    const auto& wanted = type->first[i];
    if (wanted == "0") lacking = locus;
    replace_allele(contigs, alleles.at(*present.at(locus).begin()),
                   wanted == "0" ? "" : alleles.at(wanted));
  }
  const auto mlst = analyse("lacking", contigs).mlst.at(0);
  EXPECT_EQ(mlst.st, type->second);
  EXPECT_EQ(mlst.note, "missing_in_the_type:" + lacking);
}

}  // namespace
}  // namespace kres::testing
