// Workbooks as cells; what is damaged or hostile is refused and never unpacked.
#include "exchange/spreadsheet/workbook.h"

#include <gtest/gtest.h>

#include "exchange/spreadsheet/workbook_for_test.h"
#include "exchange/spreadsheet/xml_scanner.h"
#include "exchange/spreadsheet/zip_archive.h"

namespace kres::exchange {
namespace {

TEST(Workbook, GivesTheTextsOfItsCellsWithoutSuperscripts) {
  const auto sheets = read_workbook(
      workbook_of({{"One", {{"Agent", "S \u2264"}, {}, {"", "8^1,A", "=6.0000000000000005E-2"}}},
                   {"R & S <2>", {{"Note^2"}}}}),
      "book");
  ASSERT_TRUE(sheets) << sheets.error().text();
  ASSERT_EQ(sheets->size(), 2U);
  const auto& one = sheets->front();
  ASSERT_EQ(one.rows.size(), 2U) << "an empty row is left out";
  EXPECT_EQ(one.rows[0].cell(1), "S \u2264");
  EXPECT_EQ(one.rows[1].number, 3U);
  EXPECT_EQ(one.rows[1].cell(1), "8");
  EXPECT_EQ(one.rows[1].cell(2), "0.06");
  EXPECT_EQ(one.rows[1].cell(9), "");
  EXPECT_EQ(sheets->back().name, "R & S <2>");
  EXPECT_EQ(sheets->back().rows[0].cell(0), "Note");
}

TEST(Workbook, CutOrChangedBytesAreRefused) {
  const auto whole = workbook_of({{"One", {{"Agent", "text"}}}});
  ASSERT_TRUE(read_workbook(whole, "book"));
  for (std::size_t length = 0; length < whole.size(); length += 7)
    EXPECT_FALSE(read_workbook(whole.substr(0, length), "book")) << length;
  auto changed = whole;
  changed[whole.find("xl/worksheets/sheet1.xml") + 60] ^= 0x20;
  EXPECT_FALSE(read_workbook(changed, "book")) << "the checksum differs";
  EXPECT_FALSE(read_workbook("", "book"));
  EXPECT_FALSE(read_workbook("isolate\torganism\n", "book"));
  EXPECT_FALSE(read_workbook(zip_of({{"a.txt", "text"}}), "book")) << "a ZIP that is no workbook";
}

TEST(Workbook, AnArchiveThatWouldUnpackToTooMuchIsRefusedByItsListAlone) {
  auto bomb = zip_of({{"a", "x"}, {"b", std::string(1000, 'x')}});
  const auto entry = bomb.find("PK\x01\x02");
  bomb.replace(entry + 24, 4, little_endian(std::size_t{200} << 20, 4));
  const auto archive = ZipArchive::open(bomb, "bomb");
  ASSERT_FALSE(archive);
  EXPECT_NE(archive.error().message.find("64 MB"), std::string::npos);
  // A member that says less than it holds gives what it says or nothing.
  auto lies = zip_of({{"a", "x"}, {"b", std::string(1000, 'x')}});
  const auto second = lies.find("PK\x01\x02", lies.find("PK\x01\x02") + 4);
  lies.replace(second + 24, 4, little_endian(10, 4));
  const auto opened = ZipArchive::open(lies, "lies");
  ASSERT_TRUE(opened);
  EXPECT_FALSE(opened->read("b"));
}

TEST(XmlScanner, KnowsNoDocumentTypes) {
  XmlScanner scanner("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>");
  EXPECT_FALSE(scanner.next());
  EXPECT_TRUE(scanner.failed());
}

TEST(XmlScanner, DecodesCharactersAndDropsPrefixes) {
  XmlScanner scanner("<?xml?><!-- c --><x:t a='1 &lt; 2' b=\"&#x3bc;\">&#181;g &amp; &x;</x:t>");
  const auto open = scanner.next();
  ASSERT_TRUE(open && open->opens("t"));
  EXPECT_EQ(open->attribute("a"), "1 < 2");
  EXPECT_EQ(open->attribute("b"), "\u03bc");
  EXPECT_EQ(open->attribute("c"), "");
  EXPECT_EQ(scanner.next()->text, "\u00b5g & &x;");
  EXPECT_TRUE(scanner.next()->closes("t"));
  EXPECT_FALSE(scanner.next() || scanner.failed());
}

}  // namespace
}  // namespace kres::exchange
