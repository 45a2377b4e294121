// Typing schemes as published: what is odd is logged, what would be lost is refused.
#include "genome/reference/import_pubmlst.h"

#include <cstdlib>

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

const SchemeFile kFile{"pubmlst", "s/s.txt", "/schemes/s/s.txt"};

Path published_schemes() {
  if (const char* directory = std::getenv("KRES_SHARED_REFERENCE"))
    return Path(directory) / "pubmlst";
  return Path(KRES_SOURCE_DIR) / "../shared/reference/pubmlst";
}

TEST(SchemeAlleles, AreReadByLocusAndNumber) {
  ImportLog log;
  const auto loci = parse_alleles(">gapA_2 remark\nAC\nGT\n>gapA_1\nacga\n", kFile, log);
  ASSERT_TRUE(loci) << loci.error().text();
  const auto& alleles = loci->at("gapA");
  EXPECT_EQ(alleles.at(0).number, 1u);
  EXPECT_EQ(alleles.at(0).sequence, "ACGA");
  EXPECT_EQ(alleles.at(1).sequence, "ACGT");
  EXPECT_EQ(log.totals("pubmlst").at("allele_with_remark"), 1u);
}

TEST(SchemeAlleles, ANumberThatOccursTwiceAndAnotherHeaderAreRefused) {
  ImportLog log;
  EXPECT_FALSE(parse_alleles(">gapA_1\nACGT\n>gapA_1\nACGA\n", kFile, log));
  const auto named = parse_alleles(">gapA_1\nACGT\n>gapA-new\nACGA\n", kFile, log);
  ASSERT_FALSE(named);
  EXPECT_EQ(named.error().line, 3u);
}

TEST(SchemeProfiles, TellLociFromFields) {
  ImportLog log;
  const auto profiles = parse_profiles(
      "ST\tb\ta\tclonal_complex\tspecies\r\n2\t7\tN\tCC1\tGenus one\r\n1\t3\t0\t\t\r\n", {"a", "b"},
      kFile, log);
  ASSERT_TRUE(profiles) << profiles.error().text();
  EXPECT_EQ(profiles->at(0).st, 1u);
  EXPECT_EQ(profiles->at(0).alleles, (std::vector<std::uint32_t>{kMissingAllele, 3}));
  EXPECT_EQ(profiles->at(1).alleles, (std::vector<std::uint32_t>{kAnyAllele, 7}));
  EXPECT_EQ(profiles->at(1).species, "Genus one");
}

TEST(SchemeProfiles, ALocusWhoseAllelesAreNotHereIsRefused) {
  ImportLog log;
  const auto profiles = parse_profiles("ST\ta\ttonB\n1\t3\t4\n", {"a"}, kFile, log);
  ASSERT_FALSE(profiles);
  EXPECT_NE(profiles.error().message.find("tonB"), std::string::npos);
  EXPECT_FALSE(parse_profiles("ST\ta\n1\t3\n", {"a", "b"}, kFile, log));
}

TEST(SchemeProfiles, AShortRowAWordAndATypeTwiceAreRefused) {
  ImportLog log;
  const auto cut = parse_profiles("ST\ta\tb\n1\t4\t4\n2\t4\n", {"a", "b"}, kFile, log);
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().line, 3u);
  EXPECT_FALSE(parse_profiles("ST\ta\n1\tnew\n", {"a"}, kFile, log));
  EXPECT_FALSE(parse_profiles("ST\ta\n1\t4\n1\t5\n", {"a"}, kFile, log));
}

TEST(SchemeReview, LogsWhatIsOddAndJoinsEqualSequences) {
  TypingScheme scheme{.name = "s",
                      .source = "pubmlst",
                      .version = "",
                      .loci = {{"a", {{1, "ACGT"}, {2, "ACGA"}, {3, "ACGT"}, {4, "ACGTN"}}}},
                      .profiles = {{1, {3}, ""}, {2, {1}, ""}, {3, {9}, ""}, {4, {0}, ""}}};
  ImportLog log;
  review_scheme(scheme, log);
  EXPECT_EQ(scheme.profiles[0].alleles[0], 1u);  // a_3 is a_1
  const auto totals = log.totals("pubmlst");
  EXPECT_EQ(totals.at("duplicate_sequence"), 1u);
  EXPECT_EQ(totals.at("duplicate_profile"), 1u);
  EXPECT_EQ(totals.at("other_length"), 1u);
  EXPECT_EQ(totals.at("ambiguous_bases"), 1u);
  EXPECT_EQ(totals.at("profile_without_allele"), 1u);
  EXPECT_EQ(totals.at("allele_without_profile"), 2u);  // a_2, a_4
  EXPECT_EQ(totals.at("profiles_that_allow_a_missing_locus"), 1u);
}

// Figures counted with grep and wc on the same files.
TEST(RealReleases, PubMlstSchemesAreImportedWithoutLoss) {
  const auto folder = published_schemes();
  if (!std::filesystem::exists(folder))
    GTEST_SKIP() << "no PubMLST schemes in shared/ beside the repository or KRES_SHARED_REFERENCE";
  ImportLog log;
  const auto imported = import_pubmlst(folder, log);
  ASSERT_TRUE(imported) << imported.error().text();
  ASSERT_EQ(imported->schemes.size(), 18u);
  EXPECT_EQ(log.totals("pubmlst").at("alleles"), 66654u);  // cat */*.tfa | grep -c '>'
  std::size_t alleles = 0, profiles = 0;
  for (const auto& scheme : imported->schemes) {
    for (const auto& locus : scheme.loci) alleles += locus.alleles.size();
    profiles += scheme.profiles.size();
  }
  EXPECT_EQ(alleles, 66654u);
  EXPECT_EQ(profiles, 77651u);  // lines of the 18 tables without their headers
  const auto& klebsiella = imported->schemes.at(9);
  EXPECT_EQ(klebsiella.name, "klebsiella");
  EXPECT_EQ(klebsiella.version, "2025-12-23");
  EXPECT_EQ(klebsiella.loci.at(6).name, "tonB");
}

}  // namespace
}  // namespace kres::genome
