// Measurements are entered over HTTP: seen before they are stored, all or none, corrected openly.
#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

using namespace kres;
using kres::testing::Answer;
using kres::testing::Client;
using nlohmann::json;

namespace {

const std::vector<std::string> kNoFaults;

class Measurements : public kres::testing::ApiFixture {
 protected:
  void SetUp() override {
    ApiFixture::SetUp();
    accession_ = kres::testing::receive_isolate(registry_, {.sender_id = "K-7"});
    kres::testing::run_jobs(registry_, standards_.in_force(), "Klebsiella pneumoniae");
  }

  std::string isolate() const { return "/api/v1/isolates/" + accession_; }
  Answer preview(Client& person, const std::vector<json>& rows) const {
    return person.post(isolate() + "/measurements/preview", {{"measurements", rows}});
  }
  // With a reason, which only corrections need.
  Answer enter(Client& person, const std::vector<json>& rows,
               const json& reason = "read again") const {
    return person.post(isolate() + "/measurements", {{"measurements", rows}, {"reason", reason}},
                       person.get(isolate()).header("etag"));
  }
  // "ertapenem 0.5 mg/L, meropenem 8 mg/L": what stands.
  std::string stored(Client& person) const {
    std::string all;
    const auto detail = person.get(isolate()).json();
    for (const auto& row : detail["measurements"])
      all += (all.empty() ? "" : ", ") + row["agent"].get<std::string>() + " " +
             row["text"].get<std::string>();
    return all;
  }

  std::string accession_;
};

json row(const std::string& agent, const std::string& value,
         const std::string& method = "broth_microdilution") {
  return {{"agent", agent}, {"method", method}, {"value", value}};
}

}  // namespace

TEST_F(Measurements, ThePanelIsOfTheSpeciesAndTheBreakpointsInForce) {
  auto beate = logged_in("beate");
  const auto panel = beate.get(isolate() + "/panel?lang=nb");
  ASSERT_EQ(panel.status, 200) << panel.body;
  EXPECT_EQ(faults(panel, "Panel"), kNoFaults) << panel.body;
  EXPECT_EQ(panel.json()["organism"], "Klebsiella pneumoniae");
  EXPECT_EQ(panel.json()["version"], "EUCAST v16.0");
  const auto first = panel.json()["agents"][0];
  EXPECT_EQ(first["agent"], "meropenem");
  EXPECT_EQ(first["disk_ug"], "10");
  const auto agents = panel.json()["agents"];
  for (const auto& agent : agents)
    EXPECT_NE(agent["agent"], "vancomycin") << "not an agent for Enterobacterales";
}

TEST_F(Measurements, APreviewSaysWhatTheValuesMeanAndStoresNothing) {
  auto beate = logged_in("beate");
  const auto before = beate.get(isolate()).header("etag");
  const auto seen = preview(beate, {row("ertapenem", "1"), row("meropenem", ">8")});
  ASSERT_EQ(seen.status, 200) << seen.body;
  EXPECT_EQ(faults(seen, "EntryPreview"), kNoFaults) << seen.body;
  const auto rows = seen.json()["rows"];
  EXPECT_EQ(rows[0]["interpretation"]["category"], "R");
  EXPECT_EQ(rows[0]["interpretation"]["wild_type"], false);
  EXPECT_EQ(rows[1]["interpretation"]["category"], "R");
  EXPECT_EQ(beate.get(isolate()).header("etag"), before);
}

TEST_F(Measurements, APreviewSaysAtItsRowWhatIsWrong) {
  auto beate = logged_in("beate");
  const auto seen =
      preview(beate, {row("meropenem", "3"), row("vancomycin", "1"), row("imipenem", "70", "disk"),
                      row("ertapenem", "0,5"), row("ertapenem", "1")});
  std::string codes;
  const auto rows = seen.json()["rows"];
  for (const auto& item : rows) codes += item["fault"].get<std::string>() + ";";
  EXPECT_EQ(codes, "not_two_fold;not_on_panel;zone_out_of_range;;repeated;");
  EXPECT_EQ(rows[0]["interpretation"], nullptr);
}

TEST_F(Measurements, WhatIsEnteredIsStoredWithWhoEnteredItAndExplainedByAJob) {
  auto beate = logged_in("beate");
  const auto entered = enter(beate, {row("ertapenem", "0,5"), row("colistin", "<=0.25")});
  ASSERT_EQ(entered.status, 201) << entered.body;
  EXPECT_EQ(faults(entered, "EnteredMeasurements"), kNoFaults) << entered.body;
  EXPECT_EQ(entered.json()["added"].size(), 2U);
  EXPECT_EQ(entered.json()["job"]["state"], "queued");
  EXPECT_EQ(jobs_added_, 1);
  const auto detail = beate.get(isolate());
  EXPECT_EQ(faults(detail, "IsolateDetail"), kNoFaults);
  EXPECT_EQ(entered.header("etag"), detail.header("etag"));
  EXPECT_EQ(stored(beate), "meropenem 8 mg/L, ertapenem 0.5 mg/L, colistin <=0.25 mg/L");
  EXPECT_EQ(detail.json()["measurements"][1]["entered_by"], "beate");
  EXPECT_EQ(detail.json()["history"].back()["event"], "analysis.queued");
  kres::testing::run_jobs(registry_, standards_.in_force(), "Klebsiella pneumoniae");
  EXPECT_EQ(beate.get(isolate()).json()["measurements"][1]["interpretation"]["category"], "S");
}

TEST_F(Measurements, ACorrectionTakesTheFirstOnesPlaceAndTheFirstIsKept) {
  auto beate = logged_in("beate");
  ASSERT_EQ(enter(beate, {row("meropenem", "16")}).status, 201);
  EXPECT_EQ(stored(beate), "meropenem 16 mg/L");
  const auto work = registry_.read();
  const auto id = work->isolates().find(accession_).value()->id;
  const auto all = work->measurements().all_of(id).value();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].value, 8);
  EXPECT_EQ(all[1].predecessor, all[0].id);
}

TEST_F(Measurements, AnotherMethodIsAnotherMeasurement) {
  auto beate = logged_in("beate");
  ASSERT_EQ(enter(beate, {row("meropenem", "22", "disk")}).status, 201);
  EXPECT_EQ(stored(beate), "meropenem 8 mg/L, meropenem 22 mm");
}

TEST_F(Measurements, SendingTheSameTwiceChangesNothing) {
  auto beate = logged_in("beate");
  ASSERT_EQ(enter(beate, {row("ertapenem", "0.5")}).status, 201);
  const auto etag = beate.get(isolate()).header("etag");
  const auto again = enter(beate, {row("ertapenem", "0,5")});
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.json()["added"], json::array());
  EXPECT_EQ(beate.get(isolate()).header("etag"), etag);
  EXPECT_EQ(jobs_added_, 1);
}

TEST_F(Measurements, OneImpossibleValueKeepsAllOfThemOut) {
  auto beate = logged_in("beate");
  const auto refused = enter(beate, {row("ertapenem", "0.5"), row("imipenem", "3")});
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(refused.json()["detail"], "row 2, imipenem 3: not_two_fold");
  EXPECT_EQ(stored(beate), "meropenem 8 mg/L");
}

TEST_F(Measurements, AnIsolateThatWasChangedSinceIsNotWrittenOver) {
  auto beate = logged_in("beate");
  auto bjarne = logged_in("bjarne");
  const auto seen = beate.get(isolate()).header("etag");
  ASSERT_EQ(enter(bjarne, {row("ertapenem", "0.5")}).status, 201);
  const auto body = json{{"measurements", json::array({row("ertapenem", "1")})}};
  EXPECT_EQ(beate.post(isolate() + "/measurements", body, seen).status, 412);
  EXPECT_EQ(beate.post(isolate() + "/measurements", body).status, 428);
  EXPECT_EQ(stored(beate), "meropenem 8 mg/L, ertapenem 0.5 mg/L");
}

TEST_F(Measurements, WhatIsNoEntryIsRefused) {
  auto beate = logged_in("beate");
  const auto etag = beate.get(isolate()).header("etag");
  for (const auto& body :
       {json::object(), json{{"measurements", json::array()}},
        json{{"measurements", "meropenem 8"}}, json{{"measurements", json::array({"meropenem"})}},
        json{{"measurements", json::array({json{{"agent", "meropenem"}}})}},
        json{{"measurements", json::array({row("meropenem", std::string(30, '1'))})}},
        json{{"measurements", json(201, row("meropenem", "8"))}}}) {
    EXPECT_EQ(beate.post(isolate() + "/measurements", body, etag).status, 400) << body;
    EXPECT_EQ(beate.post(isolate() + "/measurements/preview", body).status, 400) << body;
  }
}

TEST_F(Measurements, WithoutAGenomeTheSendersSpeciesCounts) {
  const auto other = kres::testing::receive_isolate(
      registry_, {.sender_id = "E-1", .organism = "Enterococcus faecium"});
  auto beate = logged_in("beate");
  const auto panel = beate.get("/api/v1/isolates/" + other + "/panel").json();
  EXPECT_EQ(panel["organism"], "Enterococcus faecium");
  bool has_vancomycin = false;
  for (const auto& agent : panel["agents"]) has_vancomycin |= agent["agent"] == "vancomycin";
  EXPECT_TRUE(has_vancomycin);
}

TEST_F(Measurements, AValueThatReplacesAnotherNeedsAReasonWhichIsShown) {
  auto beate = logged_in("beate");
  ASSERT_EQ(enter(beate, {row("ertapenem", "0.5")}, nullptr).status, 201) << "nothing is replaced";
  const auto before = stored(beate);
  for (const auto& reason : {json(nullptr), json("  "), json("see 13097248022")}) {
    const auto refused = enter(beate, {row("ertapenem", "2"), row("imipenem", "1")}, reason);
    EXPECT_EQ(refused.status, 400) << refused.body;
    EXPECT_NE(refused.body.find("reason"), std::string::npos) << refused.body;
    EXPECT_EQ(stored(beate), before) << "all or nothing";
  }
  ASSERT_EQ(enter(beate, {row("ertapenem", "2")}, "wells misread").status, 201);
  std::string shown;
  const auto detail = beate.get(isolate()).json();
  for (const auto& measurement : detail["measurements"])
    if (measurement["agent"] == "ertapenem") shown = measurement["correction_reason"];
  EXPECT_EQ(shown, "wells misread");
  EXPECT_EQ(enter(beate, {row("ertapenem", "2")}, nullptr).status, 201)
      << "the same again replaces nothing";
}
