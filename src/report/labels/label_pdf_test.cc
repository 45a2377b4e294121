// Labels on paper: a scanner (zbarimg) reads from the printed page what was to be printed.
#include "report/labels/label_pdf.h"

#include <cstdio>
#include <memory>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/files.h"

namespace kres::report::labels {
namespace {

LabelSheets project_sheets() {
  const Path file = Path(KRES_SOURCE_DIR) / "data/label_sheets.tsv";
  return LabelSheets::parse(*read_file(file), "label_sheets.tsv").value();
}

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string out;
  char buffer[4096];
  while (const std::size_t n = fread(buffer, 1, sizeof buffer, pipe.get())) out.append(buffer, n);
  return out;
}

// What a scanner reads of one label: its part of the page and nothing around it, as a picture of
// 600 dots an inch. `place` counts from 0 on its page.
std::string scanned(const std::string& pdf, const LabelSheet& sheet, int place, int page = 1) {
  const auto dots = [](double mm) { return static_cast<int>(mm / 25.4 * 600); };
  const Path base = Path(testing::TempDir()) / fmt::format("labels_{}", ::getpid());
  EXPECT_TRUE(write_file_atomic(base.string() + ".pdf", pdf));
  output_of(fmt::format(
      "pdftoppm -r 600 -gray -singlefile -f {0} -l {0} -x {1} -y {2} -W {3} -H {4} {5}.pdf {5}",
      page, dots(sheet.left + place % sheet.columns * sheet.column_pitch),
      dots(sheet.top + place / sheet.columns * sheet.row_pitch), dots(sheet.width),
      dots(sheet.height), base.string()));
  auto read = output_of(
      fmt::format("zbarimg -q --nodbus -Sdisable -Sqrcode.enable -Scode128.enable {}.pgm | sort",
                  base.string()));
  for (const auto* kind : {".pdf", ".pgm"}) std::filesystem::remove(base.string() + kind);
  return read;
}

std::vector<Label> numbered(int count) {
  std::vector<Label> labels;
  for (int n = 1; n <= count; ++n)
    labels.push_back({fmt::format("2026-CPO-{:04}-K", n), {"K. pneumoniae", "22.11.2026"}});
  return labels;
}

std::string read_back(const Label& label, const LabelSheet& sheet) {
  return (sheet.code_128 ? "CODE-128:" + label.code + "\n" : "") +
         (sheet.qr ? "QR-Code:" + label.code + "\n" : "");
}

TEST(Labels, AScannerReadsTheFirstAndTheLastLabelOfAFullSheetOfEveryKind) {
  const auto sheets = project_sheets();
  ASSERT_GE(sheets.all().size(), 4U);
  for (const auto& sheet : sheets.all()) {
    const auto labels = numbered(sheet.labels());
    const auto pdf = label_pdf(sheet, labels, 1, {.title = "t", .language = "nb-NO"});
    ASSERT_TRUE(pdf) << sheet.id << ": " << pdf.error().text();
    for (const int place : {0, sheet.columns, sheet.labels() - 1})
      EXPECT_EQ(scanned(*pdf, sheet, place),
                read_back(labels[static_cast<std::size_t>(place)], sheet))
          << sheet.id;
  }
}

TEST(Labels, ASheetThatWasBegunIsUsedUp) {
  const auto sheets = project_sheets();
  const auto& sheet = *sheets.find("a4_24");
  const auto labels = numbered(3);
  const auto pdf = label_pdf(sheet, labels, 23, {.title = "t", .language = "nb-NO"});
  ASSERT_TRUE(pdf) << pdf.error().text();
  EXPECT_EQ(scanned(*pdf, sheet, 21), "") << "labels before the first one stay empty";
  EXPECT_EQ(scanned(*pdf, sheet, 22), read_back(labels[0], sheet));
  EXPECT_EQ(scanned(*pdf, sheet, 23), read_back(labels[1], sheet));
  EXPECT_EQ(scanned(*pdf, sheet, 0, 2), read_back(labels[2], sheet));
}

TEST(Labels, WhatCannotBePrintedIsRefusedWithTheReason) {
  const auto sheets = project_sheets();
  const auto refusal = [&](const std::vector<Label>& labels, int first) {
    const auto pdf = label_pdf(*sheets.find("a4_24"), labels, first, {.language = "nb-NO"});
    return pdf ? "" : pdf.error().message;
  };
  EXPECT_EQ(refusal({}, 1), "There is nothing to print a label for");
  EXPECT_EQ(refusal({{"A", {}}}, 25), "The sheet has the labels 1 to 24");
  EXPECT_EQ(refusal({{"A", {}}}, 0), "The sheet has the labels 1 to 24");
  EXPECT_EQ(refusal({{"", {}}}, 1), "A label needs a code");
  EXPECT_EQ(refusal({{"Tromsø", {}}}, 1),
            "A code on a label has letters, digits and signs of ASCII only");
  const std::string long_code(60, 'x');
  EXPECT_EQ(refusal({{long_code, {}}}, 1),
            "The code '" + long_code + "' is too long for a label of 70 x 37 mm");
}

TEST(Labels, ASheetWhoseLabelsLeaveThePaperIsRefusedWithItsLine) {
  const std::string header =
      "id\tname_nb\tname_en\tcolumns\trows\twidth\theight\tleft\ttop\tcolumn_pitch\trow_pitch\t"
      "symbols\tsource\n";
  const auto refusal = [&](const std::string& row) {
    const auto sheets = LabelSheets::parse(header + row, "sheets.tsv");
    return sheets ? "" : sheets.error().text();
  };
  EXPECT_EQ(refusal("a\ta\ta\t3\t8\t70\t37\t0\t0.5\t70\t37\tqr\tx\n"), "");
  EXPECT_EQ(refusal("a\ta\ta\t3\t8\t70\t37\t2\t0.5\t70\t37\tqr\tx\n"),
            "sheets.tsv:2: The labels end at 212 x 296.5 mm, outside the sheet");
  EXPECT_EQ(refusal("a\ta\ta\t3\t8\t70\t37\t0\t0.5\t60\t37\tqr\tx\n"),
            "sheets.tsv:2: The labels overlap: a pitch is less than the size of a label");
  EXPECT_EQ(refusal("a\ta\ta\t0\t8\t70\t37\t0\t0.5\t70\t37\tqr\tx\n"),
            "sheets.tsv:2: 'columns' is no number from 1 to 50: '0'");
  EXPECT_EQ(refusal("a\ta\ta\t3\t8\t70\t37\t0\t0.5\t70\t37\tean\tx\n"),
            "sheets.tsv:2: 'ean' is no symbol: code_128 or qr");
}

}  // namespace
}  // namespace kres::report::labels
