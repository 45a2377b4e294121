// Boxes over HTTP: announced by the sender, unpacked with a scanner, one tube missing and one that
// nobody announced in it.
#include <algorithm>

#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

using namespace kres;
using namespace kres::testing;
using nlohmann::json;

namespace {

class Shipments : public ApiFixture {
 protected:
  void SetUp() override {
    ApiFixture::SetUp();
    const auto work = registry_.write();
    for (const auto* code : {"UNN", "OUS"})
      ASSERT_TRUE(work->laboratories().save({code, code, "nord"}));
    ASSERT_TRUE(work->commit());
    rita_.emplace(logged_in("rita"));
    beate_.emplace(logged_in("beate"));
    for (const auto* id : {"a", "b", "c"}) accession_[id] = refer(id);
  }
  // Rita announces a tube. Its accession.
  std::string refer(const std::string& sender_id) {
    const auto answer =
        rita_->post("/api/v1/referrals", {{"sender_id", sender_id}, {"suspected_group", "CPO"}});
    EXPECT_TRUE(answer.json()["stored"]) << answer.body;
    return answer.json()["referrals"][0]["accession"];
  }
  json dispatch(const json& tubes, const std::string& box = "B-1") {
    const auto answer = rita_->post("/api/v1/shipments", {{"box", box}, {"tubes", tubes}});
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(faults(answer, "Shipment"), std::vector<std::string>{});
    return answer.json();
  }
  json scan(const std::string& code, const json& box = nullptr) {
    const auto answer = beate_->post("/api/v1/scans", {{"code", code}, {"shipment", box}});
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(faults(answer, "Scan"), std::vector<std::string>{});
    return answer.json();
  }
  // Sessions end in the meantime.
  void wait_until(const std::string& time) {
    registry_.clock.set(time);
    beate_.emplace(logged_in("beate"));
  }
  json isolate(const std::string& sender_id) {
    return beate_->get("/api/v1/isolates/" + accession_[sender_id]).json();
  }

  std::optional<Client> rita_, beate_;
  std::map<std::string, std::string> accession_;
};

}  // namespace

TEST_F(Shipments, ABoxIsUnpackedByScanningAndTellsWhatIsMissingAndWhatIsNotExpected) {
  const auto box = dispatch({"a", "b"});
  EXPECT_EQ(isolate("a")["sample"], "dispatched");
  registry_.clock.set("2026-11-23T08:00:00Z");
  beate_.emplace(logged_in("beate"));
  EXPECT_EQ(scan("a", box["id"])["outcome"], "received");
  EXPECT_EQ(scan(accession_["c"], box["id"])["outcome"], "unexpected");
  EXPECT_EQ(scan("a", box["id"])["outcome"], "already");
  EXPECT_EQ(scan("nobody's", box["id"])["outcome"], "unknown");
  const auto path = "/api/v1/shipments/" + std::to_string(box["id"].get<int>());
  const auto closed = beate_->post(path + "/closing", json::object());
  EXPECT_EQ(closed.status, 200) << closed.body;
  EXPECT_EQ(closed.json()["scans"].size(), 4U);
  EXPECT_EQ(isolate("a")["sample"], "received");
  EXPECT_EQ(isolate("a")["received"], "2026-11-23");
  EXPECT_EQ(isolate("a")["due"], "2026-11-30");
  EXPECT_EQ(isolate("a")["next_step"], "measure");
  EXPECT_EQ(isolate("b")["sample"], "missing");
  EXPECT_EQ(isolate("b")["state"], "expected");
  EXPECT_EQ(isolate("c")["sample"], "received");
  EXPECT_EQ(beate_->post("/api/v1/scans", {{"code", "b"}, {"shipment", box["id"]}}).status, 409);
  EXPECT_EQ(scan(accession_["b"])["outcome"], "received") << "a missing tube may come later";
}

TEST_F(Shipments, AScanCanBeTakenBackUntilSomethingRestsOnIt) {
  const auto box = dispatch({"a"});
  const auto scanned = scan("a", box["id"]);
  const auto undo = "/api/v1/scans/" + std::to_string(scanned["id"].get<int>()) + "/undoing";
  EXPECT_EQ(beate_->post(undo, json::object()).json()["undone"], true);
  EXPECT_EQ(isolate("a")["sample"], "dispatched");
  EXPECT_EQ(isolate("a")["state"], "expected");
  EXPECT_EQ(beate_->post(undo, json::object()).status, 409) << "once";
  EXPECT_EQ(scan("a", box["id"])["outcome"], "received");
  const auto events = registry_.read()->audit().of(accession_["a"]).value();
  std::string told;
  for (const auto& event : events)
    if (event.entry.event != "query.asked") told += event.entry.event + " ";
  EXPECT_EQ(told,
            "isolate.expected sample.dispatched sample.received sample.scan_undone "
            "sample.received ");
}

TEST_F(Shipments, AScanStaysOnceTheTubeWasWorkedWith) {
  const auto undoing = [&](const json& scanned) {
    const auto path = "/api/v1/scans/" + std::to_string(scanned["id"].get<int>()) + "/undoing";
    return beate_->post(path, json::object());
  };
  const auto tested = scan(accession_["a"]), sequenced = scan(accession_["b"]),
             untouched = scan(accession_["c"]);
  wait_until("2026-11-22T10:00:00Z");
  {
    const auto work = registry_.write();
    const auto now = registry_.clock.now();
    ASSERT_TRUE(work->test_results().add({.isolate = (*work->isolates().find(accession_["a"]))->id,
                                          .test = "carba_np",
                                          .outcomes = {"positive"},
                                          .entered_by = "beate",
                                          .entered = now}));
    ASSERT_TRUE(work->audit().append({.person = "beate",
                                      .time = now,
                                      .event = "file.attached",
                                      .subject = accession_["b"],
                                      .detail = {},
                                      .before_digest = {},
                                      .after_digest = {}}));
    ASSERT_TRUE(work->commit());
  }
  EXPECT_EQ(undoing(tested).json()["detail"],
            accession_["a"] + " has been tested since it was received");
  EXPECT_EQ(undoing(sequenced).json()["detail"],
            accession_["b"] + " has been sequenced since it was received");
  EXPECT_EQ(isolate("a")["sample"], "received");
  EXPECT_EQ(undoing(untouched).status, 200) << "nothing was done with it";
}

TEST_F(Shipments, AScanStaysOnceAnAnswerWasWritten) {
  accession_["r"] =
      receive_isolate(registry_, {.sender_id = "r", .sample = laboratory::SampleState::expected});
  wait_until("2026-11-22T10:00:00Z");
  const auto scanned = scan(accession_["r"]);
  const auto undo = "/api/v1/scans/" + std::to_string(scanned["id"].get<int>()) + "/undoing";
  wait_until("2026-11-22T11:00:00Z");
  examine_isolate(registry_, accession_["r"]);
  const auto path = "/api/v1/isolates/" + accession_["r"];
  const auto drafted =
      beate_->post(path + "/answers", {{"language", "nb"}}, beate_->get(path).header("etag"));
  ASSERT_EQ(drafted.status, 201) << drafted.body;
  const auto kept = beate_->post(undo, json::object());
  EXPECT_EQ(kept.status, 409);
  EXPECT_EQ(kept.json()["detail"], accession_["r"] + " has been answered since it was received");
  EXPECT_EQ(isolate("r")["sample"], "received");
}

TEST_F(Shipments, ATubeThatCameByItselfIsMissingOnceItsBoxIsUnpackedAndTheScanTakenBack) {
  const auto box = dispatch({"a", "b"});
  const auto scanned = scan(accession_["a"]);
  const auto closing = "/api/v1/shipments/" + std::to_string(box["id"].get<int>()) + "/closing";
  ASSERT_EQ(beate_->post(closing, json::object()).status, 200);
  const auto undo = "/api/v1/scans/" + std::to_string(scanned["id"].get<int>()) + "/undoing";
  ASSERT_EQ(beate_->post(undo, json::object()).status, 200);
  EXPECT_EQ(isolate("a")["sample"], "missing") << "no open box holds it";
  EXPECT_EQ(isolate("a")["state"], "expected");
  EXPECT_EQ(registry_.read()->audit().of(accession_["a"])->back().entry.event, "sample.missing");
}

TEST_F(Shipments, InABoxATubeOfItsOwnComesBeforeAnotherIsolatesAccession) {
  const auto alias = accession_["c"];
  accession_["alias"] = refer(alias);
  const auto box = dispatch({alias});
  const auto scanned = scan(alias, box["id"]);
  EXPECT_EQ(scanned["outcome"], "received");
  EXPECT_EQ(scanned["tube"]["accession"], accession_["alias"]);
  EXPECT_EQ(isolate("c")["sample"], "expected") << "nobody scanned it";
  EXPECT_EQ(scan(accession_["b"], box["id"])["tube"]["accession"], accession_["b"]);
}

TEST_F(Shipments, ABoxIsAnnouncedOnceAndHoldsOnlyTubesThatAreAwaited) {
  const auto first = dispatch({"a", "b"});
  EXPECT_EQ(dispatch({"b", "a"})["id"], first["id"]) << "the same again changes nothing";
  const auto refused = [&](const json& body) {
    return rita_->post("/api/v1/shipments", body).status;
  };
  EXPECT_EQ(refused({{"box", "B-1"}, {"tubes", {"c"}}}), 409);
  EXPECT_EQ(refused({{"box", "B-2"}, {"tubes", {"a"}}}), 409) << "it is in another box";
  EXPECT_EQ(refused({{"box", "B-2"}, {"tubes", {"c", "c"}}}), 400);
  EXPECT_EQ(refused({{"box", "B-2"}, {"tubes", {"z"}}}), 404);
  EXPECT_EQ(refused({{"box", "B-2"}, {"tubes", json::array()}}), 400);
  EXPECT_EQ(refused({{"box", "B-2"}, {"laboratory", "OUS"}, {"tubes", {"c"}}}), 400);
  EXPECT_EQ(rita_->get("/api/v1/shipments").json()["items"].size(), 1U);
}

TEST_F(Shipments, AreNotSeenByAnotherLaboratory) {
  const auto box = dispatch({"a"});
  auto olav = logged_in("olav");
  EXPECT_EQ(olav.get("/api/v1/shipments").json()["items"].size(), 0U);
  EXPECT_EQ(olav.get("/api/v1/shipments/" + std::to_string(box["id"].get<int>())).status, 404);
  EXPECT_EQ(olav.post("/api/v1/shipments", {{"box", "B-9"}, {"tubes", {"c"}}}).status, 404)
      << "the tube is not that laboratory's";
  EXPECT_EQ(olav.post("/api/v1/shipments", {{"box", "B-9"}, {"tubes", {accession_["c"]}}}).status,
            404);
}

TEST_F(Shipments, AnIdentityNumberUnderTheScannerIsNeverKept) {
  const auto answer = beate_->post("/api/v1/scans", {{"code", "15076500565"}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(answer.body.find("15076500565"), std::string::npos);
}

TEST_F(Shipments, AListAsksTheDatabaseAsOftenForManyAsForFew) {
  const auto asked = [&](std::size_t boxes) {
    const auto before = registry_.statements();
    const auto items = beate_->get("/api/v1/shipments").json()["items"];
    EXPECT_EQ(items.size(), boxes);
    return registry_.statements() - before;
  };
  dispatch({"a", "b"});
  const auto of_one = asked(1);
  dispatch({"c"}, "B-2");
  EXPECT_EQ(asked(2), of_one);
  const auto both = beate_->get("/api/v1/shipments").json()["items"];
  EXPECT_EQ(both[0]["tube_count"], 1) << "the newest comes first";
  EXPECT_EQ(both[1]["tube_count"], 2);
}
