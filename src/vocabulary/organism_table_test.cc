// Organisms: which group a species belongs to and which names it answers to.
#include "vocabulary/organism_table.h"

#include <gtest/gtest.h>

#include "base/files.h"

namespace kres {
namespace {

OrganismTable project_organisms() {
  const auto text = read_file(Path(KRES_SOURCE_DIR) / "data/organisms.tsv");
  EXPECT_TRUE(text) << text.error().text();
  auto organisms = OrganismTable::parse(*text, "organisms.tsv");
  EXPECT_TRUE(organisms) << organisms.error().text();
  return std::move(*organisms);
}

TEST(Organisms, AnswerToSpeciesGenusFamilyComplexAndGroup) {
  const auto organism = project_organisms().resolve("Klebsiella pneumoniae");
  ASSERT_TRUE(organism);
  for (const auto* scope : {"Klebsiella pneumoniae", "Klebsiella", "Enterobacteriaceae",
                            "Klebsiella pneumoniae complex", "Enterobacterales"})
    EXPECT_TRUE(organism->is_within(scope)) << scope;
  EXPECT_FALSE(organism->is_within("Klebsiella aerogenes"));
  EXPECT_FALSE(organism->is_within("Morganellaceae"));
}

TEST(Organisms, AbbreviationsSubspeciesAndComplexesAreUnderstood) {
  const auto organisms = project_organisms();
  EXPECT_EQ(organisms.resolve("K. pneumoniae")->name, "Klebsiella pneumoniae");
  EXPECT_EQ(organisms.resolve("Klebsiella pneumoniae subsp. ozaenae")->name,
            "Klebsiella pneumoniae");
  EXPECT_EQ(organisms.resolve("Enterobacter cloacae complex")->ecoff_as, "Enterobacter cloacae");
  EXPECT_EQ(organisms.resolve("Providencia rettgeri")->family, "Morganellaceae");
}

TEST(Organisms, AnUnlistedSpeciesOfAKnownGenusIsTheGenusOnly) {
  const auto organism = project_organisms().resolve("Klebsiella novaspecies");
  ASSERT_TRUE(organism);
  EXPECT_TRUE(organism->genus_only);
  EXPECT_EQ(organism->group, "Enterobacterales");
  EXPECT_TRUE(organism->ecoff_as.empty());
}

TEST(Organisms, TwoSpeciesOfAGenusAreTheGenusAndTwoGeneraAreNothing) {
  for (const auto* text : {"Klebsiella pneumoniae/variicola", "Klebsiella pneumoniae / oxytoca",
                           "Klebsiella pneumoniae or Klebsiella oxytoca", "K. pneumoniae"}) {
    const auto organism = project_organisms().resolve(text);
    ASSERT_TRUE(organism) << text;
    EXPECT_EQ(organism->genus, "Klebsiella");
    EXPECT_EQ(organism->genus_only, std::string(text) != "K. pneumoniae") << text;
  }
  for (const auto* text :
       {"Escherichia coli / Klebsiella pneumoniae", "Escherichia coli/Klebsiella pneumoniae",
        "E. coli / K. pneumoniae", "Escherichia coli og Klebsiella", "Klebsiella/Enterobacter"})
    EXPECT_FALSE(project_organisms().resolve(text)) << text;
}

TEST(Organisms, AnUnknownGenusIsNothing) {
  EXPECT_FALSE(project_organisms().resolve("Legionella pneumophila"));
  EXPECT_FALSE(project_organisms().resolve(""));
}

TEST(Organisms, AnAmbiguousAbbreviationIsNotGuessed) {
  auto organisms = OrganismTable::parse(
      "name\tgenus\tfamily\tgroup\twithin\tecoff_as\n"
      "Alpha coli\tAlpha\tf\tg\t\t\n"
      "Aqua coli\tAqua\tf\tg\t\t\n",
      "t");
  ASSERT_TRUE(organisms);
  EXPECT_FALSE(organisms->resolve("A. coli"));
}

}  // namespace
}  // namespace kres
