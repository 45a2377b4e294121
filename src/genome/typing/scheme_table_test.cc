// Which typing scheme is for which species.
#include "genome/typing/scheme_table.h"

#include <gtest/gtest.h>

#include "base/files.h"

namespace kres::genome {
namespace {

constexpr const char* kHeader = "scheme\ttitle\tspecies\torder\trepeated_loci\tsource\n";

SchemeTable project_table() {
  const Path path = Path(KRES_SOURCE_DIR) / "data/mlst_schemes.tsv";
  const auto table = SchemeTable::parse(read_file(path).value(), path.string());
  EXPECT_TRUE(table) << table.error().text();
  return table.value();
}

std::vector<std::string> schemes_for(std::string_view species) {
  std::vector<std::string> schemes;
  const auto table = project_table();
  for (const auto& row : table.rows())
    if (is_for_species(row, species)) schemes.push_back(row.scheme);
  return schemes;
}

using Names = std::vector<std::string>;

TEST(SchemeTable, TheSpeciesChoosesTheScheme) {
  EXPECT_EQ(schemes_for("Klebsiella pneumoniae"), Names{"klebsiella"});
  EXPECT_EQ(schemes_for("Klebsiella pneumoniae complex"), Names{"klebsiella"});
  EXPECT_EQ(schemes_for("Klebsiella variicola subsp. tropica"), Names{"klebsiella"});
  EXPECT_EQ(schemes_for("Klebsiella aerogenes"), Names{"kaerogenes"});
  EXPECT_EQ(schemes_for("Escherichia coli"), (Names{"ecoli_achtman_4", "ecoli"}));
  EXPECT_EQ(schemes_for("Acinetobacter baumannii complex"), (Names{"abaumannii_2", "abaumannii"}));
  EXPECT_EQ(schemes_for("Enterococcus faecium"), Names{"efaecium"});
  EXPECT_EQ(schemes_for("Klebsiella"), Names{});
  EXPECT_EQ(schemes_for(""), Names{});
}

TEST(SchemeTable, ASchemeThatOccursTwiceIsRefused) {
  const auto table =
      SchemeTable::parse(std::string(kHeader) + "a\t\tX y\t1\t\ts\na\t\tX z\t1\t\ts\n", "t");
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().line, 3u);
}

TEST(SchemeTable, AnOrderIsANumber) {
  EXPECT_FALSE(SchemeTable::parse(std::string(kHeader) + "a\t\tX y\tfirst\t\ts\n", "t"));
}

}  // namespace
}  // namespace kres::genome
