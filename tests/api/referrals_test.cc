// Referrals over HTTP: one by its fields, many as a sheet; dry run, sending again, and wrong rows.
#include <chrono>

#include <fmt/format.h>

#include "tests/api/api_fixture.h"

using namespace kres;
using namespace kres::testing;
using nlohmann::json;

namespace {

class Referrals : public ApiFixture {
 protected:
  void SetUp() override {
    ApiFixture::SetUp();
    const auto work = registry_.write();
    for (const auto& laboratory : {laboratory::Laboratory{"UNN", "Tromsø", "nord"},
                                   laboratory::Laboratory{"OUS", "Oslo", "sor-ost"}})
      ASSERT_TRUE(work->laboratories().save(laboratory));
    ASSERT_TRUE(work->commit());
  }
  kres::testing::Answer send_sheet(Client& person, const std::string& sheet, bool dry = false) {
    return person.send(
        "POST", std::string("/api/v1/referral-sheets") + (dry ? "?dry_run=true" : ""), sheet,
        {{"X-CSRF-Token", person.csrf_token}, {"Content-Type", "application/octet-stream"}});
  }
  std::int64_t stored() { return registry_.read()->isolates().list({}).value().total; }
};

const std::string kHead = "laboratory;sender_id;suspected_group;received;age;ward\n";

}  // namespace

TEST_F(Referrals, ADryRunTellsWhatWouldHappenAndStoresNothing) {
  auto beate = logged_in("beate");
  const auto sheet = kHead + "UNN;a;CPO;2026-11-18;70;\nUNN;b;VRE;2026-11-19;;\n";
  const auto dry = send_sheet(beate, sheet, true);
  EXPECT_EQ(faults(dry, "ReferralReport"), std::vector<std::string>{});
  EXPECT_FALSE(dry.json()["stored"]);
  EXPECT_EQ(dry.json()["counts"]["created"], 2);
  EXPECT_EQ(dry.json()["referrals"][0]["accession"], "");
  EXPECT_EQ(stored(), 0);

  const auto first = send_sheet(beate, sheet);
  EXPECT_TRUE(first.json()["stored"]);
  EXPECT_EQ(first.json()["referrals"][1]["line"], 3);
  EXPECT_EQ(stored(), 2);
}

TEST_F(Referrals, TheSameSheetAgainChangesNothingAndAnEmptyCellErasesNothing) {
  auto beate = logged_in("beate");
  send_sheet(beate, kHead + "UNN;a;CPO;2026-11-18;70;ICU\n");
  const auto events = registry_.read()->audit().last().value()->sequence;
  for (const auto* again : {"UNN;a;CPO;2026-11-18;70;ICU\n", "UNN;a;CPO;2026-11-18;;\n"})
    EXPECT_EQ(send_sheet(beate, kHead + again).json()["counts"]["unchanged"], 1);
  const auto other = send_sheet(beate, kHead + "UNN;a;CPO;2026-11-18;71;\n").json();
  EXPECT_EQ(other["counts"]["differing"], 1);
  EXPECT_EQ(other["referrals"][0]["differences"],
            json::parse(R"([{"field": "age", "text": "another value is stored"}])"));
  EXPECT_EQ(registry_.read()->audit().last().value()->sequence, events) << "nothing was written";
  auto work = registry_.read();
  EXPECT_EQ(work->referrals().find("UNN", "a").value()->patient.age, 70);
  EXPECT_EQ(work->referrals().find("UNN", "a").value()->clinical.ward, "ICU");
}

TEST_F(Referrals, WhatASenderDoesNotSayOfTheTubeIsNoOtherValueWhenItSendsAgain) {
  auto beate = logged_in("beate");
  auto rita = logged_in("rita");
  const auto post = [](Client& person, json fields) {
    fields.update({{"sender_id", "a"}, {"suspected_group", "CPO"}});
    return person.post("/api/v1/referrals", fields).json();
  };
  ASSERT_EQ(post(beate, {{"laboratory", "UNN"}, {"sends", "both"}})["counts"]["created"], 1);
  EXPECT_EQ(post(rita, json::object())["counts"]["unchanged"], 1);
  EXPECT_EQ(post(rita, {{"sends", "tube"}})["counts"]["differing"], 1) << "said, it is one";
}

TEST_F(Referrals, OneWrongRowKeepsTheWholeSheetOutAndIsNamedWithItsRow) {
  auto beate = logged_in("beate");
  const auto answer =
      send_sheet(beate, kHead + "UNN;a;CPO;2026-11-18;;\nUNN;1-Mar;CPO;2026-11-18;;\n");
  EXPECT_EQ(answer.status, 200);
  EXPECT_FALSE(answer.json()["stored"]);
  const auto message = answer.json()["messages"][0];
  EXPECT_EQ(message["line"], 3);
  EXPECT_EQ(message["column"], "sender_id");
  EXPECT_EQ(message["code"], "mangled");
  EXPECT_EQ(stored(), 0);
}

TEST_F(Referrals, OneReferralIsAnnouncedByItsFieldsAndWaitsForItsTube) {
  auto beate = logged_in("beate");
  const auto answer = beate.post("/api/v1/referrals", {{"laboratory", "OUS"},
                                                       {"sender_id", "x"},
                                                       {"suspected_group", "CPO"},
                                                       {"sends", "tube"},
                                                       {"age", 44}});
  EXPECT_EQ(faults(answer, "ReferralReport"), std::vector<std::string>{});
  ASSERT_TRUE(answer.json()["stored"]) << answer.body;
  const std::string accession = answer.json()["referrals"][0]["accession"];
  const auto isolate = beate.get("/api/v1/isolates/" + accession).json();
  EXPECT_EQ(isolate["state"], "expected");
  EXPECT_EQ(isolate["sample"], "expected");
  EXPECT_EQ(isolate["next_step"], "receive");
  EXPECT_FALSE(isolate["overdue"]);
  registry_.clock.set("2027-03-01T09:00:00Z");
  EXPECT_EQ(logged_in("beate").get("/api/v1/isolates?state=overdue").json()["total"], 0)
      << "what is not here yet is not late";
}

TEST_F(Referrals, AnIdentityNumberIsRefusedAndNotRepeated) {
  auto beate = logged_in("beate");
  const auto answer = beate.post("/api/v1/referrals", {{"laboratory", "UNN"},
                                                       {"sender_id", "x"},
                                                       {"suspected_group", "CPO"},
                                                       {"sends", "tube"},
                                                       {"patient", "15076500565"}});
  EXPECT_EQ(answer.json()["messages"][0]["code"], "identity_number");
  EXPECT_EQ(answer.body.find("15076500565"), std::string::npos);
  EXPECT_EQ(stored(), 0);
}

TEST_F(Referrals, ALargeSheetIsStoredWhole) {
  constexpr int kRows = 5000;
  std::string sheet = kHead;
  for (int i = 0; i < kRows; ++i)
    sheet += fmt::format("UNN;L-{};CPO;2026-11-18;{};ward {}\n", i, i % 100, i % 7);
  auto beate = logged_in("beate");
  const auto began = std::chrono::steady_clock::now();
  const auto answer = send_sheet(beate, sheet);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - began;
  ASSERT_TRUE(answer.json()["stored"]) << answer.body.substr(0, 300);
  EXPECT_EQ(answer.json()["counts"]["created"], kRows);
  EXPECT_EQ(stored(), kRows);
  RecordProperty("seconds", fmt::format("{:.2f}", taken.count()));
  fmt::print("a sheet of {} rows: {:.2f} s\n", kRows, taken.count());
}
