// Tables of other laboratories: what is understood, and every value that is not, by name.
#include "exchange/antibiograms/table_reader.h"

#include <fmt/format.h>

#include "exchange/antibiograms/date_order.h"
#include "exchange/antibiograms/vocabulary_for_test.h"
#include "exchange/antibiograms/whonet_column.h"

namespace kres::exchange {
namespace {

using susceptibility::Measurement;
using susceptibility::Method;
using susceptibility::Sign;

// "meropenem broth_microdilution > 8" or "refused impossible_dilution CTX_NM '3'", a line each.
std::vector<std::string> read(const std::string& text) {
  auto reader = TableReader::open(text, "sent.tsv", project_vocabulary());
  if (!reader) return {reader.error().text()};
  std::vector<std::string> lines;
  reader->each([&](std::size_t line, const Reading& reading) {
    if (reading)
      lines.push_back(fmt::format("{}: {} {} {} {}{} {}", line, reading->isolate, reading->organism,
                                  reading->agent, name_of(reading->method),
                                  reading->disk_ug.empty() ? "" : " " + reading->disk_ug + " ug",
                                  susceptibility::text_of(*reading)));
    else
      lines.push_back(fmt::format("{}: refused {} {} '{}'", line, name_of(reading.error().reason),
                                  reading.error().column, reading.error().value));
  });
  return lines;
}

using Lines = std::vector<std::string>;

TEST(WhonetTable, ColumnsSayAgentMethodAndDisk) {
  EXPECT_EQ(read("ROW_IDX|ORGANISM|PEN_ND10|CTX_NM|VAN_NE|SXT_ED1_2\n"
                 "7|sau|06||0.75|22\n"
                 "8|eco||<=0.06||\n"),
            (Lines{"2: 7 Staphylococcus aureus benzylpenicillin disk 10 ug 6 mm",
                   "2: 7 Staphylococcus aureus vancomycin gradient 0.75 mg/L",
                   "2: 7 Staphylococcus aureus trimethoprim-sulfamethoxazole disk 1.25 ug 22 mm",
                   "3: 8 Escherichia coli cefotaxime dilution <= 0.06 mg/L"}));
}

TEST(WhonetTable, EveryWrongCellIsNamed) {
  EXPECT_EQ(
      read("ROW_IDX|ORGANISM|AMP_ND10|CTX_NM|CRB_ND100|GEH_ND120\n"
           "1|eco|R|3|20|\n"
           "2|eco|61|8192||14\n"
           "3|eco|5|0.75||\n"
           "4|hin|20|||\n"
           "5|q1z|20|||\n"
           "6|eco|20||\n"),
      (Lines{
          "2: refused category_instead_of_measurement AMP_ND10 'R'",
          "2: refused impossible_dilution CTX_NM '3'",
          "2: refused unknown_agent CRB_ND100 'carbenicillin'",
          "3: refused impossible_zone AMP_ND10 '61'", "3: refused mic_out_of_range CTX_NM '8192'",
          "3: refused unknown_agent GEH_ND120 'gentamicin, high level'",
          "4: refused impossible_zone AMP_ND10 '5'", "4: refused impossible_dilution CTX_NM '0.75'",
          "5: refused unknown_organism ORGANISM 'Haemophilus influenzae'",
          "6: refused unknown_organism ORGANISM 'q1z'", "7: refused broken_row row ''"}));
}

TEST(WhonetTable, CerebrospinalFluidIsMeningitis) {
  auto reader = TableReader::open("ROW_IDX|ORGANISM|SPEC_TYPE|MEM_EM\n1|eco|sf|4\n", "x",
                                  project_vocabulary());
  ASSERT_TRUE(reader);
  reader->each([](std::size_t, const Reading& reading) {
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->indication, "meningitis");
    EXPECT_EQ(reading->guideline, "EUCAST");
  });
}

TEST(WhonetTable, WithoutRowNumbersAnIsolateIsItsSpecimenOrganismAndDate) {
  const auto lines = read(
      "SPEC_NUM,SPEC_DATE,ORGANISM,MEM_EM\n"
      "S1,2026-11-01,eco,0.06\n"
      "S1,2026-11-01,kpn,8\n"
      "S1,2026-11-09,eco,0.12\n");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_TRUE(lines[0].starts_with("2: S1/eco/2026-11-01 ")) << lines[0];
  EXPECT_TRUE(lines[2].starts_with("4: S1/eco/2026-11-09 ")) << lines[2];
}

TEST(WhonetTable, ColumnCodesAreCodesOrNothing) {
  EXPECT_EQ(parse_whonet_column("TMP_BD2_5")->disk_ug, "2.5");
  EXPECT_EQ(parse_whonet_column("van_ne")->method, Method::gradient);
  for (const auto* other : {"MECA_PCR", "SPEC_NUM", "BETA_LACT", "PEN_NM10", "PEN_ND1_", "PEN_NX",
                            "PEN_ND1_2_3", "PEN", "", "PEN-ND10"})
    EXPECT_FALSE(parse_whonet_column(other)) << other;
}

TEST(Antibiogram, AnAutomatedSystemIsNoBrothMicrodilution) {
  EXPECT_EQ(read("id\torganism\tdrug\tmic\tguideline\tmethod\tplatform\n"
                 "A\tEscherichia coli\tCZO\t<=8\tCLSI\tbroth dilution\tBD Phoenix\n"
                 "A\tEscherichia coli\tMEM\t>16\tEUCAST\tbroth dilution\t\n"
                 "A\tEscherichia coli\tSXT\t2/38\tEUCAST\tbroth dilution\tSensititre\n"
                 "A\tEscherichia coli\tMEM\t2/38\tEUCAST\tEtest\t\n"),
            (Lines{"2: A Escherichia coli cefazolin automated <= 8 mg/L",
                   "3: A Escherichia coli meropenem dilution > 16 mg/L",
                   "4: A Escherichia coli trimethoprim-sulfamethoxazole broth_microdilution 2 mg/L",
                   "5: refused no_number mic '2/38'"}));
}

TEST(Antibiogram, TheTemplateOfNcbiIsUnderstood) {
  EXPECT_EQ(read("#sample_name,antibiotic,organism,resistance_phenotype,measurement_sign,"
                 "measurement,measurement_units,laboratory_typing_method,testing_standard\n"
                 "S9,amikacin,Acinetobacter baumannii,resistant,>,64,mg/L,MIC,CLSI\n"
                 "S9,imipenem,Acinetobacter baumannii,resistant,==,11,mm,disk diffusion,CLSI\n"
                 "S9,tobramycin,Acinetobacter baumannii,resistant,,11,mm,MIC,CLSI\n"),
            (Lines{"2: S9 Acinetobacter baumannii amikacin dilution > 64 mg/L",
                   "3: S9 Acinetobacter baumannii imipenem disk 11 mm",
                   "4: refused wrong_unit measurement '11'"}));
}

TEST(OwnTable, ARowThatIsWrongDoesNotHideTheOthers) {
  EXPECT_EQ(
      read("isolate;organism;agent;method;sign;value;unit\n"
           "1;E. coli;MEM;bmd;=;0,06;mg/L\n"
           "1;E. coli;IPM;bmd;=;3;mg/L\n"
           "1;E. coli;ETP;gradient;=;3;mg/L\n"
           "1;E. coli;COL;bmd;=;1;mm\n"
           "1;E. colli;COL;bmd;=;1;mg/L\n"
           ";E. coli;COL;bmd;=;1;mg/L\n"
           "2;E. coli;\"MEM\";bmd;=;\"8\";\n"),
      (Lines{"2: 1 E. coli meropenem broth_microdilution 0.06 mg/L",
             "3: refused impossible_dilution value '3'", "4: 1 E. coli ertapenem gradient 3 mg/L",
             "5: refused wrong_unit value '1'", "6: refused unknown_organism organism 'E. colli'",
             "7: refused no_isolate isolate ''",
             "8: 2 E. coli meropenem broth_microdilution 8 mg/L"}));
}

TEST(OwnTable, PrintedRoundingsOfDilutionsAreTaken) {
  for (const auto* printed : {"0.12", "0.125", "0.06", "0.0625", "0.063", "0.03", "0.031", "0.015",
                              "0.016", "0.008", "0.004", "0.002", "0.001", "0.0005", "4096"}) {
    const auto lines = read(fmt::format(
        "isolate\torganism\tagent\tmethod\tvalue\n1\tE. coli\tMEM\tbmd\t{}\n", printed));
    EXPECT_EQ(lines.at(0).find("refused"), std::string::npos) << lines.at(0);
  }
}

TEST(Repeats, IdenticalValuesAreKeptOnceAndConflictingOnesNotAtAll) {
  EXPECT_EQ(
      read("isolate\torganism\tagent\tmethod\tvalue\n"
           "1\tE. coli\tMEM\tbmd\t0.06\n"
           "1\tE. coli\tMEM\tbmd\t0.0625\n"
           "1\tE. coli\tCIP\tbmd\t1\n"
           "1\tE. coli\tCIP\tbmd\t>1\n"
           "1\tE. coli\tCIP\tbmd\t1\n"
           "1\tE. coli\tCIP\tgradient\t1\n"),
      (Lines{"2: 1 E. coli meropenem broth_microdilution 0.06 mg/L",
             "3: refused identical_duplicate value '0.0625'",
             "4: refused conflicting_values value '1'", "5: refused conflicting_values value '>1'",
             "6: refused conflicting_values value '1'",
             "7: 1 E. coli ciprofloxacin gradient 1 mg/L"}));
}

TEST(Repeats, DisksOfAnotherLoadAreOtherTests) {
  const auto lines = read("ROW_IDX|ORGANISM|CTX_ND30|CTX_ED5\n1|eco|28|22\n");
  ASSERT_EQ(lines.size(), 2U);
  for (const auto& line : lines) EXPECT_EQ(line.find("refused"), std::string::npos) << line;
}

TEST(Tables, WhatIsNoTableIsRefusedAsAWhole) {
  EXPECT_NE(read("").at(0).find("header"), std::string::npos);
  EXPECT_NE(read("one column\nvalue\n").at(0).find("header"), std::string::npos);
  EXPECT_NE(read("a\tb\n1\t2\n").at(0).find("known by its columns"), std::string::npos);
  EXPECT_NE(read("ROW_IDX|ORGANISM|PEN_ND10|PEN_ND10\n1|eco|6|6\n").at(0).find("twice"),
            std::string::npos);
  EXPECT_NE(read("ORGANISM|PEN_ND10\neco|6\n").at(0).find("ROW_IDX"), std::string::npos);
  EXPECT_NE(read("ROW_IDX|ORGANISM|PEN_ND10\n1|\xff|6\n").at(0).find("UTF-8"), std::string::npos);
}

TEST(DateOrder, IsToldByTheColumnAndNeverGuessed) {
  DateOrder order;
  order.observe("2/1/1995 12:00:00 AM");
  EXPECT_FALSE(order.read("2/1/1995"));
  EXPECT_EQ(order.read("1995-01-02")->iso(), "1995-01-02");
  order.observe("14/4/2000");
  EXPECT_EQ(order.read("2/1/1995 12:00:00 AM")->iso(), "1995-01-02");
  order.observe("4/14/2000");
  EXPECT_FALSE(order.read("2/1/1995")) << "the column contradicts itself";
}

}  // namespace
}  // namespace kres::exchange
