// The curated tables of van clusters against the releases they speak about.
#include "genome/findings/van_table.h"

#include <gtest/gtest.h>

#include "base/files.h"
#include "genome/reference/entry.h"
#include "genome/reference/fasta_records.h"

namespace kres::genome {
namespace {

constexpr const char* kHead =
    "type\tspan\treach\tligase\tdehydrogenase\tdipeptidase\tracemase\tregulator\tsensor\taccessory"
    "\t"
    "promoter\tintrinsic\tsource\n";
constexpr const char* kVanA =
    "vanA\t11000\t5000\tvanA\tvanH-A\tvanX-A\t-\tvanR-A\tvanS-A\t-\t214\t-\tx\n";
constexpr const char* kPartHead = "entry\tgene\tstart\tend\n";

Result<VanTable> parsed(const std::string& clusters, const std::string& parts) {
  return VanTable::parse(kHead + clusters, "c.tsv", kPartHead + parts, "p.tsv");
}

TEST(VanTable, NamesTypeAndRoleOfAGene) {
  const auto table = parsed(kVanA, "e\tvanA\t962\t1993\n");
  ASSERT_TRUE(table) << table.error().text();
  const auto place = table->find("vanS-A");
  ASSERT_TRUE(place);
  EXPECT_EQ(place->type->name, "vanA");
  EXPECT_EQ(place->role, VanRole::sensor);
  EXPECT_FALSE(table->find("vanS-B"));
  ASSERT_EQ(table->parts("e").size(), 1U);
  EXPECT_EQ(table->parts("e")[0].start, 961U);
  EXPECT_TRUE(table->parts("other").empty());
}

TEST(VanTable, RefusesHalfCodonsUnknownGenesAndTypesWithoutLigase) {
  EXPECT_FALSE(parsed(kVanA, "e\tvanA\t1\t1000\n"));
  EXPECT_FALSE(parsed(kVanA, "e\tvanQ\t1\t999\n"));
  EXPECT_FALSE(parsed(kVanA, "e\tvanA\t1\t4294967298\n"));  // 2 in 32 bits
  EXPECT_FALSE(parsed("vanQ\t1\t1\t-\t-\t-\t-\t-\t-\t-\t-\t-\tx\n", ""));
}

// Every part of the project's table reads as a coding sequence in ResFinder's own file.
TEST(RealReleases, EveryPartOfAVanEntryIsAWholeCodingSequence) {
  const Path release = "/usr/share/resfinder/db/glycopeptide.fsa";
  const auto fasta = read_file(release);
  if (!fasta) GTEST_SKIP() << "package resfinder-db is absent";
  const Path data = Path(KRES_SOURCE_DIR) / "data";
  const auto table = VanTable::parse(read_file(data / "van_clusters.tsv").value(), "c",
                                     read_file(data / "van_parts.tsv").value(), "p");
  ASSERT_TRUE(table) << table.error().text();
  std::map<std::string, std::string> sequences;
  const auto records = parse_fasta_records(*fasta, release.string());
  ASSERT_TRUE(records) << records.error().text();
  for (const auto& record : *records) sequences["resfinder:" + record.header] = record.sequence;
  for (const auto& [entry, parts] : table->all_parts()) {
    ASSERT_EQ(sequences.count(entry), 1U) << entry;
    for (const auto& part : parts) {
      ASSERT_LE(part.end, sequences[entry].size()) << entry;
      EXPECT_EQ(coding_of(sequences[entry].substr(part.start, part.end - part.start)),
                Coding::complete)
          << entry << " " << part.gene;
    }
  }
}

}  // namespace
}  // namespace kres::genome
