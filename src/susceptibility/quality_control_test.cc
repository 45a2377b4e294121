// Quality control: what is in, what is out, what blocks a result, and who may let it through.
#include "susceptibility/quality_control.h"

#include <fmt/format.h>

#include "base/text.h"
#include "susceptibility/qc_views.h"
#include "susceptibility/test_tables.h"

namespace kres::susceptibility {
namespace {

const QcRanges& ranges() {
  static const auto table = QcRanges::parse(data_text("qc_ranges.tsv"), "qc_ranges.tsv").value();
  return table;
}

const QcRequirements& requirements() {
  static const auto table =
      QcRequirements::parse(data_text("qc_requirements.tsv"), "qc_requirements.tsv").value();
  return table;
}

constexpr const char* kHead = "date\tstrain\tagent\tmethod\tvalue\tdisk_ug\tmedium\n";

std::vector<QcResult> results(const std::string& rows) {
  auto read = read_qc_results(kHead + rows, "qc.tsv", project_agents());
  EXPECT_TRUE(read) << read.error().text();
  return read ? std::move(*read) : std::vector<QcResult>();
}

QcEvaluation evaluation(const std::string& rows) {
  return QcEvaluation(results(rows), ranges(), requirements());
}

// "2026-11-02 in", "2026-11-03 out two_at_edge", one a day.
std::vector<std::string> days(const std::string& rows) {
  std::vector<std::string> out;
  const auto all = evaluation(rows);
  for (const auto& day : all.days()) {
    auto text = fmt::format("{} {}", day.date.iso(), name_of(day.state));
    for (const auto rule : day.warnings) text += fmt::format(" {}", name_of(rule));
    for (const auto& what : day.incomplete) text += fmt::format(" [{}]", what);
    out.push_back(text);
  }
  return out;
}

using Lines = std::vector<std::string>;

// One result of a strain on each of consecutive days.
std::string run(const std::string& strain, const std::string& agent, const std::string& method,
                const std::vector<std::string>& values, const std::string& disk = "") {
  std::string rows;
  Date date{2026, 11, 1};
  for (const auto& value : values) {
    date = add_days(date, 1);
    rows +=
        fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t\n", date.iso(), strain, agent, method, value, disk);
  }
  return rows;
}

Interpretation meropenem_of(const std::string& date, const QcEvaluation& all,
                            const std::vector<QcDecision>& decisions = {}) {
  auto m = mic("meropenem", Sign::equal, 0.06, "Escherichia coli");
  m.date = Date::parse(date);
  auto i = interpret(m, project_standard());
  EXPECT_EQ(i.category, Category::S);
  apply_quality_control(i, all, decisions);
  return i;
}

TEST(QualityControl, AValueAtALimitIsInAndOneStepBeyondIsOut) {
  // Meropenem, E. coli ATCC 25922: 0.008-0.06 mg/L and 28-34 mm.
  EXPECT_EQ(
      days(run("ATCC 25922", "MEM", "bmd", {"0.008", "0.06", "0.004", "0.125"})),
      (Lines{"2026-11-02 in", "2026-11-03 in", "2026-11-04 out", "2026-11-05 out two_of_twenty"}));
  EXPECT_EQ(days(run("atcc25922", "MEM", "disk", {"28", "34", "27"}, "10")),
            (Lines{"2026-11-02 in", "2026-11-03 in", "2026-11-04 out"}));
}

TEST(QualityControl, OneValueOutMakesTheDayOutEvenIfItWasRepeatedInRange) {
  EXPECT_EQ(days("2026-11-02\tATCC 25922\tMEM\tbmd\t0.25\t\t\n"
                 "2026-11-02\tATCC 25922\tMEM\tbmd\t0.03\t\t\n"
                 "2026-11-02\tATCC 27853\tMEM\tbmd\t0.5\t\t\n"),
            (Lines{"2026-11-02 out"}));
}

TEST(QualityControl, ACensoredValueThatLeavesItOpenControlsNothing) {
  EXPECT_EQ(days(run("ATCC 25922", "MEM", "bmd", {"<=0.06", "<=0.004", ">0.03", ">0.06"})),
            (Lines{"2026-11-02 missing", "2026-11-03 out", "2026-11-04 missing",
                   "2026-11-05 out two_of_twenty"}));
  EXPECT_EQ(days(run("ATCC 25922", "NET", "bmd", {"<=0.5", "<=1", "2"})),
            (Lines{"2026-11-02 in", "2026-11-03 in", "2026-11-04 out"}))
      << "netilmicin has no lower limit";
}

TEST(QualityControl, AStrainWithoutARangeControlsNothing) {
  EXPECT_EQ(days(run("ATCC 29213", "COL", "bmd", {"1"})),
            (Lines{"2026-11-02 missing [ATCC 25922 or ATCC 27853] [NCTC 13846]"}));
}

TEST(QualityControl, ColistinNeedsASusceptibleStrainAndTheOneWithMcr1) {
  EXPECT_EQ(days(run("ATCC 25922", "COL", "bmd", {"0.5"})), (Lines{"2026-11-02 in [NCTC 13846]"}));
  EXPECT_EQ(days("2026-11-02\tATCC 27853\tCOL\tbmd\t1\t\t\n"
                 "2026-11-02\tNCTC 13846\tCOL\tbmd\t4\t\t\n"),
            (Lines{"2026-11-02 in"}));
  EXPECT_EQ(days("2026-11-02\tATCC 25922\tCOL\tbmd\t0.5\t\t\n"
                 "2026-11-02\tNCTC 13846\tCOL\tbmd\t1\t\t\n"),
            (Lines{"2026-11-02 out"}))
      << "the resistant strain reads susceptible";
}

TEST(QualityControl, CefiderocolNeedsIronDepletedBroth) {
  EXPECT_EQ(days("2026-11-02\tATCC 25922\tFDC\tbmd\t0.125\t\t\n"),
            (Lines{"2026-11-02 in [medium iron-depleted]"}));
  EXPECT_EQ(days("2026-11-02\tATCC 25922\tFDC\tbmd\t0.125\t\tID-CAMHB\n"),
            (Lines{"2026-11-02 in"}));
  EXPECT_EQ(days("2026-11-02\tATCC 25922\tFDC\tdisk\t27\t30\t\n"), (Lines{"2026-11-02 in"}));
}

TEST(QualityControl, AnInhibitorNeedsAStrainThatItMustInhibit) {
  EXPECT_EQ(days("2026-11-02\tATCC 25922\tCZA\tbmd\t0.125\t\t\n"),
            (Lines{"2026-11-02 in [ATCC 700603]"}));
  EXPECT_EQ(days("2026-11-02\tATCC 25922\tCZA\tbmd\t0.125\t\t\n"
                 "2026-11-02\tATCC 700603\tCZA\tbmd\t8\t\t\n"),
            (Lines{"2026-11-02 out"}));
}

TEST(RunRules, TwoInARowAtOneLimitAreTold) {
  const auto told =
      days(run("ATCC 25922", "MEM", "disk", {"28", "28", "31", "28", "34", "34"}, "10"));
  EXPECT_EQ(told, (Lines{"2026-11-02 in", "2026-11-03 in two_at_edge", "2026-11-04 in",
                         "2026-11-05 in", "2026-11-06 in", "2026-11-07 in two_at_edge"}));
}

TEST(RunRules, TenOnOneSideOfTheCentreAreAShift) {
  // Centre of 28-34 is 31. The tenth below it is told, ten at it are not.
  std::vector<std::string> low(9, "30");
  low.push_back("29");
  EXPECT_EQ(days(run("ATCC 25922", "MEM", "disk", low, "10")).back(), "2026-11-11 in shift");
  low.pop_back();
  EXPECT_EQ(days(run("ATCC 25922", "MEM", "disk", low, "10")).back(), "2026-11-10 in");
  EXPECT_EQ(days(run("ATCC 25922", "MEM", "disk", std::vector<std::string>(12, "31"), "10")).back(),
            "2026-11-13 in");
}

TEST(RunRules, SixSteadilyRisingOrFallingAreATrend) {
  EXPECT_EQ(
      days(run("ATCC 25922", "MEM", "disk", {"28", "29", "30", "31", "32", "33"}, "10")).back(),
      "2026-11-07 in trend");
  EXPECT_EQ(
      days(run("ATCC 25922", "MEM", "disk", {"34", "33", "32", "31", "30", "30"}, "10")).back(),
      "2026-11-07 in");
}

TEST(RunRules, TheOrderOfTheFileDoesNotMatterOnlyThatOfTheDays) {
  const std::string second = "2026-11-03\tATCC 25922\tMEM\tdisk\t28\t10\t\n";
  const std::string first = "2026-11-02\tATCC 25922\tMEM\tdisk\t28\t10\t\n";
  EXPECT_EQ(days(second + first), days(first + second));
}

TEST(BlockedResults, ADayThatIsOutGivesNoCategoryUntilAPersonDecides) {
  const auto all = evaluation(
      "2026-11-02\tATCC 25922\tMEM\tbmd\t0.25\t\t\n"
      "2026-11-03\tATCC 25922\tMEM\tbmd\t0.03\t\t\n");
  const auto blocked = meropenem_of("2026-11-02", all);
  EXPECT_FALSE(blocked.category);
  EXPECT_FALSE(blocked.wild_type);
  EXPECT_EQ(blocked.reason, "qc_out");
  EXPECT_EQ(meropenem_of("2026-11-03", all).category, Category::S);
  EXPECT_TRUE(meropenem_of("2026-11-04", all).has_flag("qc_missing"));
  EXPECT_TRUE(meropenem_of("", all).has_flag("qc_missing")) << "measured on no known day";

  const std::string head = "date\tagent\tmethod\tdecision\tperson\tdecided\treason\n";
  const auto decided = [&](const std::string& decision) {
    return read_qc_decisions(
               head + "2026-11-02\tMEM\tbmd\t" + decision + "\tK. Hansen\t2026-11-03\twrong well\n",
               "decisions.tsv", project_agents())
        .value();
  };
  const auto accepted = meropenem_of("2026-11-02", all, decided("accept"));
  EXPECT_EQ(accepted.category, Category::S);
  EXPECT_TRUE(accepted.has_flag("qc_out") && accepted.has_flag("qc_accepted"));
  const auto rejected = meropenem_of("2026-11-02", all, decided("reject"));
  EXPECT_FALSE(rejected.category);
  EXPECT_EQ(rejected.reason, "qc_rejected");
}

TEST(BlockedResults, QualityControlOfAnotherMethodOrDiskSaysNothing) {
  const auto all = evaluation("2026-11-02\tATCC 25922\tMEM\tdisk\t20\t10\t\n");
  EXPECT_TRUE(meropenem_of("2026-11-02", all).has_flag("qc_missing"));
}

TEST(BlockedResults, IntrinsicResistanceDoesNotRestOnTheMeasurement) {
  auto m = mic("ampicillin", Sign::equal, 2);
  m.date = Date{2026, 11, 2};
  auto i = interpret(m, project_standard());
  apply_quality_control(i, evaluation("2026-11-02\tATCC 25922\tAMP\tbmd\t16\t\t\n"), {});
  EXPECT_EQ(i.category, Category::R);
  EXPECT_TRUE(i.has_flag("qc_out"));
}

TEST(QualityControlFiles, AWrongRowIsNamedAndNothingIsTaken) {
  const auto reason = [](const std::string& row) {
    const auto read = read_qc_results(kHead + row, "qc.tsv", project_agents());
    return read ? std::string() : read.error().text();
  };
  for (const auto& [row, says] : std::vector<std::pair<std::string, std::string>>{
           {"2026-11-02\tATCC 25922\tMEM\tbmd\t0.3\t\t\n", "two-fold"},
           {"2026-11-02\tATCC 25922\tMEMO\tbmd\t0.25\t\t\n", "agent 'MEMO'"},
           {"2026-13-02\tATCC 25922\tMEM\tbmd\t0.25\t\t\n", "date '2026-13-02'"},
           {"\tATCC 25922\tMEM\tbmd\t0.25\t\t\n", "date is empty"},
           {"2026-11-02\t\tMEM\tbmd\t0.25\t\t\n", "strain ''"},
           {"", "no result"}})
    EXPECT_NE(reason(row).find(says), std::string::npos) << reason(row);
}

TEST(QualityControlFiles, ADecisionHasAPersonADayAndAReason) {
  const std::string head = "date\tagent\tmethod\tdecision\tperson\tdecided\treason\n";
  const auto reason = [&](const std::string& row) {
    const auto read = read_qc_decisions(head + row, "decisions.tsv", project_agents());
    return read ? std::string() : read.error().text();
  };
  EXPECT_EQ(reason("2026-11-02\tMEM\tbmd\taccept\tA\t2026-11-02\tx\n"), "");
  EXPECT_NE(reason("2026-11-02\tMEM\tbmd\taccept\t\t2026-11-02\tx\n").find("person"),
            std::string::npos);
  EXPECT_NE(reason("2026-11-02\tMEM\tbmd\taccept\tA\t2026-11-02\t\n").find("reason"),
            std::string::npos);
  EXPECT_NE(reason("2026-11-02\tMEM\tbmd\taccept\tA\t2026-11-01\tx\n").find("before"),
            std::string::npos);
  EXPECT_NE(reason("2026-11-02\tMEM\tbmd\tmaybe\tA\t2026-11-02\tx\n").find("accept"),
            std::string::npos);
  EXPECT_NE(reason("2026-11-02\tMEM\tbmd\taccept\tA\t2026-11-02\tx\n"
                   "2026-11-02\tMEM\tbmd\treject\tB\t2026-11-02\ty\n")
                .find("twice"),
            std::string::npos);
}

TEST(LeveyJennings, MicsAreDrawnOnTheLogarithmOfTheirDilution) {
  const auto series =
      levey_jennings(results(run("ATCC 25922", "MEM", "bmd", {"0.008", "0.03", "0.06"})), ranges());
  ASSERT_EQ(series.size(), 1U);
  EXPECT_EQ(series[0].low, -7);
  EXPECT_EQ(series[0].high, -4);
  EXPECT_EQ(series[0].centre->low, -6) << "0.016";
  EXPECT_EQ(series[0].centre->high, -5) << "0.03";
  EXPECT_EQ(series[0].points[1].place, -5);
  const auto tsv = levey_jennings_tsv(series);
  EXPECT_NE(tsv.find("ATCC 25922\tmeropenem\tbroth_microdilution\t\t-7\t-6\t-5\t-4\t2026-11-02\t"),
            std::string::npos)
      << tsv;
}

TEST(LeveyJennings, TheJsonOfAChartHoldsItsLimitsAndPoints) {
  const auto json = qc_json(evaluation(run("ATCC 25922", "MEM", "disk", {"27"}, "10")), "V");
  for (const auto* part : {"\"version\":\"V\"", "\"low\":28.0", "\"high\":34.0",
                           "\"centre_low\":31.0", "\"state\":\"out\"", "\"rules\":[\"outside\"]",
                           "\"unit\":\"mm\"", "\"date\":\"2026-11-02\""})
    EXPECT_NE(json.find(part), std::string::npos) << part << " in " << json;
}

}  // namespace
}  // namespace kres::susceptibility
