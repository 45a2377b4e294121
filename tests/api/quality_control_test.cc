// Quality control over HTTP: results in and out of range, what they hold back, who decides.
// The range of ATCC 25922 and meropenem is EUCAST's, 0.008-0.06 mg/L.
#include <fmt/format.h>

#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

using namespace kres;
using kres::testing::receive_isolate;
using nlohmann::json;

namespace {

const std::vector<std::string> kNoFaults;
constexpr const char* kDay = "2026-11-19";

class QualityControlDesk : public kres::testing::ApiFixture {
 protected:
  void SetUp() override {
    ApiFixture::SetUp();
    susceptibility::Measurement m;
    m.isolate = "K-7";
    m.organism = "Klebsiella pneumoniae";
    m.agent = "meropenem";
    m.value = 16;
    m.date = Date::parse(kDay);
    accession_ = receive_isolate(registry_, {.sender_id = "K-7", .measured = {m}});
    run_jobs();
    path_ = "/api/v1/isolates/" + accession_;
  }

  void run_jobs() {
    kres::testing::run_jobs(registry_, standards_.in_force(), "Klebsiella pneumoniae");
  }
  static json row(const std::string& value, const std::string& day = kDay) {
    return {{"strain", "ATCC 25922"}, {"agent", "meropenem"}, {"method", "broth_microdilution"},
            {"value", value},         {"day", day},           {"lot", "P-17"}};
  }
  kres::testing::Answer enter(const std::string& value, const std::string& person = "beate") {
    return logged_in(person).post("/api/v1/quality-control/results", {{"results", {row(value)}}});
  }
  kres::testing::Answer decide(const std::string& decision, const std::string& person,
                               const std::string& reason = "the repeat with a new panel is in") {
    const auto days = control(person)["days"];
    const auto seen = days.empty() ? json::array() : days[0]["results"];
    return logged_in(person).post("/api/v1/quality-control/decisions",
                                  {{"day", kDay},
                                   {"agent", "meropenem"},
                                   {"method", "broth_microdilution"},
                                   {"decision", decision},
                                   {"results", seen},
                                   {"reason", reason}});
  }
  kres::testing::Answer correct(const json& id, const json& body, const std::string& person) {
    return logged_in(person).post(
        fmt::format("/api/v1/quality-control/results/{}/correction", id.get<int>()), body);
  }
  json control(const std::string& person = "magnus") {
    return logged_in(person).get("/api/v1/quality-control?lang=en").json();
  }
  json day(const std::string& person = "magnus") { return control(person)["days"][0]; }
  json detail() { return logged_in("magnus").get(path_ + "?lang=en").json(); }
  json meropenem() { return detail()["measurements"][0]["interpretation"]; }
  bool has_flag(const std::string& flag) {
    const auto flags = meropenem()["flags"];
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
  }

  std::string accession_, path_;
};

TEST_F(QualityControlDesk, ResultsAreKeptWithWhoAndWhatTheyAre) {
  const auto entered = enter("0.03");
  EXPECT_EQ(entered.status, 201) << entered.body;
  EXPECT_EQ(faults(entered, "QcChange"), kNoFaults) << entered.body;
  const auto answer = logged_in("magnus").get("/api/v1/quality-control?lang=en");
  EXPECT_EQ(faults(answer, "QualityControl"), kNoFaults) << answer.body;
  const auto result = answer.json()["results"][0];
  EXPECT_EQ(result["text"], "0.03 mg/L");
  EXPECT_EQ(result["state"], "in");
  EXPECT_EQ(result["entered_by"], "beate");
  EXPECT_EQ(result["lot"], "P-17");
  EXPECT_EQ(result["day"], kDay);
  EXPECT_EQ(day()["state"], "in");
  EXPECT_EQ(meropenem()["category"], "R") << "above the bound of 8 mg/L";
}

TEST_F(QualityControlDesk, AValueOfADayThatIsOutIsHeldBackUntilAPersonDecides) {
  ASSERT_TRUE(meropenem()["category"].is_string());
  const auto before = meropenem()["category"];
  const auto entered = enter("0.25");
  EXPECT_EQ(entered.json()["reanalysed"], json({accession_}));
  EXPECT_EQ(jobs_added_, 1);
  EXPECT_EQ(meropenem()["category"], nullptr) << "at once, before the analysis has run";
  EXPECT_EQ(meropenem()["reason"], "qc_out");
  run_jobs();
  EXPECT_EQ(meropenem()["category"], nullptr);
  EXPECT_EQ(meropenem()["reason"], "qc_out");
  EXPECT_EQ(day()["verdict"], "undecided");
  EXPECT_EQ(day()["isolates"], json({accession_}));

  const auto accepted = decide("accept", "magnus");
  EXPECT_EQ(accepted.status, 201) << accepted.body;
  EXPECT_EQ(accepted.json()["reanalysed"], json({accession_}));
  EXPECT_EQ(meropenem()["category"], nullptr) << "let go by the analysis, not before";
  run_jobs();
  EXPECT_EQ(meropenem()["category"], before);
  EXPECT_TRUE(has_flag("qc_accepted"));
  EXPECT_EQ(day()["verdict"], "accepted");
  EXPECT_EQ(day()["decisions"][0]["person"], "magnus");

  EXPECT_EQ(decide("reject", "beate", "a second look").status, 201);
  run_jobs();
  EXPECT_EQ(meropenem()["category"], nullptr);
  EXPECT_EQ(meropenem()["reason"], "qc_rejected");
  EXPECT_EQ(day()["decisions"].size(), 2U) << "nothing decided is lost";
}

TEST_F(QualityControlDesk, AnAcceptanceDoesNotCoverWhatWentOutAfterIt) {
  enter("0.25");
  ASSERT_EQ(decide("accept", "magnus").status, 201);
  run_jobs();
  ASSERT_TRUE(has_flag("qc_accepted"));
  enter("0.5", "bjarne");
  EXPECT_EQ(day()["verdict"], "undecided");
  EXPECT_EQ(meropenem()["reason"], "qc_out");
}

TEST_F(QualityControlDesk, ADecisionIsRefusedWhereAnotherResultHasComeUnseen) {
  const auto first = enter("0.25").json()["results"];
  enter("0.5", "bjarne");
  const auto answer = logged_in("magnus").post("/api/v1/quality-control/decisions",
                                               {{"day", kDay},
                                                {"agent", "meropenem"},
                                                {"method", "broth_microdilution"},
                                                {"decision", "accept"},
                                                {"results", first},
                                                {"reason", "one step above"}});
  EXPECT_EQ(answer.status, 409) << answer.body;
  EXPECT_EQ(day()["verdict"], "undecided");
}

TEST_F(QualityControlDesk, WhoeverEnteredTheResultThatIsOutCannotAloneLetTheValuesGo) {
  const auto id = enter("0.25", "beate").json()["results"][0];
  EXPECT_EQ(day("beate")["accept"]["allowed"], false);
  EXPECT_EQ(day("magnus")["accept"]["allowed"], true);
  const auto refused = decide("accept", "beate");
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(refused.json()["detail"], "qc.why.entered_out");
  const auto own = correct(id, {{"value", "0.03"}, {"reason", "misread"}}, "beate");
  EXPECT_EQ(own.status, 403) << "nor by putting another value in its place";
  EXPECT_EQ(decide("reject", "beate").status, 201) << "holding back needs nobody else";

  const auto other = correct(id, {{"value", "0.03"}, {"reason", "misread, seen by two"}}, "bjarne");
  EXPECT_EQ(other.status, 201) << other.body;
  EXPECT_EQ(day()["state"], "in");
  run_jobs();
  EXPECT_TRUE(meropenem()["category"].is_string());
  const auto results = control()["results"];
  ASSERT_EQ(results.size(), 2U) << "the replaced one stays";
  EXPECT_EQ(results[0]["replaced_by"], results[1]["id"]);
  EXPECT_EQ(results[1]["reason"], "misread, seen by two");
}

TEST_F(QualityControlDesk, AWithdrawnResultControlsNothing) {
  const auto id = enter("0.25", "beate").json()["results"][0];
  const auto gone = correct(id, {{"withdraw", true}, {"reason", "another strain"}}, "magnus");
  EXPECT_EQ(gone.status, 201) << gone.body;
  EXPECT_EQ(control()["days"], json::array());
  EXPECT_EQ(correct(id, {{"withdraw", true}, {"reason", "again"}}, "magnus").status, 409);
}

TEST_F(QualityControlDesk, AnAnswerThatRestsOnAValueHeldSinceIsNotValidated) {
  auto beate = logged_in("beate");
  const auto draft =
      beate.post(path_ + "/answers", {{"language", "nb"}}, beate.get(path_).header("etag"));
  ASSERT_EQ(draft.status, 201) << draft.body;
  ASSERT_EQ(detail()["permissions"]["validate"]["why"], "answer.why.role") << "magnus does not";
  ASSERT_EQ(beate.get(path_).json()["permissions"]["validate"]["allowed"], true);
  enter("0.25", "bjarne");
  EXPECT_EQ(beate.get(path_).json()["permissions"]["validate"]["why"], "answer.why.outdated");
}

TEST_F(QualityControlDesk, ReinterpretationHoldsItBackUnderEveryVersion) {
  enter("0.25");
  run_jobs();
  const auto other =
      logged_in("magnus").get(path_ + "/interpretations?version=EUCAST%20v15.0").json();
  ASSERT_EQ(other["rows"].size(), 1U) << other;
  EXPECT_EQ(other["rows"][0]["after"]["category"], nullptr);
  EXPECT_EQ(other["rows"][0]["after"]["reason"], "qc_out");
}

TEST_F(QualityControlDesk, TypingAValueOfThatDaySaysSoAtOnce) {
  enter("0.25");
  const auto answer = logged_in("beate").post(
      path_ + "/measurements/preview",
      {{"measurements",
        {{{"agent", "meropenem"}, {"method", "bmd"}, {"value", "0.5"}, {"date", kDay}}}}});
  EXPECT_EQ(answer.json()["rows"][0]["interpretation"]["reason"], "qc_out") << answer.body;
}

TEST_F(QualityControlDesk, ADayWithoutControlIsSaidSoOnlyWhereTheAgentIsControlled) {
  enter("0.03");
  const auto said = [&](const std::string& agent, const std::string& day) {
    const auto answer = logged_in("beate").post(
        path_ + "/measurements/preview",
        {{"measurements",
          {{{"agent", agent}, {"method", "bmd"}, {"value", "0.5"}, {"date", day}}}}});
    const auto flags = answer.json()["rows"][0]["interpretation"]["flags"];
    return std::find(flags.begin(), flags.end(), "qc_missing") != flags.end();
  };
  EXPECT_TRUE(said("meropenem", "2026-11-20"));
  EXPECT_FALSE(said("meropenem", kDay));
  EXPECT_FALSE(said("meropenem", "2026-11-18")) << "before it was controlled here";
  EXPECT_FALSE(said("ertapenem", "2026-11-20")) << "never controlled here";
}

TEST_F(QualityControlDesk, ChartsHaveLimitsPointsAndRules) {
  ASSERT_EQ(
      logged_in("beate")
          .post("/api/v1/quality-control/results",
                {{"results", {row("0.06", "2026-11-17"), row("0.06", "2026-11-18"), row("0.25")}}})
          .status,
      201);
  const auto answer = logged_in("magnus").get("/api/v1/quality-control/charts?agent=meropenem");
  EXPECT_EQ(faults(answer, "QcCharts"), kNoFaults) << answer.body;
  const auto series = answer.json()["series"][0];
  EXPECT_EQ(series["low"], -7) << "log2 of 0.008";
  EXPECT_EQ(series["high"], -4);
  ASSERT_EQ(series["points"].size(), 3U);
  EXPECT_EQ(series["points"][1]["rules"], json({"two_at_edge"}));
  EXPECT_EQ(series["points"][2]["rules"], json({"outside"}));
  EXPECT_EQ(series["points"][2]["place"], -2);
}

TEST_F(QualityControlDesk, WhatWasControlledLatelyIsDueToday) {
  enter("0.03");
  const auto due = control()["due"];
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due[0]["agent"], "meropenem");
  EXPECT_EQ(due[0]["last"], kDay);
  logged_in("beate").post("/api/v1/quality-control/results",
                          {{"results", {row("0.03", "2026-11-20")}}});
  EXPECT_EQ(control()["due"], json::array());
}

TEST_F(QualityControlDesk, TheRangesTellWhatCanBeEntered) {
  const auto answer = logged_in("beate").get("/api/v1/quality-control/ranges?lang=nb");
  EXPECT_EQ(faults(answer, "QcRanges"), kNoFaults);
  const auto ecoli = answer.json()["strains"][0];
  EXPECT_EQ(ecoli["strain"], "ATCC 25922");
  EXPECT_EQ(ecoli["ranges"][0]["low"], 0.008);
  EXPECT_EQ(ecoli["ranges"][0]["high"], 0.06);
}

TEST_F(QualityControlDesk, WhatCannotBeAResultIsRefusedAndNothingIsStored) {
  const auto answer = logged_in("beate").post("/api/v1/quality-control/results",
                                              {{"results", {row("0.03"), row("0.05")}}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(answer.json()["detail"], "row 2, ATCC 25922 meropenem 0.05: not_two_fold");
  auto ahead = row("0.03", "2026-11-21");
  EXPECT_EQ(logged_in("beate")
                .post("/api/v1/quality-control/results", {{"results", {ahead}}})
                .json()["detail"],
            "row 1, ATCC 25922 meropenem 0.03: date_in_future");
  auto preview = logged_in("beate").post("/api/v1/quality-control/results/preview",
                                         {{"results", {row("0.05"), row("0.25")}}});
  EXPECT_EQ(faults(preview, "QcPreview"), kNoFaults) << preview.body;
  EXPECT_EQ(preview.json()["rows"][0]["fault"], "not_two_fold");
  EXPECT_EQ(preview.json()["rows"][1]["state"], "out");
  EXPECT_EQ(control()["results"], json::array());
}

TEST_F(QualityControlDesk, DecisionsAreOfDaysThatAreOutAndHaveReasons) {
  EXPECT_EQ(decide("accept", "magnus").status, 404);
  const auto id = enter("0.03").json()["results"][0];
  EXPECT_EQ(decide("accept", "magnus").status, 409) << "it is in";
  EXPECT_EQ(decide("accept", "magnus", "").status, 400);
  EXPECT_EQ(decide("perhaps", "magnus").status, 400);
  EXPECT_EQ(correct(id, {{"value", "0.016"}}, "beate").status, 400) << "a reason";
  EXPECT_EQ(correct(99, {{"value", "0.016"}, {"reason", "x"}}, "beate").status, 404);
}

TEST_F(QualityControlDesk, TheTrailKnowsEveryResultAndDecision) {
  enter("0.25");
  decide("accept", "magnus");
  const auto work = registry_.read();
  std::vector<std::string> events;
  ASSERT_TRUE(work->audit().each([&](const laboratory::AuditEvent& event) -> Result<void> {
    if (event.entry.subject == "quality control") events.push_back(event.entry.event);
    return {};
  }));
  EXPECT_EQ(events, (std::vector<std::string>{"qc.entered", "qc.decided"}));
}

}  // namespace
