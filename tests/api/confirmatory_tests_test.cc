// Confirmatory tests over HTTP: entered, corrected, withdrawn, and refused.
#include <fmt/format.h>

#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"
#include "workflow/verify.h"

using namespace kres;
using kres::testing::examine_isolate;
using kres::testing::receive_isolate;
using nlohmann::json;

namespace {

const std::vector<std::string> kNoFaults;

class ConfirmatoryResults : public kres::testing::ApiFixture {
 protected:
  void SetUp() override {
    ApiFixture::SetUp();
    accession_ = receive_isolate(registry_, {.sender_id = "K-7"});
    examine_isolate(registry_, accession_);
    path_ = "/api/v1/isolates/" + accession_;
  }

  kres::testing::Answer enter(const json& body, const std::string& person = "beate") {
    return logged_in(person).post(path_ + "/tests", body);
  }
  json detail() { return logged_in("beate").get(path_ + "?lang=en").json(); }

  std::string accession_, path_;
};

TEST_F(ConfirmatoryResults, TheListTellsWhatAPageNeedsToOfferThem) {
  const auto answer = logged_in("beate").get("/api/v1/tests?lang=en");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(faults(answer, "TestList"), kNoFaults) << answer.body;
  const auto list = answer.json();
  for (const auto& test : list["items"])
    if (test["id"] == "ict") {
      EXPECT_EQ(test["several"], true);
      EXPECT_EQ(test["outcomes"][4]["code"], "ndm");
      EXPECT_EQ(test["outcomes"][4]["alone"], false);
      EXPECT_EQ(test["outcomes"][5]["words"], "negative");
      EXPECT_EQ(test["outcomes"][5]["alone"], true);
      return;
    }
  ADD_FAILURE() << "there is no immunochromatography";
}

TEST_F(ConfirmatoryResults, AResultIsStoredWithWhoAndWhenAndTheIsolateIsExplainedAnew) {
  const auto answer = enter({{"test", "ict"}, {"outcomes", {"kpc"}}, {"tested", "2026-11-19"}});
  EXPECT_EQ(answer.status, 201) << answer.body;
  EXPECT_EQ(faults(answer, "TestResult"), kNoFaults) << answer.body;
  EXPECT_EQ(jobs_added_, 1);
  const auto isolate = detail();
  EXPECT_EQ(isolate["state"], "analysing");
  const auto& result = isolate["tests"][0];
  EXPECT_EQ(result["name"], "immunochromatography");
  EXPECT_EQ(result["text"], "KPC");
  EXPECT_EQ(result["tested"], "2026-11-19");
  EXPECT_EQ(result["entered_by"], "beate");
  EXPECT_EQ(result["entered"], "2026-11-20T09:00:00.000Z");
  EXPECT_EQ(result["replaced_by"], nullptr);
  bool noted = false;
  for (const auto& event : isolate["history"])
    noted = noted || (event["event"] == "test.entered" && event["person"] == "beate");
  EXPECT_TRUE(noted);
  EXPECT_EQ(faults(logged_in("beate").get(path_), "IsolateDetail"), kNoFaults);
}

TEST_F(ConfirmatoryResults, AWrongResultIsCorrectedByANewOneThatNamesIt) {
  const auto first = enter({{"test", "ict"}, {"outcomes", {"ndm"}}}).json()["id"];
  const json correction = {
      {"test", "ict"}, {"outcomes", {"kpc"}}, {"replaces", first}, {"comment", "misread"}};
  const auto second = enter(correction, "magnus");
  EXPECT_EQ(second.status, 201) << second.body;
  const auto tests = detail()["tests"];
  ASSERT_EQ(tests.size(), 2U);
  EXPECT_EQ(tests[0]["replaced_by"], second.json()["id"]);
  EXPECT_EQ(tests[1]["replaces"], first);
  EXPECT_EQ(tests[1]["comment"], "misread");
  EXPECT_EQ(enter(correction).status, 409) << "it was replaced before";
}

TEST_F(ConfirmatoryResults, AResultIsWithdrawnByOneWithoutOutcomes) {
  const auto first = enter({{"test", "mcim"}, {"outcomes", {"positive"}}}).json()["id"];
  const auto withdrawal = enter({{"test", "mcim"},
                                 {"outcomes", json::array()},
                                 {"replaces", first},
                                 {"comment", "another isolate"}});
  EXPECT_EQ(withdrawal.status, 201) << withdrawal.body;
  EXPECT_EQ(withdrawal.json()["withdrawn"], true);
  EXPECT_EQ(detail()["tests"][0]["replaced_by"], withdrawal.json()["id"]);
}

TEST_F(ConfirmatoryResults, WhatCannotBeAResultIsRefusedAndNothingIsStored) {
  const std::vector<std::pair<json, std::string>> refused = {
      {{{"test", "ict"}}, "The field 'outcomes' is no list"},
      {{{"test", "ict"}, {"outcomes", json::array()}}, "State an outcome"},
      {{{"test", "elisa"}, {"outcomes", {"positive"}}}, "There is no test 'elisa'"},
      {{{"test", "ict"}, {"outcomes", {"ges"}}}, "'ict' has no outcome 'ges'"},
      {{{"test", "ict"}, {"outcomes", {"ndm", "negative"}}},
       "The outcome 'negative' of 'ict' stands alone"},
      {{{"test", "mcim"}, {"outcomes", {"positive", "negative"}}},
       "The outcome 'positive' of 'mcim' stands alone"},
      {{{"test", "ict"}, {"outcomes", {"ndm"}}, {"tested", "2026-11-21"}},
       "The day of the test, 2026-11-21, lies ahead"},
      {{{"test", "ict"}, {"outcomes", {"ndm"}}, {"tested", "20.11.2026"}},
       "The field 'tested' is no day, such as 2026-11-21"},
      {{{"test", "ict"}, {"outcomes", {"ndm"}}, {"comment", "pas. 130972-48022"}},
       "The comment holds a national identity number"},
      {{{"test", "ict"}, {"outcomes", {7}}}, "An outcome is not a text"},
      {{{"test", "ict"}, {"outcomes", {"ndm"}}, {"replaces", "1"}},
       "The field 'replaces' is no number of a result"},
  };
  for (const auto& [body, why] : refused) {
    const auto answer = enter(body);
    EXPECT_EQ(answer.status, 400) << body;
    EXPECT_EQ(answer.json()["detail"], why) << body;
  }
  const auto unknown =
      enter({{"test", "ict"}, {"outcomes", {"ndm"}}, {"replaces", 99}, {"comment", "why"}});
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(detail()["tests"], json::array());
  EXPECT_EQ(jobs_added_, 0);
}

TEST_F(ConfirmatoryResults, AnotherIsolatesResultIsNotReplaced) {
  const auto first = enter({{"test", "mcim"}, {"outcomes", {"positive"}}}).json()["id"];
  path_ = "/api/v1/isolates/" + receive_isolate(registry_, {.sender_id = "K-8"});
  EXPECT_EQ(
      enter({{"test", "mcim"}, {"outcomes", {"negative"}}, {"replaces", first}, {"comment", "why"}})
          .status,
      404);
}

// An analysis may end, or a colleague enter another result, while somebody writes.
TEST_F(ConfirmatoryResults, AResultRestsOnNoStateOfTheIsolateButACorrectionOnWhatItReplaces) {
  auto beate = logged_in("beate");
  const auto seen = beate.get(path_).header("etag");
  const auto first = enter({{"test", "mcim"}, {"outcomes", {"positive"}}});
  ASSERT_EQ(first.status, 201);
  ASSERT_NE(beate.get(path_).header("etag"), seen) << "the isolate has changed";
  const json other = {{"test", "carba_np"}, {"outcomes", {"positive"}}};
  EXPECT_EQ(beate.post(path_ + "/tests", other, seen).status, 201);
  EXPECT_EQ(beate.post(path_ + "/tests", other).status, 201);
  const json correction = {{"test", "mcim"},
                           {"outcomes", {"negative"}},
                           {"replaces", first.json()["id"]},
                           {"comment", "why"}};
  EXPECT_EQ(beate.post(path_ + "/tests", correction).status, 201);
  EXPECT_EQ(beate.post(path_ + "/tests", correction).status, 409);
}

// Who entered a result an answer rests on cannot validate it; a new result makes it outdated.
TEST_F(ConfirmatoryResults, AnAnswerBeforeTheResultIsOutdated) {
  auto beate = logged_in("beate");
  const auto draft =
      beate.post(path_ + "/answers", {{"language", "nb"}}, beate.get(path_).header("etag"));
  ASSERT_EQ(draft.status, 201) << draft.body;
  EXPECT_EQ(detail()["permissions"]["validate"]["allowed"], true);
  ASSERT_EQ(enter({{"test", "mcim"}, {"outcomes", {"positive"}}}).status, 201);
  EXPECT_EQ(detail()["permissions"]["validate"]["allowed"], false);
}

}  // namespace
