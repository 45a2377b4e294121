// Questions to senders: what a referral lacks is asked for, answered by its own laboratory, once.
#include "tests/api/api_fixture.h"

using namespace kres;
using namespace kres::testing;
using nlohmann::json;

namespace {

class Queries : public ApiFixture {
 protected:
  void SetUp() override {
    ApiFixture::SetUp();
    const auto work = registry_.write();
    for (const auto* code : {"UNN", "OUS"})
      ASSERT_TRUE(work->laboratories().save({code, code, "nord"}));
    ASSERT_TRUE(work->commit());
  }
  json open_queries(Client& person) {
    const auto answer = person.get("/api/v1/queries?state=open");
    EXPECT_EQ(faults(answer, "SenderQueryList"), std::vector<std::string>{});
    return answer.json()["items"];
  }
  static std::string path_of(const json& query, const std::string& step) {
    return "/api/v1/queries/" + std::to_string(query["id"].get<int>()) + "/" + step;
  }
};

const json kFull = {{"sender_id", "full"},
                    {"suspected_group", "CPO"},
                    {"organism", "Escherichia coli"},
                    {"sampled", "2026-11-17"},
                    {"material", "urine"},
                    {"infection_or_carriage", "infection"},
                    {"patient", "P-1"},
                    {"age", 70},
                    {"travel", "none"},
                    {"hospital_abroad", "none"}};

}  // namespace

TEST_F(Queries, WhatAReferralLacksIsAskedForAndNothingElse) {
  auto rita = logged_in("rita");
  rita.post("/api/v1/referrals", kFull);
  EXPECT_EQ(open_queries(rita).size(), 0U);
  auto lacking = kFull;
  lacking["sender_id"] = "lacking";
  lacking["travel"] = "";
  rita.post("/api/v1/referrals", lacking);
  const auto open = open_queries(rita);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0]["field"], "travel");
  EXPECT_EQ(open[0]["sender_id"], "lacking");
  rita.post("/api/v1/referrals", lacking);
  EXPECT_EQ(open_queries(rita).size(), 1U) << "sent again, asked once";
}

TEST_F(Queries, AreAnsweredOnceByTheLaboratoryThatWasAsked) {
  auto rita = logged_in("rita"), olav = logged_in("olav"), beate = logged_in("beate");
  auto lacking = kFull;
  lacking["material"] = "";
  rita.post("/api/v1/referrals", lacking);
  const auto query = open_queries(beate)[0];
  const auto in_list = [&] {
    return rita.get("/api/v1/referred-isolates").json()["items"][0]["open_queries"].get<int>();
  };
  EXPECT_EQ(in_list(), 1);
  EXPECT_EQ(open_queries(olav).size(), 0U);
  EXPECT_EQ(olav.post(path_of(query, "answer"), {{"text", "blood"}}).status, 404);
  EXPECT_EQ(rita.post(path_of(query, "answer"), {{"text", ""}}).status, 400);
  const auto answered = rita.post(path_of(query, "answer"), {{"text", "blood"}});
  EXPECT_EQ(faults(answered, "SenderQuery"), std::vector<std::string>{});
  EXPECT_EQ(answered.json()["state"], "answered");
  EXPECT_EQ(in_list(), 0);
  EXPECT_EQ(rita.post(path_of(query, "answer"), {{"text", "urine"}}).status, 409);
  EXPECT_EQ(beate.post(path_of(query, "withdrawal"), {{"text", "too late"}}).status, 409);
  const std::string accession = query["accession"];
  EXPECT_EQ(beate.get("/api/v1/isolates/" + accession).json()["queries"][0]["closing"], "blood");
  EXPECT_EQ(registry_.read()->audit().of(accession).value().back().entry.event, "query.answered");
}

TEST_F(Queries, OfAnotherLaboratoryOfTheRegionAreSeenAndNotAnswered) {
  registry_.add_laboratory({"NLSH", "Nordlandssykehuset", "nord"});
  registry_.add_referring_person("runa", "Runa Ruud", "NLSH", laboratory::Reach::region);
  auto rita = logged_in("rita"), runa = logged_in("runa");
  auto lacking = kFull;
  lacking["material"] = "";
  rita.post("/api/v1/referrals", lacking);
  ASSERT_EQ(open_queries(runa).size(), 1U);
  const auto query = open_queries(runa)[0];
  EXPECT_EQ(runa.post(path_of(query, "answer"), {{"text", "no travel"}}).status, 404);
  EXPECT_EQ(open_queries(rita).size(), 1U);
  EXPECT_EQ(rita.post(path_of(query, "answer"), {{"text", "blood"}}).status, 200);
}

TEST_F(Queries, StaffAsksInItsOwnWordsAndTakesItBack) {
  auto rita = logged_in("rita"), beate = logged_in("beate");
  const std::string accession =
      rita.post("/api/v1/referrals", kFull).json()["referrals"][0]["accession"];
  const auto path = "/api/v1/isolates/" + accession + "/queries";
  EXPECT_EQ(rita.post(path, {{"text", "?"}}).status, 403);
  const auto asked = beate.post(path, {{"text", "Er pasienten overflyttet?"}});
  EXPECT_EQ(asked.status, 201) << asked.body;
  EXPECT_EQ(open_queries(rita)[0]["question"]["nb"], "Er pasienten overflyttet?");
  EXPECT_EQ(beate.post(path_of(asked.json(), "withdrawal"), {{"text", "funnet i journal"}}).status,
            200);
  EXPECT_EQ(open_queries(rita).size(), 0U);
}
