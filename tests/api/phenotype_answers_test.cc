// Answers over HTTP before there is a genome.
#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

using namespace kres;
using kres::testing::Answer;
using kres::testing::Client;
using nlohmann::json;

namespace {

const std::vector<std::string> kNoFaults;

class PhenotypeAnswers : public kres::testing::ApiFixture {
 protected:
  void SetUp() override {
    ApiFixture::SetUp();
    accession_ =
        kres::testing::receive_isolate(registry_, {.sender_id = "K-7", .with_genome = false});
    path_ = "/api/v1/isolates/" + accession_;
    explain();
  }
  void explain() {
    kres::testing::run_jobs(registry_, standards_.in_force(), "Klebsiella pneumoniae");
  }
  json detail() { return logged_in("beate").get(path_ + "?lang=en").json(); }
  // Signed by two, as it must be. Its address.
  std::string sign_preliminary() {
    auto beate = logged_in("beate");
    auto magnus = logged_in("magnus");
    const auto answer =
        draft(beate, {{"language", "nb"}, {"preliminary", true}}).header("location");
    for (const auto& [person, step] : {std::pair(&beate, "/validation"), {&magnus, "/approval"}}) {
      const auto taken =
          person->post(answer + step, {{"comment", ""}}, person->get(answer).header("etag"));
      EXPECT_EQ(taken.status, 200) << taken.body;
    }
    return answer;
  }
  Answer draft(Client& person, const json& body) {
    return person.post(path_ + "/answers", body, person.get(path_).header("etag"));
  }

  std::string accession_, path_;
};

}  // namespace

TEST_F(PhenotypeAnswers, TheIsolateIsExplainedAndAwaitsItsGenome) {
  const auto answer = logged_in("beate").get(path_);
  EXPECT_EQ(faults(answer, "IsolateDetail"), kNoFaults) << answer.body;
  const auto isolate = detail();
  EXPECT_EQ(isolate["state"], "awaiting_genome");
  EXPECT_EQ(isolate["next_step"], "attach_genome");
  EXPECT_EQ(isolate["analysis"], nullptr);
  EXPECT_EQ(isolate["analyses"], json::array());
  EXPECT_EQ(isolate["explanation"]["agents"][0]["fit_reason"], "no_genome");
  EXPECT_EQ(isolate["permissions"]["draft"]["allowed"], true);
  const auto list = logged_in("beate").get("/api/v1/isolates?state=awaiting_genome");
  EXPECT_EQ(faults(list, "IsolateList"), kNoFaults) << list.body;
  EXPECT_EQ(list.json()["total"], 1);
  EXPECT_EQ(list.json()["counts"]["awaiting_genome"], 1);
}

TEST_F(PhenotypeAnswers, ATestResultIsExplainedAtOnce) {
  const auto before = jobs_added_;
  const auto entered = logged_in("beate").post(
      path_ + "/tests", {{"test", "ict"}, {"outcomes", {"kpc"}}, {"tested", "2026-11-19"}});
  ASSERT_EQ(entered.status, 201) << entered.body;
  EXPECT_EQ(jobs_added_, before + 1);
  explain();
  const auto isolate = detail();
  EXPECT_EQ(isolate["explanation"]["cases"][0]["status"], "met");
  EXPECT_EQ(isolate["case_definitions"], json::array({"CPO"}));
}

TEST_F(PhenotypeAnswers, APreliminaryAnswerIsSignedByTwoAndTheIsolateStaysOnTheWorkList) {
  auto beate = logged_in("beate");
  auto magnus = logged_in("magnus");
  const auto drafted = draft(beate, {{"language", "nb"}, {"preliminary", true}});
  ASSERT_EQ(drafted.status, 201) << drafted.body;
  EXPECT_EQ(faults(drafted, "Answer"), kNoFaults) << drafted.body;
  EXPECT_EQ(drafted.json()["analysis"], nullptr);
  const auto answer = drafted.header("location");
  ASSERT_EQ(beate.post(answer + "/validation", {{"comment", ""}}, beate.get(answer).header("etag"))
                .status,
            200);
  const auto refused =
      beate.post(answer + "/approval", {{"comment", ""}}, beate.get(answer).header("etag"));
  EXPECT_EQ(refused.status, 403);
  const auto approved =
      magnus.post(answer + "/approval", {{"comment", ""}}, magnus.get(answer).header("etag"));
  ASSERT_EQ(approved.status, 200) << approved.body;
  EXPECT_EQ(detail()["state"], "awaiting_genome");
  const auto seen = logged_in("rita").get("/api/v1/referred-isolates/" + accession_);
  ASSERT_EQ(seen.status, 200) << seen.body;
  EXPECT_EQ(seen.json()["answers"][0]["preliminary"], true) << "the sender reads it";
}

TEST_F(PhenotypeAnswers, AFinalAnswerNeedsItsReasonInWriting) {
  auto beate = logged_in("beate");
  const auto refused = draft(beate, {{"language", "nb"}});
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(refused.key(), "answer.why.no_genome");
  const auto needless =
      draft(beate, {{"language", "nb"}, {"preliminary", true}, {"without_genome", "not asked"}});
  EXPECT_EQ(needless.status, 400) << needless.body;
  const auto hidden = draft(beate, {{"language", "nb"}, {"without_genome", "01017012345"}});
  EXPECT_EQ(hidden.status, 201) << "an eleven-digit number with wrong check digits is no identity";
  const auto drafted = draft(beate, {{"language", "nb"}, {"preliminary", true}});
  ASSERT_EQ(drafted.status, 201) << drafted.body;
  EXPECT_EQ(drafted.json()["without_genome"], "") << "another kind has no reason";
  const auto final_one = draft(beate, {{"language", "nb"}, {"without_genome", "Not asked for."}});
  ASSERT_EQ(final_one.status, 201) << final_one.body;
  EXPECT_EQ(final_one.json()["without_genome"], "Not asked for.");
}

TEST_F(PhenotypeAnswers, ExplainingCanBeAskedForAgainButNotOfNothing) {
  auto beate = logged_in("beate");
  const auto again =
      beate.post(path_ + "/analyses", json::object(), beate.get(path_).header("etag"));
  EXPECT_EQ(again.status, 202) << again.body;
  EXPECT_EQ(detail()["state"], "analysing");
}

TEST_F(PhenotypeAnswers, TheSendersMeasurementsDoNotStartTheClockOfATubeOnItsWay) {
  const auto accession = kres::testing::receive_isolate(
      registry_,
      {.sender_id = "K-8", .with_genome = false, .sample = laboratory::SampleState::expected});
  explain();
  auto beate = logged_in("beate");
  const auto path = "/api/v1/isolates/" + accession;
  const auto before = beate.get(path).json();
  EXPECT_EQ(before["state"], "expected");
  EXPECT_EQ(before["next_step"], "receive");
  EXPECT_NE(before["explanation"], nullptr);
  EXPECT_EQ(before["received"], "2026-11-18");
  ASSERT_EQ(beate.post("/api/v1/scans", {{"code", accession}, {"shipment", nullptr}}).status, 201);
  const auto after = beate.get(path).json();
  EXPECT_EQ(after["received"], "2026-11-20");
  EXPECT_EQ(after["state"], "awaiting_genome");
}

TEST_F(PhenotypeAnswers, TheGenomeChangesWhatWasAnsweredAndAPersonDecides) {
  const auto answer = sign_preliminary();
  ASSERT_EQ(kres::testing::receive_isolate(registry_, {.sender_id = "K-7"}), accession_);
  explain();
  EXPECT_EQ(detail()["state"], "ready");
  EXPECT_EQ(detail()["next_step"], "validate") << "the answer rests on less than is known";
  auto magnus = logged_in("magnus");
  const auto changes = magnus.get("/api/v1/answer-changes");
  EXPECT_EQ(faults(changes, "AnswerChanges"), kNoFaults) << changes.body;
  ASSERT_EQ(changes.json()["items"].size(), 1u) << changes.body;
  const auto change = changes.json()["items"][0];
  EXPECT_EQ(change["before"], nullptr);
  EXPECT_EQ(change["after"]["reference_name"], "default");
  const auto decided = magnus.post(
      answer + "/change-decisions",
      {{"version", change["version"]}, {"choice", "keep"}, {"reason", "final follows"}});
  EXPECT_LT(decided.status, 300) << decided.body;
}

// What the sender measured is explained before the tube is here; only what came is answered
// finally, with the day on which it came.
TEST_F(PhenotypeAnswers, ATubeThatHasNotComeGetsAPreliminaryAnswerOnly) {
  accession_ = kres::testing::receive_isolate(
      registry_,
      {.sender_id = "K-8", .with_genome = false, .sample = laboratory::SampleState::expected});
  path_ = "/api/v1/isolates/" + accession_;
  explain();
  auto beate = logged_in("beate");
  const auto refused = draft(beate, {{"language", "nb"}, {"without_genome", "none comes"}});
  EXPECT_EQ(refused.status, 409) << refused.body;
  EXPECT_EQ(refused.key(), "answer.why.no_sample");
  EXPECT_EQ(beate.get(sign_preliminary() + "/json").json()["received"], "");

  ASSERT_EQ(beate.post("/api/v1/scans", {{"code", accession_}}).status, 201);
  const auto drafted = draft(beate, {{"language", "nb"}, {"without_genome", "none comes"}});
  ASSERT_EQ(drafted.status, 201) << drafted.body;
  EXPECT_EQ(beate.get(drafted.header("location") + "/json").json()["received"], "2026-11-20")
      << "the day of the scan, not of the referral";
}
