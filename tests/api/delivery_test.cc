// Many answers with one confirmation, who opened an answer, and what stays when breakpoints change.
#include <algorithm>

#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

using namespace kres;
using kres::testing::Client;
using nlohmann::json;

namespace {

const std::vector<std::string> kNoFaults;

class Delivery : public kres::testing::ApiFixture {
 protected:
  // An explained isolate of UNN with a draft; measured by `entered_by`. Its accession.
  std::string drafted(const std::string& sender_id, const std::string& entered_by = "bjarne") {
    const auto accession = kres::testing::receive_isolate(
        registry_, {.sender_id = sender_id, .entered_by = entered_by});
    kres::testing::examine_isolate(registry_, accession);
    auto magnus = logged_in("magnus");
    const auto isolate = "/api/v1/isolates/" + accession;
    const auto draft =
        magnus.post(isolate + "/answers", {{"language", "nb"}}, magnus.get(isolate).header("etag"));
    EXPECT_EQ(draft.status, 201) << draft.body;
    return accession;
  }
  // The newest answer as the work list names it.
  json newest(Client& person, const std::string& accession) {
    return person.get("/api/v1/isolates/" + accession).json()["answer"];
  }
  json take(Client& person, const std::string& steps, const json& answers) {
    const auto taken =
        person.post("/api/v1/answer-" + steps, {{"answers", answers}, {"comment", "sett"}});
    EXPECT_EQ(taken.status, 200) << taken.body;
    EXPECT_EQ(faults(taken, "AnswerStepOutcomes"), kNoFaults) << taken.body;
    return taken.json();
  }
  std::string sign(const std::string& accession) {
    auto beate = logged_in("beate"), magnus = logged_in("magnus");
    take(beate, "validations", json::array({newest(beate, accession)}));
    take(magnus, "approvals", json::array({newest(magnus, accession)}));
    return "/api/v1/answers/" + std::to_string(newest(beate, accession)["id"].get<int>());
  }
};

}  // namespace

TEST_F(Delivery, SeveralAnswersTakeAStepAndEachIsJudgedByItself) {
  const auto first = drafted("a"), own = drafted("b", "beate"), third = drafted("c");
  auto beate = logged_in("beate"), magnus = logged_in("magnus");
  json all{newest(beate, first),
           newest(beate, own),
           newest(beate, third),
           {{"id", 999}, {"revision", 1}}};
  const auto validated = take(beate, "validations", all);
  EXPECT_EQ(validated["done"], 2);
  EXPECT_EQ(validated["outcomes"][0]["accession"], first);
  EXPECT_EQ(validated["outcomes"][1]["done"], false) << "beate measured it";
  EXPECT_EQ(validated["outcomes"][1]["why"], "answer.why.entered_results");
  EXPECT_EQ(validated["outcomes"][3]["done"], false);
  EXPECT_EQ(beate.get("/api/v1/isolates/" + own).json()["state"], "draft");

  EXPECT_EQ(take(magnus, "approvals", all)["done"], 0) << "what magnus saw is stale by now";
  const auto approved = take(magnus, "approvals", {newest(magnus, first), newest(magnus, third)});
  EXPECT_EQ(approved["done"], 2);
  EXPECT_EQ(magnus.get("/api/v1/isolates/" + third).json()["state"], "answered");
}

TEST_F(Delivery, AnEmptyOrEndlessListIsRefused) {
  auto beate = logged_in("beate");
  const auto refused = [&](const json& answers) {
    return beate.post("/api/v1/answer-validations", {{"answers", answers}}).status;
  };
  EXPECT_EQ(refused(json::array()), 400);
  EXPECT_EQ(refused(json::array({{{"id", "1"}, {"revision", 1}}})), 400);
  EXPECT_EQ(refused(json(201, json{{"id", 1}, {"revision", 1}})), 400);
}

TEST_F(Delivery, WhoOutsideOpenedAnAnswerIsKeptAndAudited) {
  const auto accession = drafted("a");
  const auto answer = sign(accession);
  auto rita = logged_in("rita"), olav = logged_in("olav"), beate = logged_in("beate");
  const auto openings = [&] {
    const auto detail = beate.get("/api/v1/isolates/" + accession);
    EXPECT_EQ(faults(detail, "IsolateDetail"), kNoFaults) << detail.body;
    return detail.json()["openings"];
  };
  beate.get(answer + "/pdf");
  olav.get(answer + "/pdf");
  EXPECT_EQ(openings().size(), 0U) << "only what the referring laboratory opens is a receipt";
  EXPECT_EQ(rita.get(answer + "/pdf").status, 200);
  EXPECT_EQ(rita.get(answer + "/json").status, 200);
  ASSERT_EQ(openings().size(), 2U);
  EXPECT_EQ(openings()[0]["person"], "rita");
  EXPECT_EQ(openings()[1]["form"], "json");
  const auto events = registry_.read()->audit().of(accession).value();
  EXPECT_EQ(std::count_if(events.begin(), events.end(),
                          [](const auto& e) { return e.entry.event == "answer.opened"; }),
            2);
}

TEST_F(Delivery, WhetherAnAnswerStaysUnderAnotherVersionIsDecidedOnceAndWithAReason) {
  const auto answer = sign(drafted("a"));
  auto magnus = logged_in("magnus"), beate = logged_in("beate");
  const auto path = answer + "/change-decisions";
  const json keep = {
      {"version", "EUCAST v15.0"}, {"choice", "keep"}, {"reason", "pasienten er død"}};
  EXPECT_EQ(beate.post(path, keep).status, 403);
  EXPECT_EQ(magnus.post(path, {{"version", "EUCAST v15.0"}, {"choice", "keep"}}).status, 400);
  EXPECT_EQ(magnus.post(path, {{"version", "EUCAST v3"}, {"choice", "reissue"}}).status, 400);
  const auto made = magnus.post(path, keep);
  EXPECT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(faults(made, "ChangeDecision"), kNoFaults) << made.body;
  EXPECT_EQ(magnus.post(path, keep).status, 409);
}

TEST_F(Delivery, TheReportOfTimesHasEveryAnswerBehindIt) {
  registry_.clock.set("2026-11-20T09:00:00Z");
  sign(drafted("a"));
  drafted("b");
  auto beate = logged_in("beate");
  const auto report = beate.get("/api/v1/statistics/turnaround-report?months=3");
  EXPECT_EQ(faults(report, "TurnaroundReport"), kNoFaults) << report.body;
  EXPECT_EQ(report.json()["all"]["answers"], 1);
  EXPECT_DOUBLE_EQ(report.json()["all"]["mean_days"], 2) << "received on the 18th";
  EXPECT_EQ(report.json()["months"][0]["name"], "2026-11");
  EXPECT_EQ(report.json()["since"], "2026-09-01");
  registry_.clock.set("2027-11-20T09:00:00Z");
  EXPECT_EQ(logged_in("beate")
                .get("/api/v1/statistics/turnaround-report?months=3")
                .json()["all"]["answers"],
            0);
}

TEST_F(Delivery, TheReportOfAMonthThatIsOverStaysAndNewMonthsJoinIt) {
  registry_.clock.set("2026-11-20T09:00:00Z");
  sign(drafted("a"));
  const auto report = [&](const std::string& months) {
    return logged_in("beate").get("/api/v1/statistics/turnaround-report?months=" + months).json();
  };
  EXPECT_EQ(report("1")["all"]["answers"], 1);
  registry_.clock.set("2026-12-20T09:00:00Z");
  sign(drafted("b"));
  const auto both = report("2");
  EXPECT_EQ(both["all"]["answers"], 2);
  EXPECT_DOUBLE_EQ(both["all"]["mean_days"], (2 + 32) / 2.0) << "both came on the 18th";
  ASSERT_EQ(both["months"].size(), 2U);
  EXPECT_EQ(both["months"][0]["name"], "2026-11");
  EXPECT_EQ(report("2"), both) << "with November from memory";
  sign(drafted("c"));
  EXPECT_EQ(report("2")["all"]["answers"], 3) << "the running month is counted anew";
  EXPECT_EQ(report("1")["all"]["answers"], 2);
  EXPECT_EQ(report("12")["all"]["answers"], 3) << "months before those that are known";
}

TEST_F(Delivery, TheSearchFindsAGeneACaseAndALaboratoryByName) {
  const auto accession = drafted("a");
  auto beate = logged_in("beate");
  const auto found = [&](const std::string& text) {
    return beate.get("/api/v1/isolates?q=" + text).json()["total"].get<int>();
  };
  EXPECT_EQ(found("kpc"), 1);
  EXPECT_EQ(found("nord-norge"), 1);
  EXPECT_EQ(found("pneumoniae"), 1);
  EXPECT_EQ(found("vim"), 0);
}
