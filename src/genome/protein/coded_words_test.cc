// The words of six frames: all of them where they must be, the same on every processor.
#include <gtest/gtest.h>

#include <random>

#include "base/folder_for_test.h"
#include "genome/protein/coded_words.h"
#include "sequence/nucleotides.h"

namespace kres::genome {
namespace {

std::string random_bases(std::size_t count, std::mt19937& random) {
  std::string bases;
  while (bases.size() < count) bases += "ACGT"[random() % 4];
  return bases;
}

class CodedWords : public testing::Test {
 protected:
  // An index whose proteins are the six frames of `bases`, cut at stops.
  void index_frames(const std::string& bases) {
    std::vector<NewProtein> proteins;
    for (const auto& strand : {bases, sequence::reverse_complement(bases)})
      for (std::size_t frame = 0; frame < 3; ++frame) {
        std::string read;
        for (const char residue : sequence::translate(strand.substr(frame)) + "*") {
          if (residue != '*') {
            read += residue;
            continue;
          }
          if (read.size() >= kWordLength)
            proteins.push_back({.id = "p" + std::to_string(proteins.size()),
                                .kind = ProteinKind::target,
                                .sequence = read});
          read.clear();
        }
      }
    ASSERT_TRUE(write_file_atomic(path_, build_protein_index(proteins)));
    auto opened = ProteinIndex::open(path_, true);
    ASSERT_TRUE(opened) << opened.error().text();
    index_.emplace(std::move(*opened));
  }

  // Whatever the length, and wherever known words stand.
  void expect_the_same_words(decltype(&find_known_words_plain) way) {
    const std::string known = random_bases(3000, random_);
    index_frames(known);
    for (std::size_t length = 0; length < 400; ++length) {
      const std::string bases = known.substr(random_() % 2000, length);
      std::vector<CodedWord> plain, wide;
      find_known_words_plain(bases, *index_, plain);
      way(bases, *index_, wide);
      ASSERT_TRUE(plain == wide) << length;
    }
    const std::string mixed =
        random_bases(100'003, random_) + known + random_bases(50'001, random_);
    std::vector<CodedWord> plain, wide;
    find_known_words_plain(mixed, *index_, plain);
    way(mixed, *index_, wide);
    EXPECT_GT(plain.size(), 500u);
    EXPECT_TRUE(plain == wide);
  }

  const FolderForTest folder_;
  const Path path_ = folder_ / "coded_words_test.index";
  std::optional<ProteinIndex> index_;
  std::mt19937 random_{4711};
};

TEST_F(CodedWords, EveryWordWithoutAStopOfItsOwnFramesIsFound) {
  const std::string bases = random_bases(1200, random_);
  index_frames(bases);
  std::vector<CodedWord> found;
  find_known_words_plain(bases, *index_, found);
  std::size_t expected = 0;
  for (std::size_t block = 0; block + kBlockReads <= bases.size(); block += kBlockBases)
    for (std::size_t at = block; at < block + 3; ++at) {
      const std::string window = bases.substr(at, kWordBases);
      for (const bool reverse : {false, true}) {
        const auto read =
            sequence::translate(reverse ? sequence::reverse_complement(window) : window);
        if (read.find('*') != std::string::npos) continue;
        ++expected;
        Word word = 0;
        for (std::size_t i = 0; i < kWordLength; ++i) word |= residue_code(read[i]) << (8 * i);
        const CodedWord wanted{word, static_cast<std::uint32_t>(at), reverse};
        EXPECT_EQ(std::count(found.begin(), found.end(), wanted), 1) << at << reverse;
        EXPECT_FALSE(index_->places(word).empty());
      }
    }
  EXPECT_GT(expected, 300u);
}

TEST_F(CodedWords, AreTheSameOnEveryProcessor) {
  if (!has_wide_known_words()) GTEST_SKIP() << "this processor has no AVX-512 VBMI";
  expect_the_same_words(find_known_words_wide);
}

TEST_F(CodedWords, AreTheSameFourAtATime) {
  if (!has_avx2_known_words()) GTEST_SKIP() << "this processor has no AVX2";
  expect_the_same_words(find_known_words_avx2);
}

}  // namespace
}  // namespace kres::genome
