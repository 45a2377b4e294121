// Files and neighbours that are pairs pass; the first read without its mate is named.
#include "sequence/mates.h"

#include <gtest/gtest.h>

#include "base/files.h"

namespace kres::sequence {
namespace {

std::string fastq(const std::vector<std::string>& headers) {
  std::string text;
  for (const auto& header : headers) text += "@" + header + "\nACGT\n+\nIIII\n";
  return text;
}

// Headers of `count` pairs, of the mate `mate`.
std::vector<std::string> headers(std::size_t count, const std::string& mate) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back("run:7:" + std::to_string(i) + mate);
  return all;
}

struct File {
  Path path;
  MateNames names;
};

File written(const std::string& name, const std::vector<std::string>& headers) {
  File file{Path(::testing::TempDir()) / name, {}};
  EXPECT_TRUE(write_file_atomic(file.path, fastq(headers)));
  auto reader = FastqReader::open(file.path);
  while (true) {
    const auto records = reader->next().value();
    if (records.empty()) return file;
    file.names.add(records);
  }
}

// Empty if the files are mates.
std::string fault(const std::vector<std::string>& first, const std::vector<std::string>& second) {
  const File one = written("mates_1.fq", first), other = written("mates_2.fq", second);
  const auto checked = check_mates(one.path, one.names, other.path, other.names);
  return checked ? "" : checked.error().text();
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Mates, AreToldByTheirNames) {
  EXPECT_TRUE(are_mates("a", "a"));
  EXPECT_TRUE(are_mates("a/1", "a/2"));
  EXPECT_TRUE(are_mates("SRR1.17.1", "SRR1.17.2"));
  EXPECT_FALSE(are_mates("a/2", "a/1"));
  EXPECT_FALSE(are_mates("a/1", "a/1"));
  EXPECT_TRUE(are_mates("SRR1.1", "SRR1.1"));  // the first read of a run
  EXPECT_FALSE(are_mates("a/1", "b/2"));
  EXPECT_FALSE(are_mates("a1", "a2"));
  EXPECT_FALSE(are_mates("a", "a/2"));
}

TEST(Mates, FilesOfTheSamePairsPass) {
  EXPECT_EQ(fault(headers(10'000, ""), headers(10'000, "")), "");
  EXPECT_EQ(fault(headers(10'000, "/1"), headers(10'000, "/2")), "");
  EXPECT_EQ(fault(headers(10'000, " 1:N:0:AT"), headers(10'000, " 2:N:0:AT")), "");
  auto one = headers(6000, "/1"), other = headers(6000, "/2");
  one.push_back("last 1:N:0");  // runs of two kinds, joined
  other.push_back("last 2:N:0");
  EXPECT_EQ(fault(one, other), "");
}

TEST(Mates, TheFirstReadWithoutItsMateIsNamed) {
  const auto one = headers(10'000, "/1");
  auto other = headers(10'000, "/2");
  std::swap(other[7000], other[7001]);
  const std::string said = fault(one, other);
  EXPECT_TRUE(says(said, "mates_1.fq:28001: record 7001 is 'run:7:7000/1', but 'run:7:7001/2'"))
      << said;
  other = headers(10'000, "/2");
  other.erase(other.begin() + 5000);
  EXPECT_TRUE(says(fault(one, other), "record 5001 is 'run:7:5000/1', but 'run:7:5001/2'"));
}

TEST(Mates, FilesGivenTheWrongWayRoundOrTwiceAreNoPairs) {
  EXPECT_TRUE(says(fault(headers(10, "/2"), headers(10, "/1")), "record 1 "));
  EXPECT_TRUE(says(fault(headers(10, "/1"), headers(10, "/1")), "the files hold the same reads"));
  EXPECT_TRUE(says(fault(headers(10, "/2"), headers(10, "/2")), "the files hold the same reads"));
}

TEST(Mates, AFileThatStopsEarlyIsNamedWithBothCounts) {
  const std::string said = fault(headers(9000, ""), headers(8999, ""));
  EXPECT_TRUE(says(said, "has 9000 reads, but")) << said;
  EXPECT_TRUE(says(said, "mates_2.fq has 8999")) << said;
}

Result<std::vector<std::string>> interleaved(const std::string& text) {
  KRES_ASSIGN(auto file, FastqReader::of(text, "both.fq"));
  InterleavedReader reader(std::move(file));
  std::vector<std::string> names;
  while (true) {
    KRES_ASSIGN(const auto records, reader.next());
    if (records.empty()) return names;
    EXPECT_EQ(records.size() % 2, 0U);
    for (const auto& record : records) {
      names.emplace_back(record.name);
      EXPECT_EQ(record.bases, "ACGT");
      EXPECT_EQ(record.qualities, "IIII");
    }
  }
}

std::vector<std::string> both(std::size_t pairs) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < pairs; ++i)
    for (const char* mate : {"/1", "/2"}) all.push_back("pair" + std::to_string(i) + mate);
  return all;
}

TEST(Interleaved, PairsAreNeverParted) {
  const auto names = both(50'000);  // blocks of any number of records
  const auto read = interleaved(fastq(names));
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_TRUE(*read == names);
}

TEST(Interleaved, NeighboursThatAreNoPairAreNamed) {
  auto names = both(20'000);
  names.erase(names.begin() + 30'001);
  const auto read = interleaved(fastq(names));
  ASSERT_FALSE(read);
  EXPECT_TRUE(says(read.error().text(),
                   "both.fq:120001: records 30001 and 30002, 'pair15000/1' and 'pair15001/1'"))
      << read.error().text();
}

TEST(Interleaved, ALastReadWithoutMateIsNamed) {
  auto names = both(20'000);
  names.pop_back();
  const auto read = interleaved(fastq(names));
  ASSERT_FALSE(read);
  EXPECT_TRUE(says(read.error().text(), "the last read, 'pair19999/1', has no mate"))
      << read.error().text();
  EXPECT_TRUE(says(read.error().text(), "--reads FILE")) << read.error().text();
}

}  // namespace
}  // namespace kres::sequence
