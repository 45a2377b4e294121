// Real genomes mixed: another species, another strain, and plasmids that must not alarm.

#include "tests/scenario/typing/typing_set.h"

namespace kres::testing {
namespace {

constexpr std::size_t kPiece = 40000;  // bases of a contig

class Mixed : public TypingScenario {
 protected:
  static double guest_percent(const Contigs& contigs) {
    double all = 0, guest = 0;
    for (const auto& contig : contigs) {
      all += static_cast<double>(contig.bases.size());
      if (contig.name.starts_with("guest_")) guest += static_cast<double>(contig.bases.size());
    }
    return 100 * guest / all;
  }
  static Contigs pieces_of(const char* genome) {
    return fragmented(read_genome(genome_named(genome)), kPiece);
  }
};

struct Mixture {
  const char *host, *guest;
  int warned_from, failed_from;  // per cent
};

// Within one order much is conserved, which tells nothing: the share seen is a half to a third.
constexpr Mixture kMixtures[] = {{"NTUH-K2044", "PAO1", 2, 10},  {"PAO1", "TCH1516", 2, 10},
                                 {"E745", "TCH1516", 2, 10},     {"EC590", "MGH78578", 2, 10},
                                 {"NTUH-K2044", "EC590", 5, 10}, {"FDAARGOS_878", "EC590", 5, 10}};

TEST_F(Mixed, ContigsOfAnotherSpeciesAreListedAndNoOthers) {
  for (const auto& [host, guest, warned_from, failed_from] : kMixtures) {
    const auto own = pieces_of(host);
    const auto other = read_genome(genome_named(guest));
    const auto genus = genome_named(guest).species.substr(0, genome_named(guest).species.find(' '));
    for (const int percent : {1, 2, 5, 10, 20}) {
      SCOPED_TRACE(std::string(host) + " with " + std::to_string(percent) + " % " + guest);
      const auto mixed = mixture(own, other, percent, kPiece);
      const auto result = analyse("mixed", mixed);
      EXPECT_EQ(result.species.name, genome_named(host).species);
      const auto& found = result.contamination;
      for (const auto& contig : found.foreign_contigs) {
        EXPECT_TRUE(contig.contig.starts_with("guest_")) << contig.contig;
        EXPECT_TRUE(contig.species.starts_with(genus)) << contig.species;
      }
      EXPECT_LE(found.foreign_contigs_percent, guest_percent(mixed) + 1e-3);
      EXPECT_TRUE(percent < warned_from || found.verdict >= genome::Verdict::warn);
      EXPECT_TRUE(percent < failed_from || found.verdict == genome::Verdict::fail);
    }
  }
}

TEST_F(Mixed, WholeGenomesAndTheirPlasmidsAreClean) {
  std::vector<std::string> files;
  for (const auto& genome : real_genomes()) files.push_back(genome.file.string());
  for (const auto& result : analyse(files)) {
    SCOPED_TRACE(result.input[0].path);
    EXPECT_EQ(result.contamination.verdict, genome::Verdict::pass);
    EXPECT_TRUE(result.contamination.foreign_contigs.empty());
    EXPECT_TRUE(result.contamination.loci_twice.empty());
  }
}

// Plasmids of one species given to another, as conjugation does.
TEST_F(Mixed, PlasmidsOfAnotherSpeciesDoNotAlarm) {
  for (const auto& [host, donor] :
       std::vector<std::pair<const char*, const char*>>{{"EC590", "HS11286"},
                                                        {"EC590", "MGH78578"},
                                                        {"FDAARGOS_878", "HS11286"},
                                                        {"NTUH-K2044", "EC590"}}) {
    SCOPED_TRACE(std::string(host) + " with the plasmids of " + donor);
    auto contigs = read_genome(genome_named(host));
    for (auto& plasmid : read_genome(genome_named(donor)))
      if (plasmid.bases.size() < 400000)
        contigs.push_back({"plasmid_" + plasmid.name, "", plasmid.bases, false});
    const auto result = analyse("plasmids", contigs);
    EXPECT_EQ(result.contamination.verdict, genome::Verdict::pass);
    EXPECT_TRUE(result.contamination.foreign_contigs.empty());
  }
}

TEST_F(Mixed, AnotherStrainOfTheSpeciesShowsInLociFoundTwice) {
  const auto own = pieces_of("HS11286");
  const auto other = read_genome(genome_named("NTUH-K2044"));
  std::vector<std::size_t> twice;
  for (const int percent : {1, 2, 5, 10, 20, 45}) {
    const auto result = analyse("strains", mixture(own, other, percent, kPiece));
    EXPECT_EQ(result.species.name, "Klebsiella pneumoniae");
    EXPECT_TRUE(result.contamination.foreign_contigs.empty());
    twice.push_back(result.contamination.single_copy_loci_twice);
  }
  EXPECT_GE(twice[4], 3u) << "20 % warn";
  EXPECT_GE(twice[5], 10u) << "two strains in like parts fail";
}

}  // namespace
}  // namespace kres::testing
