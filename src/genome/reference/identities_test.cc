// What the releases call a sequence.
#include <gtest/gtest.h>

#include "genome/reference/identities.h"
#include "genome/reference/import_card.h"

namespace kres::genome {
namespace {

constexpr const char *kOne = "ATGAAATAA", *kSynonym = "ATGAAGTAA",
                     *kOther = "ATGCCCTAA";  // MK MK MP

NewEntry resfinder(const std::string& id, const std::string& name, const std::string& sequence) {
  return {.id = "resfinder:" + id, .name = name, .sequence = sequence};
}

TEST(Identities, AnEntryHasTheNamesOfEveryReleaseWithAccessions) {
  Identities identities;
  auto entry = resfinder("blaX-1_1_AY034847", "blaX-1", kOne);
  entry.aliases = {"resfinder:blaX-1_2_NG_012345"};
  identities.add_entry(entry);
  identities.add_protein({{"NCBI", "blaX-1", "WP_1.1"}, "MK"});
  identities.add_nucleotides({{"CARD", "X-1", "ARO:3000001"}, kOne});
  EXPECT_EQ(names_text(identities.names_of(entry)),
            "CARD|X-1|ARO:3000001;NCBI|blaX-1|WP_1.1;ResFinder|blaX-1|AY034847;"
            "ResFinder|blaX-1|NG_012345");
}

TEST(Identities, NamesOfTheSequenceComeBeforeThoseOfItsProtein) {
  Identities identities;
  const auto one = resfinder("blaX-1A_1_A", "blaX-1A", kOne),
             synonym = resfinder("blaX-1B_1_B", "blaX-1B", kSynonym);
  identities.add_entry(one);
  identities.add_entry(synonym);
  EXPECT_EQ(names_text(identities.names_of(synonym)), "ResFinder|blaX-1B|B");
  EXPECT_EQ(names_text(identities.names_of(
                {.id = "ncbi:x_N.1:1-9", .name = "x", .sequence = "ATGAAATAG"})),
            "ResFinder|blaX-1A|A;ResFinder|blaX-1B|B");
}

TEST(Identities, NamesAreReadBackAsWritten) {
  const std::vector<ReleaseName> names = {{"CARD", "aac(6')-Ib", "ARO:1"}, {"NCBI", "x", ""}};
  EXPECT_EQ(parse_names(names_text(names)), names);
  EXPECT_TRUE(parse_names("").empty());
}

TEST(Identities, ConflictsBetweenReleasesAreListed) {
  Identities identities;
  identities.add_protein({{"NCBI", "blaX-1", "a"}, "MK"});
  identities.add_protein({{"CARD", "X-1", "b"}, "MK"});  // the same name
  identities.add_protein({{"NCBI", "blaX-2", "c"}, "MP"});
  identities.add_protein({{"CARD", "X-3", "d"}, "MP"});  // one protein, two names
  identities.add_protein({{"NCBI", "blaX-4", "e"}, "MQ"});
  identities.add_protein({{"CARD", "X-4", "f"}, "MR"});  // one name, two proteins
  ImportLog log;
  identities.note_conflicts(log);
  const auto totals = log.totals("identities");
  EXPECT_EQ(totals.at("proteins"), 4u);
  EXPECT_EQ(totals.at("one_protein_different_names"), 1u);
  EXPECT_EQ(totals.at("one_name_different_proteins"), 1u);
}

TEST(Card, SequencesWithoutATermAreSetAside) {
  const std::string table =
      "clusterid,queryID,class,gene,allele,seqID,accession,positions\n1,X-1,c,g,X-1,7,ARO_3000001,-"
      "\n"
      "1,X-1,c,g,X-1.v2,8,-,-\n";
  ImportLog log;
  const auto named =
      parse_card(">1__X_Bla__X-1.v1__7\nATG\n>1__X_Bla__X-1.v2__8\nATC\n", "f", table, "t", log);
  ASSERT_TRUE(named) << named.error().text();
  ASSERT_EQ(named->size(), 1u);
  EXPECT_EQ(named->front().name, (ReleaseName{"CARD", "X-1", "ARO:3000001"}));
  EXPECT_EQ(log.totals("card").at("no_term_of_card"), 1u);
  EXPECT_FALSE(parse_card(">1__X_Bla__X-1\nATG\n", "f", table, "t", log));
  EXPECT_FALSE(parse_card(">1__X_Bla__X-1__7\nATG\n", "f", "a,b\n", "t", log));
}

}  // namespace
}  // namespace kres::genome
