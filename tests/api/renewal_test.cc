// A new reference set: analyses are run again, and answers that would be others wait for a
// decision.
#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

using namespace kres;
using kres::testing::Client;
using nlohmann::json;

namespace {

const std::vector<std::string> kNoFaults;
constexpr const char* kVersion = "reference 222201234567";  // the first twelve digits

// One isolate with blaKPC-2, answered with an older reference set; the newer one does not find it.
class Renewal : public kres::testing::ApiFixture {
 protected:
  void SetUp() override {
    ApiFixture::SetUp();
    accession_ = kres::testing::receive_isolate(registry_, {.sender_id = "K-7"});
    kres::testing::examine_isolate(registry_, accession_);
    auto beate = logged_in("beate");
    auto magnus = logged_in("magnus");
    const auto isolate = "/api/v1/isolates/" + accession_;
    answer_ =
        beate.post(isolate + "/answers", {{"language", "nb"}}, beate.get(isolate).header("etag"))
            .header("location");
    step(beate, "/validation");
    step(magnus, "/approval");
  }
  void step(Client& person, const std::string& name) const {
    ASSERT_EQ(
        person.post(answer_ + name, json::object(), person.get(answer_).header("etag")).status,
        200);
  }
  json reference() { return logged_in("beate").get("/api/v1/reference-set").json(); }
  json changes() { return logged_in("beate").get("/api/v1/answer-changes?lang=en").json(); }
  void renew() {
    const auto answer = logged_in("beate").post("/api/v1/analyses/renewals", json::object());
    ASSERT_EQ(answer.status, 202) << answer.body;
    EXPECT_EQ(faults(answer, "Renewal"), kNoFaults);
    EXPECT_EQ(answer.json()["queued"], 1);
    EXPECT_EQ(answer.json()["left"], 0);
    kres::testing::run_jobs(registry_, standards_.in_force(), "Klebsiella pneumoniae");
  }
  kres::testing::Answer decide(const json& body) {
    return logged_in("magnus").post(answer_ + "/change-decisions", body);
  }

  std::string accession_, answer_;
};

}  // namespace

TEST_F(Renewal, WhatWasAnalysedWithAnotherSetIsAnalysedAgainOnce) {
  const auto before = logged_in("beate").get("/api/v1/reference-set");
  EXPECT_EQ(faults(before, "ReferenceSetInUse"), kNoFaults) << before.body;
  EXPECT_EQ(before.json()["analysed_otherwise"], 1);
  renew();
  EXPECT_EQ(jobs_added_, 1);
  EXPECT_EQ(reference()["analysed_otherwise"], 0);
  EXPECT_EQ(logged_in("beate").post("/api/v1/analyses/renewals", json::object()).json()["queued"],
            0);
}

TEST_F(Renewal, AnIsolateWhoseAnalysisIsUnderWayIsNotQueuedTwice) {
  ASSERT_EQ(logged_in("beate").post("/api/v1/analyses/renewals", json::object()).json()["queued"],
            1);
  EXPECT_EQ(reference()["analysed_otherwise"], 0);
  EXPECT_EQ(logged_in("beate").post("/api/v1/analyses/renewals", json::object()).json()["queued"],
            0);
}

TEST_F(Renewal, TheAnswersThatWouldBeOthersSayWhatChanges) {
  EXPECT_EQ(changes()["items"], json::array());
  EXPECT_EQ(changes()["looked_at"], 0);
  renew();
  const auto answer = logged_in("beate").get("/api/v1/answer-changes?lang=en");
  EXPECT_EQ(faults(answer, "AnswerChanges"), kNoFaults) << answer.body;
  ASSERT_EQ(changes()["items"].size(), 1u);
  const auto item = changes()["items"][0];
  EXPECT_EQ(item["accession"], accession_);
  EXPECT_EQ(item["before"]["reference_digest"], "11110123456789abcdef");
  EXPECT_EQ(item["after"]["reference_digest"], kres::testing::kReferenceInUse);
  EXPECT_EQ(item["version"], kVersion);
  EXPECT_EQ(item["changes"]["lost"], json({"blaKPC-2"}));
  EXPECT_EQ(item["changes"]["verdict"], true);
  EXPECT_EQ(item["changes"]["cases"][0]["definition"], "CPO");
  EXPECT_EQ(item["changes"]["cases"][0]["before"], "met");
  EXPECT_EQ(item["decision"], nullptr);
  EXPECT_EQ(logged_in("beate").get(answer_).json()["state"], "signed")
      << "nothing is answered anew";
}

TEST_F(Renewal, EveryChangedAnswerIsDecidedOnce) {
  EXPECT_EQ(decide({{"version", kVersion}, {"choice", "reissue"}}).status, 400)
      << "the newest analysis used another set";
  renew();
  EXPECT_EQ(decide({{"version", kVersion}, {"choice", "keep"}}).status, 400) << "no reason";
  const json kept = {{"version", kVersion}, {"choice", "keep"}, {"reason", "wrong genome"}};
  EXPECT_EQ(decide(kept).status, 201);
  EXPECT_EQ(decide(kept).status, 409);
  EXPECT_EQ(changes()["items"][0]["decision"]["choice"], "keep");
  EXPECT_EQ(changes()["items"][0]["decision"]["person"], "magnus");
}

TEST_F(Renewal, AnAnswerThatWasIssuedAnewIsNoLongerListed) {
  renew();
  auto beate = logged_in("beate");
  auto magnus = logged_in("magnus");
  const auto isolate = "/api/v1/isolates/" + accession_;
  answer_ = beate
                .post(isolate + "/answers", {{"language", "nb"}, {"reason", "new set"}},
                      beate.get(isolate).header("etag"))
                .header("location");
  EXPECT_EQ(changes()["items"].size(), 1u) << "a draft is no answer yet";
  step(beate, "/validation");
  step(magnus, "/approval");
  EXPECT_EQ(changes()["items"], json::array());
}

TEST_F(Renewal, ACursorOfAnotherListIsRefused) {
  for (const auto* cursor : {"-1", "x"})
    EXPECT_EQ(logged_in("beate").get(std::string("/api/v1/answer-changes?cursor=") + cursor).status,
              400);
}
