// The way of an answer over HTTP: draft, validation, approval by another person, frozen, amended.
#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

using namespace kres;
using kres::testing::Answer;
using kres::testing::Client;
using nlohmann::json;

namespace {

const std::vector<std::string> kNoFaults;

class Answers : public kres::testing::ApiFixture {
 protected:
  void SetUp() override {
    ApiFixture::SetUp();
    accession_ = kres::testing::receive_isolate(registry_, {.sender_id = "K-7"});
    kres::testing::examine_isolate(registry_, accession_);
  }

  std::string isolate() const { return "/api/v1/isolates/" + accession_; }
  Answer draft(Client& person, const json& body = {{"language", "nb"}}) const {
    return person.post(isolate() + "/answers", body, person.get(isolate()).header("etag"));
  }
  // Takes a step with the tag that the answer has now.
  static Answer step(Client& person, const std::string& answer, const std::string& name,
                     const json& body = {{"comment", "ok"}}) {
    return person.post(answer + "/" + name, body, person.get(answer).header("etag"));
  }
  std::string permission(Client& person, const std::string& name) const {
    return person.get(isolate()).json()["permissions"][name]["why"];
  }

  std::string accession_;
};

}  // namespace

TEST_F(Answers, AnAnswerIsDraftedValidatedAndApprovedByTwoPersons) {
  auto beate = logged_in("beate");
  auto magnus = logged_in("magnus");
  const auto drafted = draft(beate);
  ASSERT_EQ(drafted.status, 201) << drafted.body;
  EXPECT_EQ(faults(drafted, "Answer"), kNoFaults) << drafted.body;
  const auto answer = drafted.header("location");
  EXPECT_EQ(beate.get(answer).json(), drafted.json());

  const auto validated = step(beate, answer, "validation");
  ASSERT_EQ(validated.status, 200) << validated.body;
  EXPECT_EQ(validated.json()["state"], "validated");
  EXPECT_EQ(validated.json()["validated_by"], "beate");
  EXPECT_EQ(validated.json()["validation_comment"], "ok");

  const auto approved = step(magnus, answer, "approval");
  ASSERT_EQ(approved.status, 200) << approved.body;
  EXPECT_EQ(faults(approved, "Answer"), kNoFaults) << approved.body;
  EXPECT_EQ(approved.json()["state"], "signed");
  EXPECT_EQ(approved.json()["approved_by"], "magnus");
  EXPECT_EQ(approved.json()["pdf"], true);

  const auto detail = beate.get(isolate());
  EXPECT_EQ(faults(detail, "IsolateDetail"), kNoFaults) << detail.body;
  EXPECT_EQ(detail.json()["state"], "answered");
  EXPECT_EQ(detail.json()["answers"][0], approved.json());
  EXPECT_EQ(beate.get("/api/v1/statistics/turnaround").json()["answers"], 1);
}

TEST_F(Answers, TheFileOfASignedAnswerIsFrozen) {
  auto beate = logged_in("beate");
  auto magnus = logged_in("magnus");
  const auto answer = draft(beate).header("location");
  EXPECT_EQ(beate.get(answer + "/pdf").body, "%PDF " + accession_ + "/1 draft");
  step(beate, answer, "validation");
  step(magnus, answer, "approval");
  const auto pdf = beate.get(answer + "/pdf");
  EXPECT_EQ(pdf.header("content-type"), "application/pdf");
  EXPECT_EQ(pdf.header("content-disposition"), "inline; filename=\"" + accession_ + "-v1.pdf\"");
  EXPECT_EQ(pdf.body, "%PDF " + accession_ + "/1 signed");
  EXPECT_EQ(beate.get(answer + "/json").json()["state"], "signed");
}

TEST_F(Answers, ThePersonWhoValidatedCannotApprove) {
  registry_.add_person("siri", "Siri Sand",
                       {laboratory::Role::bioengineer, laboratory::Role::microbiologist});
  auto siri = logged_in("siri");
  const auto answer = draft(siri).header("location");
  ASSERT_EQ(step(siri, answer, "validation").status, 200);
  const auto refused = step(siri, answer, "approval");
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(refused.key(), "answer.why.same_person");
  EXPECT_EQ(permission(siri, "approve"), "answer.why.same_person");
  EXPECT_EQ(siri.get(answer).json()["state"], "validated");
}

TEST_F(Answers, WhoEnteredTheResultsCannotValidateThem) {
  auto bjarne = logged_in("bjarne");
  const auto answer = draft(bjarne).header("location");
  const auto refused = step(bjarne, answer, "validation");
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(refused.key(), "answer.why.entered_results");
  EXPECT_EQ(permission(bjarne, "validate"), "answer.why.entered_results");
}

TEST_F(Answers, ADraftCannotBeApproved) {
  auto beate = logged_in("beate");
  auto magnus = logged_in("magnus");
  const auto answer = draft(beate).header("location");
  const auto refused = step(magnus, answer, "approval");
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(refused.key(), "answer.why.not_validated");
}

TEST_F(Answers, AStaleTagIsRefusedAndChangesNothing) {
  auto beate = logged_in("beate");
  auto bjarne = logged_in("beate");
  const auto answer = draft(beate).header("location");
  const auto seen = beate.get(answer).header("etag");
  ASSERT_EQ(step(bjarne, answer, "validation").status, 200);
  const auto refused = beate.post(answer + "/validation", json::object(), seen);
  EXPECT_EQ(refused.status, 412);
  EXPECT_EQ(refused.key(), "error.stale");
  EXPECT_EQ(beate.post(answer + "/validation", json::object()).status, 428);
}

TEST_F(Answers, OfTwoPersonsAtOnceOneWins) {
  auto beate = logged_in("beate");
  const auto answer = draft(beate).header("location");
  const auto seen = beate.get(answer).header("etag");
  std::vector<std::thread> threads;
  std::atomic<int> done = 0;
  for (int i = 0; i < 6; ++i)
    threads.emplace_back([&, person = beate]() mutable {
      done += person.post(answer + "/validation", json::object(), seen).status == 200 ? 1 : 0;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(done, 1);
}

TEST_F(Answers, ASecondDraftIsRefusedWhileThereIsOne) {
  auto beate = logged_in("beate");
  draft(beate);
  EXPECT_EQ(draft(beate).key(), "answer.why.exists");
}

TEST_F(Answers, ASignedAnswerIsAmendedByANewVersionWithAReason) {
  auto beate = logged_in("beate");
  auto magnus = logged_in("magnus");
  const auto first = draft(beate).header("location");
  step(beate, first, "validation");
  step(magnus, first, "approval");
  EXPECT_NE(draft(beate).status, 201) << "an amendment says why";
  const auto second = draft(beate, {{"language", "en"}, {"reason", "wrong ward"}});
  ASSERT_EQ(second.status, 201) << second.body;
  EXPECT_EQ(second.json()["version"], 2);
  EXPECT_EQ(second.json()["reason"], "wrong ward");
  EXPECT_EQ(second.json()["predecessor"], magnus.get(first).json()["id"]);
  EXPECT_EQ(magnus.get(first + "/pdf").body, "%PDF " + accession_ + "/1 signed");
}

TEST_F(Answers, BadBodiesAreRefused) {
  auto beate = logged_in("beate");
  for (const auto& body :
       {json::object(), json{{"language", "se"}}, json{{"language", 1}},
        json{{"language", "nb"}, {"reason", 7}},
        json{{"language", "nb"}, {"reason", std::string(1001, 'x')}}, json("nb")})
    EXPECT_EQ(draft(beate, body).status, 400) << body;
  const auto answer = draft(beate).header("location");
  EXPECT_EQ(step(beate, answer, "validation", {{"comment", 1}}).status, 400);
  EXPECT_EQ(step(beate, answer, "validation", {{"comment", "born 13097248022"}}).status, 400)
      << "a national identity number must not be stored";
}

TEST_F(Answers, UnknownAnswersAreNotFound) {
  auto beate = logged_in("beate");
  for (const auto* id : {"99", "x", "-1", "1e3", "99999999999999999999"})
    EXPECT_EQ(beate.get(std::string("/api/v1/answers/") + id).status, 404) << id;
}

TEST_F(Answers, TheHistoryTellsWhoDidWhat) {
  auto beate = logged_in("beate");
  step(beate, draft(beate).header("location"), "validation");
  std::vector<std::string> events;
  const auto detail = beate.get(isolate()).json();
  for (const auto& event : detail["history"])
    events.push_back(event["person"].get<std::string>() + " " + event["event"].get<std::string>());
  ASSERT_GE(events.size(), 2U);
  EXPECT_EQ(events[events.size() - 2], "beate answer.drafted");
  EXPECT_EQ(events.back(), "beate answer.validated");
}
