// Sheets as laboratories send them: workbooks written by another library, and text; whatever a
// spreadsheet program has done to a cell is caught before anything is stored.
#include "exchange/referral_sheet.h"

#include <xlsxwriter.h>

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/text.h"
#include "exchange/spreadsheet/workbook_for_test.h"

namespace kres::exchange {
namespace {

const ReferralRules kDesk{{"UNN", "HUS"}, {2026, 11, 21}};
const ReferralRules kSender{{"UNN", "HUS"}, {2026, 11, 21}, "HUS"};

// A workbook written by libxlsxwriter.
class Workbook {
 public:
  Workbook() : path_(Path(testing::TempDir()) / ("sheet_" + std::to_string(::getpid()) + ".xlsx")) {
    book_ = workbook_new(path_.c_str());
    sheet_ = workbook_add_worksheet(book_, nullptr);
    day_ = workbook_add_format(book_);
    format_set_num_format(day_, "dd.mm.yyyy");
  }
  ~Workbook() { std::filesystem::remove(path_); }
  Workbook& row(int number, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      worksheet_write_string(sheet_, static_cast<lxw_row_t>(number - 1), static_cast<lxw_col_t>(i),
                             cells[i].c_str(), nullptr);
    return *this;
  }
  Workbook& number(const char* cell, double value) {
    worksheet_write_number(sheet_, lxw_name_to_row(cell), lxw_name_to_col(cell), value, nullptr);
    return *this;
  }
  Workbook& day(const char* cell, int year, int month, int day) {
    lxw_datetime when{year, month, day, 0, 0, 0};
    worksheet_write_datetime(sheet_, lxw_name_to_row(cell), lxw_name_to_col(cell), &when, day_);
    return *this;
  }
  Workbook& formula(const char* cell, const char* text) {
    worksheet_write_formula(sheet_, lxw_name_to_row(cell), lxw_name_to_col(cell), text, nullptr);
    return *this;
  }
  Workbook& merge(int first_row, int last_row, const char* text) {
    worksheet_merge_range(sheet_, static_cast<lxw_row_t>(first_row - 1), 0,
                          static_cast<lxw_row_t>(last_row - 1), 0, text, nullptr);
    return *this;
  }
  Workbook& second_sheet(const char* name) {
    worksheet_write_string(workbook_add_worksheet(book_, name), 0, 0, "notes", nullptr);
    return *this;
  }
  std::string bytes() {
    EXPECT_EQ(workbook_close(book_), LXW_NO_ERROR);
    return *read_file(path_);
  }

 private:
  Path path_;
  lxw_workbook* book_;
  lxw_worksheet* sheet_;
  lxw_format* day_;
};

// A workbook whose only sheet is this document.
std::string workbook_with(const std::string& sheet) {
  return zip_of({{"xl/worksheets/sheet1.xml", sheet},
                 {"xl/workbook.xml",
                  "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
                  "</workbook>"},
                 {"xl/_rels/workbook.xml.rels",
                  "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
                  "</Relationships>"}});
}

// "line column code" of every message.
std::string said(const ReferralBatch& batch) {
  std::vector<std::string> all;
  for (const auto& message : batch.messages)
    all.push_back(std::to_string(message.line) + " " + message.column + " " + message.code);
  return join(all, "; ");
}

TEST(ReferralWorkbook, DaysAreReadAsTheDayTheSpreadsheetShows) {
  Workbook book;
  book.row(1, {"laboratory", "sender_id", "suspected_group", "received", "sampled", "age"})
      .row(3, {"UNN", "a", "CPO"})
      .day("D3", 2026, 11, 20)
      .day("E3", 2026, 2, 28)
      .number("F3", 71);
  const auto batch = read_referral_sheet(book.bytes(), "sheet.xlsx", kDesk);
  EXPECT_EQ(said(batch), "");
  ASSERT_EQ(batch.referrals.size(), 1U);
  const auto& sent = batch.referrals.front();
  EXPECT_EQ(sent.line, 3U) << "the row number that the spreadsheet shows";
  EXPECT_EQ(sent.referral.received, (Date{2026, 11, 20}));
  EXPECT_EQ(sent.referral.sampled, (Date{2026, 2, 28}));
  EXPECT_EQ(sent.referral.patient.age, 71);
  EXPECT_EQ(sent.sample, laboratory::SampleState::received);
}

TEST(ReferralWorkbook, ADayWhereNoneBelongsIsAGeneOrIdentifierThatWasTurnedIntoOne) {
  Workbook book;
  book.row(1, {"laboratory", "sender_id", "suspected_group", "received", "reason"})
      .row(2, {"UNN", "", "CPO", "2026-11-20"})
      .day("B2", 2026, 3, 1)
      .row(3, {"UNN", "b", "CPO", "2026-11-20", "OCT-1"})
      .row(4, {"UNN", "c", "CPO", "", ""})
      .number("D4", 46346);
  EXPECT_EQ(said(read_referral_sheet(book.bytes(), "sheet.xlsx", kDesk)),
            "2 sender_id mangled_date; 3 reason mangled; 4 received serial_number");
}

TEST(ReferralWorkbook, FormulasAndMergedCellsAreRefusedByTheirPlace) {
  Workbook book;
  book.row(1, {"sender_id", "suspected_group", "ward"})
      .row(2, {"a", "CPO"})
      .formula("C2", "=\"ICU\"")
      .merge(4, 5, "b")
      .row(6, {"c", "VRE"});
  const auto batch = read_referral_sheet(book.bytes(), "sheet.xlsx", kSender);
  EXPECT_EQ(said(batch), "4  merged; 2 ward formula; 4 suspected_group unknown_group");
  EXPECT_TRUE(batch.has_errors());
}

TEST(ReferralWorkbook, RowsAreReadByTheirNumbersWhateverTheirOrderInTheFile) {
  const auto row = [](int number, const std::string& id) {
    const auto cell = [&](char column, const std::string& text) {
      return "<c r=\"" + std::string(1, column) + std::to_string(number) +
             "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    return "<row r=\"" + std::to_string(number) + "\">" + cell('A', id) +
           cell('B', number == 1 ? "suspected_group" : "CPO") + "</row>";
  };
  const auto read = [&](const std::string& rows) {
    return read_referral_sheet(
        workbook_with("<worksheet><sheetData>" + rows + "</sheetData></worksheet>"), "sheet.xlsx",
        kSender);
  };
  const auto batch =
      read(row(1, "sender_id") + row(3, "third") + row(2, "second") + row(4, "fourth"));
  EXPECT_EQ(said(batch), "");
  ASSERT_EQ(batch.referrals.size(), 3U);
  EXPECT_EQ(batch.referrals[0].referral.sender_id, "second");
  EXPECT_EQ(batch.referrals[1].referral.sender_id, "third");
  EXPECT_EQ(batch.referrals[1].line, 3U);
  const auto twice = read(row(1, "sender_id") + row(2, "a") + row(3, "b") + row(2, "c"));
  ASSERT_EQ(said(twice), "2  table");
  EXPECT_NE(twice.messages.front().text.find("row 2 stands twice"), std::string::npos);
  EXPECT_TRUE(twice.referrals.empty());
  const auto cell_twice = read(row(1, "sender_id") +
                               "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c "
                               "r=\"A2\"><v>2</v></c></row>");
  EXPECT_EQ(said(cell_twice), "0  table");
}

TEST(ReferralWorkbook, AnErrorOfTheSpreadsheetIsNoValueWhateverItIsCalled) {
  const auto batch = read_referral_sheet(
      workbook_with("<worksheet><sheetData>"
                    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>sender_id</t></is></c>"
                    "<c r=\"B1\" t=\"inlineStr\"><is><t>suspected_group</t></is></c></row>"
                    "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>Err:502</v></c>"
                    "<c r=\"B2\" t=\"inlineStr\"><is><t>CPO</t></is></c></row>"
                    "<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#NUM!</v></c>"
                    "<c r=\"B3\" t=\"inlineStr\"><is><t>CPO</t></is></c></row>"
                    "</sheetData></worksheet>"),
      "sheet.xlsx", kSender);
  EXPECT_EQ(said(batch), "2 sender_id mangled; 3 sender_id mangled");
}

TEST(ReferralWorkbook, OtherSheetsAreMentionedAndNotRead) {
  Workbook book;
  book.row(1, {"sender_id", "suspected_group"}).row(2, {"a", "CPO"}).second_sheet("Old");
  const auto batch = read_referral_sheet(book.bytes(), "sheet.xlsx", kSender);
  EXPECT_EQ(said(batch), "0  other_sheet");
  EXPECT_FALSE(batch.has_errors());
}

TEST(ReferralWorkbook, ALongNumberThatTheSpreadsheetRoundsIsCaught) {
  Workbook book;
  book.row(1, {"sender_id", "suspected_group"}).row(2, {"", "CPO"}).number("A2", 202611200417.0);
  EXPECT_EQ(said(read_referral_sheet(book.bytes(), "sheet.xlsx", kSender)), "2 sender_id mangled");
}

TEST(ReferralWorkbook, AnOldWorkbookAndBytesThatAreNoneAreRefusedWithARemedy) {
  const auto old = read_referral_sheet("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "old.xls", kSender);
  ASSERT_EQ(said(old), "0  table");
  EXPECT_NE(old.messages.front().text.find(".xlsx"), std::string::npos);
  EXPECT_EQ(said(read_referral_sheet("PK\x03\x04 no archive", "sheet.xlsx", kSender)), "0  table");
}

TEST(ReferralSheetBytes, ASenderNeedNotNameItselfAndMayNameNobodyElse) {
  const auto own = read_referral_sheet(
      "sender_id;suspected_group;sends\na;CPO;\nb;VRE;data\nc;LRE;begge\n", "sheet.csv", kSender);
  EXPECT_EQ(said(own), "");
  ASSERT_EQ(own.referrals.size(), 3U);
  EXPECT_EQ(own.referrals[0].referral.laboratory, "HUS");
  EXPECT_EQ(own.referrals[0].referral.sends, laboratory::Sends::tube);
  EXPECT_EQ(own.referrals[0].sample, laboratory::SampleState::expected);
  EXPECT_EQ(own.referrals[0].referral.received, kSender.today);
  EXPECT_FALSE(own.referrals[0].received_stated);
  EXPECT_FALSE(own.referrals[0].sends_stated);
  EXPECT_TRUE(own.referrals[1].sends_stated);
  EXPECT_EQ(own.referrals[1].sample, laboratory::SampleState::none);
  EXPECT_EQ(own.referrals[2].sample, laboratory::SampleState::expected);
  const auto foreign = read_referral_sheet(
      "laboratory,sender_id,suspected_group,received\nUNN,a,CPO,2026-11-20\n", "s.csv", kSender);
  EXPECT_EQ(said(foreign), "2 laboratory foreign_laboratory; 2 received not_yours");
}

TEST(ReferralSheetBytes, FilesAreNotTakenFromASheetThatIsSentByItself) {
  const auto batch = read_referral_sheet(
      "sender_id,suspected_group,genome_file\na,CPO,/etc/hosts\n", "s.csv", kSender);
  EXPECT_EQ(said(batch), "2 genome_file no_files");
  EXPECT_TRUE(batch.referrals.empty());
}

TEST(ReferralSheetBytes, TwoLaboratoriesMayUseTheSameIdentifier) {
  const std::string head = "laboratory,sender_id,suspected_group,received\n";
  const auto both =
      read_referral_sheet(head + "UNN,a,CPO,2026-11-20\nHUS,a,CPO,2026-11-20\n", "s.csv", kDesk);
  EXPECT_EQ(said(both), "");
  EXPECT_EQ(both.referrals.size(), 2U);
  EXPECT_EQ(said(read_referral_sheet(
                head + "UNN,a,CPO,2026-11-20\nHUS,a,CPO,2026-11-20\nUNN,a,VRE,2026-11-20\n",
                "s.csv", kDesk)),
            "4 sender_id twice");
}

TEST(ReferralSheetBytes, BlanksThatNobodySeesAreNoPartOfACell) {
  const auto batch = read_referral_sheet(
      "sender_id,suspected_group\n\u00A0a\u00A0\u200B ,CPO\u202F\nb,VRE\n", "s.csv", kSender);
  EXPECT_EQ(said(batch), "");
  ASSERT_EQ(batch.referrals.size(), 2U);
  EXPECT_EQ(batch.referrals[0].referral.sender_id, "a");
  EXPECT_EQ(said(read_referral_sheet("sender_id,suspected_group\na,CPO\na\u00A0,CPO\n", "s.csv",
                                     kSender)),
            "3 sender_id twice");
}

TEST(ReferralSheetBytes, ControlCharactersAreRefused) {
  EXPECT_EQ(said(read_referral_sheet(
                "sender_id,suspected_group,ward\na\x1B[1m,CPO,\nb,CPO,ICU\x07 2\nc\x7F,CPO,\n",
                "s.csv", kSender)),
            "2 sender_id control_characters; 3 ward control_characters; 4 sender_id "
            "control_characters");
}

TEST(ReferralSheetBytes, AFailedFormulaInTheFirstColumnIsNoComment) {
  EXPECT_EQ(said(read_referral_sheet("# our list\nsender_id,suspected_group\n#NAVN?,CPO\n", "s.csv",
                                     kSender)),
            "3 sender_id mangled");
}

TEST(ReferralFields, AreReadByTheRulesOfTheSheet) {
  const auto good = read_referral_fields(
      {{"sender_id", "a"}, {"suspected_group", "ColR"}, {"question", "line one\nline two"}},
      kSender);
  EXPECT_EQ(said(good), "");
  EXPECT_EQ(good.referrals.front().referral.question, "line one line two");
  EXPECT_EQ(said(read_referral_fields({{"sender_id", "1-Mar"}, {"suspected_group", "?"}}, kSender)),
            "2 sender_id mangled; 2 suspected_group unknown_group");
  EXPECT_EQ(said(read_referral_fields({{"sender_id", "a"}}, kSender)), "1  table");
}

}  // namespace
}  // namespace kres::exchange
