// EUCAST's workbook layout: names taken apart, cells read, and what does not fit refused.
#include "exchange/breakpoints/eucast_workbook.h"

#include <algorithm>

#include "base/text.h"
#include "base/tsv.h"
#include "exchange/breakpoints/eucast_row_name.h"
#include "exchange/breakpoints/vocabulary_for_test.h"
#include "exchange/spreadsheet/workbook_for_test.h"
#include "susceptibility/breakpoint_diff.h"
#include "susceptibility/breakpoint_text.h"

namespace kres::exchange {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows block(const std::string& drug_class, const Rows& rows) {
  Rows all = {{drug_class, "MIC breakpoints (mg/L)", "", "", "Disk content (\u00b5g)",
               "Zone diameter breakpoints (mm)", "", "", "Notes"},
              {"", "S \u2264", "R >", "ATU", "", "S \u2265", "R <", "ATU", ""}};
  all.insert(all.end(), rows.begin(), rows.end());
  return all;
}

// A workbook with these rows for Enterobacterales and a row for each other group.
std::string workbook_with(const Rows& rows) {
  std::vector<TestSheet> sheets = {{"Content", {{"EUCAST Clinical Breakpoint Tables v. 16.0"}}},
                                   {"Enterobacterales", block("Carbapenems^1", rows)}};
  for (const auto* name :
       {"Pseudomonas", "S. maltophilia", "Acinetobacter", "Staphylococcus", "Enterococcus"})
    sheets.push_back(
        {name, block("Penicillins", {{"Benzylpenicillin", "-", "-", "", "", "-", "-"}})});
  return workbook_of(sheets);
}

Result<ImportedBreakpoints> import(const Rows& rows) {
  return import_eucast_workbook(workbook_with(rows), "book.xlsx", project_vocabulary());
}

std::string name_text(const std::string& text, const std::string& group) {
  const auto& vocabulary = project_vocabulary();
  const auto name = parse_eucast_row_name(text, group, vocabulary.agents, vocabulary.organisms);
  if (!name) return name.error().message;
  return name->agent + "|" + name->route + "|" + name->indication + "|" + join(name->species, ";") +
         "|" + join(name->except, ";") + (name->others ? "|others" : "");
}

TEST(EucastRowName, IsAgentRouteIndicationAndOrganisms) {
  const auto entero = [](const char* text) { return name_text(text, "Enterobacterales"); };
  EXPECT_EQ(entero("Ampicillin iv"), "ampicillin|iv|||");
  EXPECT_EQ(entero("Cefotaxime (indications other than meningitis)"),
            "cefotaxime||other_than_meningitis||");
  EXPECT_EQ(entero("Cefuroxime oral (uncomplicated UTI only), E. coli, Klebsiella spp. (except K. "
                   "aerogenes), Raoultella spp. and P. mirabilis"),
            "cefuroxime|oral|uncomplicated_uti|Escherichia coli;Klebsiella;Raoultella;Proteus "
            "mirabilis|Klebsiella aerogenes");
  EXPECT_EQ(entero("Moxifloxacin, Enterobacterales except Morganella morganii, Proteus spp. and "
                   "Serratia spp."),
            "moxifloxacin||||Morganella morganii;Proteus;Serratia");
  EXPECT_EQ(entero("Imipenem, Morganellaceae"), "imipenem|||Morganellaceae|");
  EXPECT_EQ(entero("Fosfomycin iv, other Enterobacterales"), "fosfomycin|iv||||others");
  EXPECT_EQ(entero("Ceftofrobnazole"), "||||") << "an agent of nobody";
  EXPECT_EQ(entero("Ampicillin, Xanthobacter spp."), "organism 'Xanthobacter spp.' is unknown");
  EXPECT_EQ(entero("Ampicillin (on Sundays)"), "indication 'on Sundays' is unknown");
  EXPECT_EQ(name_text("Meropenem (indications other than meningitis), Pseudomonas other than P. "
                      "aeruginosa",
                      "Pseudomonas spp."),
            "meropenem||other_than_meningitis||Pseudomonas aeruginosa");
  EXPECT_EQ(name_text("Cefoxitin (screen only), S. aureus and coagulase-negative staphylococci "
                      "except S. epidermidis and S. lugdunensis",
                      "Staphylococcus spp."),
            "cefoxitin||screen|Staphylococcus aureus;coagulase-negative staphylococci|"
            "Staphylococcus epidermidis;Staphylococcus lugdunensis");
}

TEST(EucastWorkbook, ReadsNumbersWordsBracketsAndRanges) {
  const auto imported = import(
      {{"Meropenem^1 (indications other than meningitis)", "=2", "=8", "", "10", "=22", "16^A"},
       {"Colistin^2", "(2)^1", "(2)^1", "", "", "Note^A", "Note^A"},
       {"Piperacillin-tazobactam", "8^3", "8^3", "=16", "30-6", "20", "20", "19"},
       {"Ceftofrobnazole", "1", "1", "", "10", "20", "20"},
       {"Azithromycin", "Note^1", "Note^1", "", "", "Note", "Note"}});
  ASSERT_TRUE(imported) << imported.error().text();
  EXPECT_EQ(imported->read, 10U);
  EXPECT_EQ(imported->kept, 9U);
  EXPECT_EQ(imported->left_out.at("agent is none of the project's"), 1U);
  const auto* colistin = row_of(*imported, "colistin", "Enterobacterales", "");
  EXPECT_TRUE(colistin->bracketed);
  EXPECT_EQ(colistin->mic_r.text(), "2");
  EXPECT_TRUE(colistin->only_this_method);
  const auto* tzp = row_of(*imported, "piperacillin-tazobactam", "Enterobacterales", "");
  EXPECT_EQ(tzp->mic_atu->text + " " + tzp->zone_atu->text + " " + tzp->disk_ug, "16 19 30-6");
  const bool screened = std::any_of(
      imported->rows.begin(), imported->rows.end(), [](const susceptibility::BreakpointRow& row) {
        return row.agent == "meropenem" && row.kind == susceptibility::RowKind::screen &&
               row.zone_s.kind == susceptibility::BoundKind::not_given;
      });
  EXPECT_TRUE(screened) << "the cut-off stands in a note: it is said to be missing, not forgotten";
}

TEST(EucastWorkbook, AWorkbookThatAnotherProgramWroteIsRead) {
  const auto bytes =
      read_file(Path(KRES_SOURCE_DIR) / "tests/fuzz/corpus/breakpoint_files/workbook.xlsx").value();
  const auto imported = import_eucast_workbook(bytes, "workbook.xlsx", project_vocabulary());
  ASSERT_TRUE(imported) << imported.error().text();
  EXPECT_EQ(imported->kept, 2U);
  const auto* meropenem =
      row_of(*imported, "meropenem", "Enterobacterales", "", "other_than_meningitis");
  ASSERT_NE(meropenem, nullptr);
  EXPECT_EQ(meropenem->mic_r.text() + " " + meropenem->zone_s.text() + " " + meropenem->disk_ug,
            "8 22 10");
}

TEST(EucastWorkbook, AShiftedColumnIsRefusedWithSheetAndRow) {
  const auto why = [](const Rows& rows) {
    const auto imported = import(rows);
    return imported ? std::string("imported") : imported.error().text();
  };
  // One cell to the right: the MIC of R stands under ATU, the disk under S of the zones.
  const auto shifted = why({{"Ertapenem", "", "0.5", "0.5", "", "10", "23", "23"}});
  EXPECT_NE(shifted.find("book.xlsx:3"), std::string::npos) << shifted;
  EXPECT_NE(shifted.find("Enterobacterales"), std::string::npos) << shifted;
  const auto zone = why({{"Ertapenem", "23", "0.5", "", "10", "0.5", "23"}});
  EXPECT_NE(zone.find("'23' cannot stand in column B"), std::string::npos) << zone;
  EXPECT_NE(why({{"Ertapenem", "0.5", "-", "", "10", "23", "23"}}).find("one kind"),
            std::string::npos);
  EXPECT_NE(why({{"Ertapenem", "0.5", "about 1", "", "10", "23", "23"}}).find("about 1"),
            std::string::npos);
  EXPECT_NE(why({{"Ertapenem", "0.5", "0.5", "", "10", "23", "23"},
                 {"Ertapenem", "1", "1", "", "10", "23", "23"}})
                .find("two rows"),
            std::string::npos);
}

TEST(EucastWorkbook, AWorkbookWithoutASheetOrItsColumnsIsRefused) {
  const auto one = workbook_of({{"Enterobacterales", block("Carbapenems", {})}});
  EXPECT_FALSE(import_eucast_workbook(one, "book.xlsx", project_vocabulary()));
  auto sheets = workbook_of({{"Enterobacterales", {{"Ertapenem", "0.5", "0.5"}}}});
  EXPECT_FALSE(import_eucast_workbook(sheets, "book.xlsx", project_vocabulary()));
  EXPECT_FALSE(import_eucast_workbook("", "book.xlsx", project_vocabulary()));
}

// The whole of v16.0 in the workbook's layout, made from the independent extraction, comes out as
// the project's own table.
TEST(EucastWorkbook, TheWholeVersionComesOutAsTheProjectsTable) {
  const auto path = release_file("eucast/eucast_v16.0_2026.tsv");
  if (!path) GTEST_SKIP() << "shared/reference/eucast is absent";
  const auto text = read_file(*path).value();
  const auto table =
      TsvTable::parse(text, "x",
                      {"record", "group", "species_scope", "agent", "route", "indication_or_test",
                       "bracketed", "mic_S_le_mgL", "mic_R_gt_mgL", "mic_ATU", "disk_ug",
                       "zone_S_ge_mm", "zone_R_lt_mm", "zone_ATU"},
                      {}, true);
  ASSERT_TRUE(table) << table.error().text();
  std::map<std::string, Rows> groups;
  for (const auto& row : table->rows()) {
    if (row["record"] != "BREAKPOINT") continue;
    const auto words = [](std::string_view before, std::string_view text_part,
                          std::string_view after) {
      return text_part.empty() ? std::string()
                               : std::string(before) + std::string(text_part) + std::string(after);
    };
    const bool bracket = row["bracketed"] == "Y" && row["mic_S_le_mgL"] != "Note";
    const auto mic = [&](const char* column) {
      return bracket ? "(" + std::string(row[column]) + ")" : std::string(row[column]);
    };
    groups[std::string(row["group"])].push_back(
        {std::string(row["agent"]) + words(" ", row["route"], "") +
             words(" (", row["indication_or_test"], ")") + words(", ", row["species_scope"], ""),
         mic("mic_S_le_mgL"), mic("mic_R_gt_mgL"), std::string(row["mic_ATU"]),
         std::string(row["disk_ug"]), std::string(row["zone_S_ge_mm"]),
         std::string(row["zone_R_lt_mm"]), std::string(row["zone_ATU"])});
  }
  std::vector<TestSheet> sheets;
  for (const auto& [group, rows] : groups)
    sheets.push_back(
        {group == "Stenotrophomonas maltophilia" ? "S.maltophilia" : group, block("All", rows)});
  const auto imported =
      import_eucast_workbook(workbook_of(sheets), "book.xlsx", project_vocabulary());
  ASSERT_TRUE(imported) << imported.error().text();
  EXPECT_EQ(imported->read, 499U);
  EXPECT_EQ(imported->kept, 499U);
  const auto made = susceptibility::BreakpointTable::parse(
      susceptibility::breakpoint_text({"EUCAST v16.0", *Date::parse("2026-01-01"), "test"},
                                      imported->rows),
      "made");
  ASSERT_TRUE(made) << made.error().text();
  const auto diff = susceptibility::diff_breakpoints(project_vocabulary().previous, *made);
  EXPECT_TRUE(diff.added.empty() && diff.removed.empty());
  EXPECT_EQ(diff.changed.size(), 16U) << text_of(diff) << "the screening cut-offs of the notes";
}

}  // namespace
}  // namespace kres::exchange
