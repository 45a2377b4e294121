// Text, dates, tables, files and digests.
#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "base/date.h"
#include "base/digest.h"
#include "base/files.h"
#include "base/folder_for_test.h"
#include "base/text.h"
#include "base/tsv.h"
#include "base/whole_number.h"

namespace kres {
namespace {

TEST(Dates, OnlyRealDatesAreAccepted) {
  EXPECT_TRUE(Date::parse("2024-02-29"));
  EXPECT_FALSE(Date::parse("2023-02-29"));
  EXPECT_FALSE(Date::parse("1-Mar"));
  EXPECT_FALSE(Date::parse("2024-2-9"));
}

TEST(Dates, DaysAreCountedAcrossLeapYears) {
  EXPECT_EQ(days_between({2024, 2, 28}, {2024, 3, 1}), 2);
  EXPECT_EQ(add_days({2023, 12, 31}, 1), (Date{2024, 1, 1}));
  EXPECT_TRUE(is_weekend({2026, 11, 21}));
}

TEST(Dates, AnInstantIsPrintedAndReadBack) {
  const auto instant = parse_instant("2026-11-21T23:30:00.005Z");
  ASSERT_TRUE(instant);
  EXPECT_EQ(iso_utc(*instant), "2026-11-21T23:30:00.005Z");
  EXPECT_EQ(local_date(*instant, "Europe/Oslo"), (Date{2026, 11, 22}));
  EXPECT_FALSE(parse_instant("2026-11-21T25:00:00Z"));
}

TEST(Tables, AWrongColumnIsNamedWithItsLine) {
  const auto table = TsvTable::parse("# source\na\tx\n1\t2\n", "t.tsv", {"a", "b"});
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().text(), "t.tsv:2: unknown column 'x' (known columns: a, b)");
}

TEST(Tables, ARowWithMissingCellsIsNamedWithItsLine) {
  const auto table = TsvTable::parse("a\tb\n1\t2\n3\n", "t.tsv", {"a", "b"});
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().line, 3u);
}

TEST(Tables, CellsAreFoundByColumnName) {
  const auto table = TsvTable::parse(
      "\xEF\xBB\xBF"
      "b\ta\r\n2\t 1 \r\n",
      "t.tsv", {"a", "b"}, {"c"});
  ASSERT_TRUE(table) << table.error().text();
  EXPECT_EQ(table->rows().at(0)["a"], "1");
  EXPECT_EQ(table->rows().at(0)["b"], "2");
  EXPECT_EQ(table->rows().at(0)["c"], "");
}

TEST(Text, GlobsMatchGeneFamilies) {
  EXPECT_TRUE(glob_match("blaSHV*", "blaSHV-11"));
  EXPECT_TRUE(glob_match("oqx?", "oqxA"));
  EXPECT_FALSE(glob_match("blaSHV*", "blaSH"));
}

TEST(Text, ANumberOutsideItsLimitsIsNone) {
  EXPECT_EQ(parse_int_within("7", 1, 7), 7);
  EXPECT_EQ(parse_int_within("-1", -1, 7), -1);
  for (const char* text : {"8", "0", "", "7x", "4294967299", "99999999999999999999"})
    EXPECT_FALSE(parse_int_within(text, 1, 7)) << text;
}

TEST(Text, CaseIsFoldedForTheLettersOfTheCountry) {
  EXPECT_EQ(fold_case("Sykehuset ØSTFOLD, Ålesund, Ærø"), "sykehuset østfold, ålesund, ærø");
  EXPECT_EQ(fold_case("ŠUOŠŠJÁVRI ÁČČI ĐŊŦŽ"), "šuoššjávri áčči đŋŧž");  // Sami
  EXPECT_EQ(fold_case("ŸĹŃŹ ÿĺńź ß ×÷ ĸŉ"), "ÿĺńź ÿĺńź ß ×÷ ĸŉ");
  EXPECT_EQ(fold_case("\xC3"), "\xC3") << "cut within a letter";
  EXPECT_EQ(fold_case("\xC3(\xFF"), "\xC3(\xFF") << "not UTF-8";
}

TEST(Text, MalformedUtf8IsRefused) {
  EXPECT_TRUE(is_valid_utf8("blåbær"));
  EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
}

TEST(Digests, Sha256MatchesTheStandardsExample) {  // FIPS 180-4, "abc"
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Files, PipesAndDevicesAreRefusedWithoutWaiting) {
  const auto pipe = Path(::testing::TempDir()) / ("pipe_" + std::to_string(::getpid()));
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  for (const Path& path : {pipe, Path("/dev/zero")}) {
    const auto read = read_file(path);
    ASSERT_FALSE(read) << path;
    EXPECT_EQ(read.error().message, "is a pipe or a device, not a regular file");
  }
  std::filesystem::remove(pipe);
}

TEST(Files, AFailedWriteLeavesTheOldFile) {
  const FolderForTest folder;
  const Path path = folder / "atomic.txt";
  ASSERT_TRUE(write_file_atomic(path, "old"));
  EXPECT_FALSE(write_file_atomic(path / "below_a_file", "new"));
  EXPECT_EQ(read_file(path).value(), "old");
}

}  // namespace
}  // namespace kres
