// The index of proteins gives back what went in, and refuses or survives what was cut or changed.
#include "genome/reference/protein_index.h"

#include <gtest/gtest.h>

#include <random>

#include "base/folder_for_test.h"

namespace kres::genome {
namespace {

class Proteins : public testing::Test {
 protected:
  Proteins() {
    std::mt19937 random(7);
    for (int i = 0; i < 4; ++i) {
      NewProtein protein{.id = "ncbi:P" + std::to_string(i),
                         .name = "name" + std::to_string(i),
                         .gene = "gene",
                         .agents = {"colistin", "meropenem"},
                         .critical_family = i == 0 ? "mcr" : "",
                         .complete_identity = 94.5};
      while (protein.sequence.size() < 60)
        protein.sequence += "ACDEFGHIKLMNPQRSTVWY"[random() % 20];
      proteins_.push_back(protein);
    }
    proteins_[1].kind = ProteinKind::target;
    proteins_[1].scopes = {"Escherichia", "Salmonella"};
    proteins_[2].sequence = proteins_[0].sequence;  // a member of the first one's cluster
    proteins_[2].sequence[30] = 'X';
    whole_ = build_protein_index(proteins_);
  }
  void store(const std::string& bytes) { ASSERT_TRUE(write_file_atomic(path_, bytes)); }

  static Word word_of(std::string_view residues) {
    Word word = 0;
    for (int i = kWordLength; i-- > 0;)
      word = word << 8 | residue_code(residues[static_cast<std::size_t>(i)]);
    return word;
  }

  const FolderForTest folder_;
  const Path path_ = folder_ / "proteins_test.index";
  std::vector<NewProtein> proteins_;
  std::string whole_;
};

TEST_F(Proteins, EveryWordOfWhatIsSearchedLeadsToItsPlace) {
  store(whole_);
  const auto index = ProteinIndex::open(path_, true);
  ASSERT_TRUE(index) << index.error().text();
  for (const ProteinId id : {0u, 1u, 3u}) {
    EXPECT_EQ(index->protein(id).representative, id);
    const std::string& sequence = proteins_[id].sequence;
    for (std::size_t at = 0; at + kWordLength <= sequence.size(); ++at) {
      const Word word = word_of(std::string_view(sequence).substr(at));
      ASSERT_TRUE(index->may_contain(word));
      const auto places = index->places(word);
      ASSERT_EQ(places.size(), 1u);
      EXPECT_EQ(index->protein_at(places[0]), id);
      EXPECT_EQ(places[0] - index->protein(id).offset, at);
    }
  }
  EXPECT_TRUE(index->places(word_of("WWWWWWW")).empty());
}

TEST_F(Proteins, KeepsTextsClustersAndExactSequences) {
  store(whole_);
  const auto index = ProteinIndex::open(path_, true);
  ASSERT_TRUE(index);
  EXPECT_EQ(index->text(index->protein(1).scopes), "Escherichia;Salmonella");
  EXPECT_EQ(index->text(index->protein(0).agents), "colistin;meropenem");
  EXPECT_EQ(index->text(index->protein(0).critical_family), "mcr");
  EXPECT_FLOAT_EQ(index->protein(3).complete_identity, 94.5F);
  EXPECT_EQ(index->kind(1), ProteinKind::target);
  const auto members = index->members(0);
  EXPECT_EQ((std::vector<ProteinId>(members.begin(), members.end())),
            (std::vector<ProteinId>{0, 2}));
  EXPECT_EQ(index->equal_to(proteins_[2].sequence), std::vector<ProteinId>{2});
  EXPECT_TRUE(index->equal_to("M").empty());
}

TEST_F(Proteins, ASetWithoutProteinsIsAnIndexToo) {
  store(build_protein_index({}));
  const auto index = ProteinIndex::open(path_, true);
  ASSERT_TRUE(index) << index.error().text();
  EXPECT_FALSE(index->may_contain(word_of("ACDEFGH")));
  EXPECT_TRUE(index->places(word_of("ACDEFGH")).empty());
}

TEST_F(Proteins, EveryTruncationIsRefusedByName) {
  for (std::size_t length = 0; length < whole_.size(); length += 97) {
    store(whole_.substr(0, length));
    const auto index = ProteinIndex::open(path_, false);
    ASSERT_FALSE(index) << length;
    EXPECT_EQ(index.error().code, ErrorCode::corrupt);
    EXPECT_EQ(index.error().file, path_.string());
  }
}

// Without verifying, a changed index may give other answers, but nothing outside its tables.
TEST_F(Proteins, AChangedIndexIsRefusedByVerifyingAndHarmlessWithout) {
  std::mt19937 random(11);
  for (int round = 0; round < 120; ++round) {
    std::string changed = whole_;
    const std::size_t at = random() % 4 == 0
                               ? random() % changed.size()
                               : random() % std::min<std::size_t>(4096, changed.size());
    changed[at] = static_cast<char>(changed[at] ^ (1 << random() % 8));
    store(changed);
    EXPECT_FALSE(ProteinIndex::open(path_, true)) << at;
    const auto index = ProteinIndex::open(path_, false);
    if (!index) continue;
    for (const auto& protein : proteins_) {
      for (const auto place : index->places(word_of(protein.sequence)))
        EXPECT_LT(index->protein_at(place), index->proteins().size());
      for (const auto id : index->equal_to(protein.sequence))
        EXPECT_LE(index->sequence(id).size(), whole_.size());
    }
    for (ProteinId id = 0; id < index->proteins().size(); ++id)
      EXPECT_LE(index->members(id).size(), index->proteins().size());
  }
}

}  // namespace
}  // namespace kres::genome
