// The first step at the bench: when an isolate had grown pure, for one or many, and the clock.
#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

using namespace kres;
using kres::testing::Client;
using nlohmann::json;

namespace {

class Cultures : public kres::testing::ApiFixture {
 protected:
  // Received on 18 November, not measured yet: its accession.
  std::string tube(const std::string& sender_id,
                   laboratory::SampleState sample = laboratory::SampleState::received) {
    return kres::testing::receive_isolate(
        registry_, {.sender_id = sender_id, .with_genome = false, .sample = sample});
  }
  json record(Client& person, const json& accessions, const std::string& day) {
    const auto recorded =
        person.post("/api/v1/cultures", {{"day", day}, {"accessions", accessions}});
    EXPECT_EQ(recorded.status, 200) << recorded.body;
    EXPECT_EQ(faults(recorded, "CultureOutcomes"), std::vector<std::string>()) << recorded.body;
    return recorded.json();
  }
  json detail(Client& person, const std::string& accession) {
    return person.get("/api/v1/isolates/" + accession).json();
  }
  json segment(Client& person, const std::string& accession, const std::string& name) {
    const auto isolate = detail(person, accession);
    for (const auto& one : isolate["clock"]["segments"])
      if (one["name"] == name) return one;
    return nullptr;
  }
};

}  // namespace

TEST_F(Cultures, SeveralAreRecordedAtOnceAndTheClockShowsThem) {
  auto beate = logged_in("beate");
  const auto first = tube("a"), second = tube("b");
  EXPECT_EQ(detail(beate, first)["cultured"], false);
  EXPECT_EQ(record(beate, {first, second}, "2026-11-20")["done"], 2);
  for (const auto& accession : {first, second}) {
    EXPECT_EQ(detail(beate, accession)["cultured"], true);
    const auto culture = segment(beate, accession, "culture");
    EXPECT_EQ(culture["start"], "2026-11-18");
    EXPECT_EQ(culture["end"], "2026-11-20");
    EXPECT_EQ(culture["days"], 2);
  }
}

TEST_F(Cultures, AnotherDayCorrectsTheFirstAndTheSameOneChangesNothing) {
  auto beate = logged_in("beate");
  const auto accession = tube("a");
  const auto events = [&] {
    int count = 0;
    const auto isolate = detail(beate, accession);
    for (const auto& event : isolate["history"]) count += event["event"] == "isolate.cultured";
    return count;
  };
  record(beate, {accession}, "2026-11-20");
  record(beate, {accession}, "2026-11-20");
  EXPECT_EQ(events(), 1);
  record(beate, {accession}, "2026-11-19");
  EXPECT_EQ(events(), 2) << "what was said first stays in the trail";
  EXPECT_EQ(segment(beate, accession, "culture")["end"], "2026-11-19");
}

TEST_F(Cultures, ADayThatCannotBeIsRefusedForThatIsolateOnly) {
  auto beate = logged_in("beate");
  const auto here = tube("a"), expected = tube("b", laboratory::SampleState::expected),
             data = tube("c", laboratory::SampleState::none);
  const auto outcomes =
      record(beate, {expected, data, "2026-CPO-9999-X", here}, "2026-11-19")["outcomes"];
  EXPECT_EQ(outcomes[0]["why"], "culture.why.no_tube");
  EXPECT_EQ(outcomes[1]["why"], "culture.why.no_tube");
  EXPECT_EQ(outcomes[2]["done"], false);
  EXPECT_EQ(outcomes[3]["done"], true);
  EXPECT_EQ(record(beate, {here}, "2026-11-17")["outcomes"][0]["why"],
            "culture.why.before_receipt");
  EXPECT_EQ(record(beate, {here}, "2199-01-01")["outcomes"][0]["why"], "culture.why.future");
  EXPECT_EQ(segment(beate, here, "culture")["end"], "2026-11-19");
}

TEST_F(Cultures, WhatIsNoListOfIsolatesOrNoDayIsRefused) {
  auto beate = logged_in("beate");
  for (const auto& body :
       {json::object(), json{{"day", "2026-11-20"}}, json{{"accessions", {"x"}}},
        json{{"day", "20.11.2026"}, {"accessions", {"x"}}},
        json{{"day", "2026-02-30"}, {"accessions", {"x"}}},
        json{{"day", "2026-11-20"}, {"accessions", json::array()}},
        json{{"day", "2026-11-20"}, {"accessions", {1}}},
        json{{"day", "2026-11-20"}, {"accessions", std::vector<std::string>(201, "x")}}})
    EXPECT_EQ(beate.post("/api/v1/cultures", body).status, 400) << body.dump();
}

TEST_F(Cultures, AScanThatACultureRestsOnIsNotTakenBack) {
  auto beate = logged_in("beate");
  const auto accession = tube("a", laboratory::SampleState::expected);
  const auto scan = beate.post("/api/v1/scans", {{"code", accession}});
  ASSERT_EQ(scan.status, 201) << scan.body;
  const auto day = detail(beate, accession)["received"].get<std::string>();
  ASSERT_EQ(record(beate, {accession}, day)["done"], 1);
  const auto undo = "/api/v1/scans/" + std::to_string(scan.json()["id"].get<int>()) + "/undoing";
  EXPECT_EQ(beate.post(undo, json::object()).status, 409);
  EXPECT_EQ(detail(beate, accession)["sample"], "received");
}
