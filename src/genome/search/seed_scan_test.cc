// The scan of a contig, against the seeds of every entry looked up one by one.
#include "genome/search/seed_scan.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/folder_for_test.h"
#include "genome/reference/index_builder.h"
#include "sequence/nucleotides.h"

namespace kres::genome {
namespace {

using Row = std::tuple<EntryId, bool, std::uint32_t, std::uint32_t, std::int64_t, std::uint32_t>;

class Bases {
 public:
  explicit Bases(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string some(std::size_t length) {
    std::string bases(length, 'A');
    for (char& base : bases) base = "ACGT"[random_() % 4];
    return bases;
  }
  std::string changed(std::string bases, std::size_t changes) {
    for (; changes > 0; --changes) {
      const auto at = below(bases.size());
      if (below(6) == 0)
        bases.erase(at, 1);
      else if (below(6) == 0)
        bases.insert(at, 1 + below(3), 'G');
      else
        bases[at] = "ACGTN"[below(20) == 0 ? 4 : below(4)];
    }
    return bases;
  }

 private:
  std::mt19937 random_;
};

// A family of variants, one of them turned round, and entries that repeat themselves on one strand
// and on both.
std::vector<std::string> entries(Bases& bases) {
  const std::string gene = bases.some(400), word = bases.some(45);
  std::vector<std::string> all{gene, gene.substr(40, 200)};
  for (int i = 0; i < 6; ++i) all.push_back(bases.changed(gene, 1 + bases.below(9)));
  all.push_back(sequence::reverse_complement(bases.changed(gene, 3)));
  all.push_back(word + bases.some(30) + word + word + bases.some(5));
  all.push_back(word + bases.some(25) + sequence::reverse_complement(word));
  all.push_back(std::string(60, 'A') + gene.substr(0, 50));
  all.push_back("ACACACACACACACACACACACACACACACACACACACACACAC");
  all.push_back(bases.some(12));
  return all;
}

std::string contig(Bases& bases, const std::vector<std::string>& genes) {
  std::string text = bases.some(bases.below(200));
  for (auto parts = bases.below(6); parts > 0; --parts) {
    std::string part = genes[bases.below(genes.size())];
    part = bases.changed(part, bases.below(12));
    text += bases.below(2) == 0 ? part : sequence::reverse_complement(part);
    text += bases.some(bases.below(60));
  }
  return text;
}

// The definition: seeds one after the other, each in every entry that holds it.
std::vector<Row> by_definition(const std::string& contig, const std::vector<std::string>& genes) {
  std::map<std::pair<EntryId, bool>, std::vector<Row>> rows;
  std::map<std::string, std::vector<std::tuple<EntryId, bool, std::int64_t>>> places;
  for (EntryId id = 0; id < genes.size(); ++id)
    for (std::size_t at = 0; at + kSeedLength <= genes[id].size(); ++at) {
      const auto word = genes[id].substr(at, kSeedLength);
      if (word.find('N') != std::string::npos) continue;
      const auto turned = static_cast<std::int64_t>(genes[id].size() - kSeedLength - at);
      places[word].emplace_back(id, false, static_cast<std::int64_t>(at));
      places[sequence::reverse_complement(word)].emplace_back(id, true, turned);
    }
  for (std::size_t at = 0; at + kSeedLength <= contig.size(); ++at) {
    auto found = places[contig.substr(at, kSeedLength)];
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
      const auto [entry_a, reverse_a, at_a] = a;
      const auto [entry_b, reverse_b, at_b] = b;
      // From the entry's first base on, on either strand.
      return std::make_tuple(entry_a, reverse_a, reverse_a ? -at_a : at_a) <
             std::make_tuple(entry_b, reverse_b, reverse_b ? -at_b : at_b);
    });
    for (const auto& [id, reverse, entry_at] : found) {
      auto& own = rows[{id, reverse}];
      const auto start = static_cast<std::uint32_t>(at);
      const std::int64_t diagonal = static_cast<std::int64_t>(at) - entry_at;
      if (!own.empty() && std::get<4>(own.back()) == diagonal &&
          start <= std::get<3>(own.back()) + 400) {
        std::get<3>(own.back()) = start + kSeedLength;
        ++std::get<5>(own.back());
      } else {
        own.emplace_back(id, reverse, start, start + kSeedLength, diagonal, 1);
      }
    }
  }
  std::vector<Row> all;
  for (const auto& [key, own] : rows) all.insert(all.end(), own.begin(), own.end());
  return all;
}

TEST(SeedScan, StretchesGiveTheSegmentsThatSingleSeedsGive) {
  Bases bases(3);
  for (int round = 0; round < 60; ++round) {
    const auto genes = entries(bases);
    std::vector<NewEntry> added;
    for (std::size_t i = 0; i < genes.size(); ++i)
      added.push_back({.id = std::to_string(i), .name = "g", .gene = "g", .sequence = genes[i]});
    const FolderForTest folder;
    const Path path = folder / "seed_scan_test.index";
    ASSERT_TRUE(write_file_atomic(path, SequenceIndexBuilder(added).build()));
    const auto index = SequenceIndex::open(path, true).value();
    SeedScanner scanner(index);
    for (int i = 0; i < 10; ++i) {
      const std::string text = contig(bases, genes);
      std::vector<Row> rows;
      for (const auto& s : scanner.scan(text))
        rows.emplace_back(s.entry, s.reverse, s.contig_start, s.contig_end, s.diagonal, s.seeds);
      auto expected = by_definition(text, genes);
      std::sort(rows.begin(), rows.end());
      std::sort(expected.begin(), expected.end());
      ASSERT_EQ(rows, expected) << text;
    }
  }
}

TEST(SeedScan, AContigLongerThanOneBlockIsScannedWithoutASeam) {
  Bases bases(4);
  const std::string gene = bases.some(20'000);
  const FolderForTest folder;
  const Path path = folder / "seed_scan_seam_test.index";
  ASSERT_TRUE(write_file_atomic(
      path,
      SequenceIndexBuilder({{.id = "a", .name = "a", .gene = "a", .sequence = gene}}).build()));
  const auto index = SequenceIndex::open(path, true).value();
  for (const bool reverse : {false, true}) {
    const auto text = "ACGTA" + (reverse ? sequence::reverse_complement(gene) : gene) + "CC";
    const auto found = SeedScanner(index).scan(text);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].seeds, gene.size() - kSeedLength + 1);
    EXPECT_EQ(found[0].contig_start, 5u);
    EXPECT_EQ(found[0].contig_end, gene.size() + 5);
    EXPECT_EQ(found[0].reverse, reverse);
  }
}

void expect_what_one_at_a_time_finds(decltype(&find_seed_candidates_plain) way) {
  Bases bases(5);
  std::vector<Kmer> known;
  const std::string text = bases.some(3000);
  for_each_kmer(text, kSeedLength,
                [&](std::size_t, Kmer f, Kmer r) { known.push_back(std::min(f, r)); });
  const auto words = SeedFilter::build(known);
  const SeedFilter filter(words);
  for (int round = 0; round < 500; ++round) {
    const auto from = bases.below(2500);
    const auto part = bases.changed(
        bases.some(1 + bases.below(90)) + text.substr(from, bases.below(200)) + "TTTTT",
        bases.below(4));
    std::vector<SeedCandidate> wide, plain;
    way(part, filter, wide);
    find_seed_candidates_plain(part, filter, plain);
    ASSERT_EQ(wide.size(), plain.size()) << part;
    for (std::size_t i = 0; i < wide.size(); ++i) {
      EXPECT_EQ(wide[i].position, plain[i].position);
      EXPECT_EQ(wide[i].bases_are_canonical, plain[i].bases_are_canonical);
      EXPECT_EQ(wide[i].canonical, plain[i].canonical);
    }
  }
}

TEST(SeedScan, EightAtATimeFindsTheCandidatesThatOneAtATimeFinds) {
  if (!has_wide_seed_candidates()) GTEST_SKIP() << "this processor has no AVX-512";
  expect_what_one_at_a_time_finds(find_seed_candidates_wide);
}

TEST(SeedScan, FourAtATimeFindsTheCandidatesThatOneAtATimeFinds) {
  if (!has_avx2_seed_candidates()) GTEST_SKIP() << "this processor has no AVX2";
  expect_what_one_at_a_time_finds(find_seed_candidates_avx2);
}

}  // namespace
}  // namespace kres::genome
