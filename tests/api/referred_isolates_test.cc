// What a referring laboratory sees: its own isolates and signed answers, and nothing of others.
#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

using namespace kres;
using kres::testing::Answer;
using kres::testing::Client;
using nlohmann::json;

namespace {

const std::vector<std::string> kNoFaults;
constexpr const char* kList = "/api/v1/referred-isolates";

class ReferredIsolates : public kres::testing::ApiFixture {
 protected:
  void SetUp() override {
    ApiFixture::SetUp();
    own_ = kres::testing::receive_isolate(registry_, {.laboratory = "UNN", .sender_id = "T-1"});
    other_ = kres::testing::receive_isolate(registry_, {.laboratory = "OUS", .sender_id = "O-1"});
    kres::testing::examine_isolate(registry_, own_);
    kres::testing::examine_isolate(registry_, other_);
  }

  // Begins an answer, validates and signs it as far as asked; gives its address.
  std::string answer(const std::string& accession, int steps) {
    auto beate = logged_in("beate");
    auto magnus = logged_in("magnus");
    const auto isolate = "/api/v1/isolates/" + accession;
    const auto drafted =
        beate.post(isolate + "/answers", {{"language", "nb"}}, beate.get(isolate).header("etag"));
    EXPECT_EQ(drafted.status, 201) << drafted.body;
    const auto address = drafted.header("location");
    const json comment = {{"comment", "internal remark"}};
    if (steps > 0) beate.post(address + "/validation", comment, beate.get(address).header("etag"));
    if (steps > 1) magnus.post(address + "/approval", comment, magnus.get(address).header("etag"));
    return address;
  }

  std::string own_, other_;
};

}  // namespace

TEST_F(ReferredIsolates, AreTheOwnLaboratorysOnly) {
  auto rita = logged_in("rita");
  const auto list = rita.get(kList);
  ASSERT_EQ(list.status, 200) << list.body;
  EXPECT_EQ(faults(list, "ReferredIsolateList"), kNoFaults) << list.body;
  EXPECT_EQ(list.json()["total"], 1);
  ASSERT_EQ(list.json()["items"].size(), 1U);
  EXPECT_EQ(list.json()["items"][0]["accession"], own_);
  EXPECT_EQ(list.body.find("O-1"), std::string::npos);
  auto olav = logged_in("olav");
  EXPECT_EQ(olav.get(kList).json()["items"][0]["accession"], other_);
}

TEST_F(ReferredIsolates, OfAWholeHealthRegionIfThePersonIsSetSo) {
  registry_.add_laboratory({"NLSH", "Nordlandssykehuset", "nord"});
  registry_.add_referring_person("runa", "Runa Ruud", "NLSH", laboratory::Reach::region);
  auto runa = logged_in("runa");
  EXPECT_EQ(runa.get(kList).json()["total"], 1) << "UNN is in the same region, OUS is not";
  EXPECT_EQ(runa.get(kList).json()["items"][0]["laboratory"]["code"], "UNN");
}

TEST_F(ReferredIsolates, AnotherLaboratorysIsAsIfItWereNotThere) {
  auto rita = logged_in("rita");
  const auto foreign = rita.get(std::string(kList) + "/" + other_);
  const auto unknown = rita.get(std::string(kList) + "/2026-CPO-9999-X");
  EXPECT_EQ(foreign.status, 404);
  EXPECT_EQ(unknown.status, 404);
  auto as_if = foreign.body;
  for (auto at = as_if.find(other_); at != std::string::npos; at = as_if.find(other_))
    as_if.replace(at, other_.size(), "2026-CPO-9999-X");
  EXPECT_EQ(as_if, unknown.body);
}

// A new draft after the signed answer is the laboratory's own matter.
TEST_F(ReferredIsolates, StayAnsweredWhileAnAmendmentIsDrafted) {
  answer(own_, 2);
  auto rita = logged_in("rita");
  const auto filtered = std::string(kList) + "?progress=answered";
  const auto before = rita.get(filtered);
  ASSERT_EQ(before.json()["total"], 1) << before.body;
  auto beate = logged_in("beate");
  const auto isolate = "/api/v1/isolates/" + own_;
  const auto drafted = beate.post(isolate + "/answers", {{"language", "nb"}, {"reason", "ny MIC"}},
                                  beate.get(isolate).header("etag"));
  ASSERT_EQ(drafted.status, 201) << drafted.body;
  ASSERT_EQ(beate.get(isolate).json()["state"], "draft");
  EXPECT_EQ(rita.get(filtered).body, before.body);
  EXPECT_EQ(rita.get(filtered + "&q=T-1").body, before.body);
  EXPECT_EQ(rita.get(filtered + "&limit=1").json()["total"], 1);
}

TEST_F(ReferredIsolates, TellNothingThatIsNotSigned) {
  auto rita = logged_in("rita");
  const auto isolate = std::string(kList) + "/" + own_;
  const auto address = answer(own_, 0);
  const auto tells_nothing = [&] {
    const auto seen = rita.get(isolate);
    EXPECT_EQ(seen.json()["answers"], json::array());
    EXPECT_EQ(seen.json()["progress"], "in_progress");
    EXPECT_EQ(rita.get(address + "/pdf").status, 404);
    EXPECT_EQ(rita.get(address + "/json").status, 404);
    for (const auto* found : {"Klebsiella", "ST11", "KPC", "validated", "draft"})
      EXPECT_EQ(seen.body.find(found), std::string::npos) << found;
  };
  tells_nothing();
  auto beate = logged_in("beate");
  EXPECT_EQ(beate
                .post(address + "/validation", {{"comment", "internal remark"}},
                      beate.get(address).header("etag"))
                .status,
            200);
  tells_nothing();
}

TEST_F(ReferredIsolates, ShowSignedAnswersWithoutTheLaboratorysRemarks) {
  const auto address = answer(own_, 2);
  auto rita = logged_in("rita");
  const auto isolate = rita.get(std::string(kList) + "/" + own_);
  EXPECT_EQ(faults(isolate, "ReferredIsolate"), kNoFaults) << isolate.body;
  ASSERT_EQ(isolate.json()["answers"].size(), 1U) << isolate.body;
  EXPECT_EQ(isolate.json()["progress"], "answered");
  EXPECT_EQ(isolate.json()["answers"][0]["version"], 1);
  EXPECT_EQ(isolate.json()["answers"][0]["current"], true);
  EXPECT_EQ(isolate.body.find("internal remark"), std::string::npos);
  EXPECT_EQ(rita.get(address + "/pdf").body, "%PDF " + own_ + "/1 signed");
  EXPECT_EQ(rita.get(address + "/json").status, 200);

  auto olav = logged_in("olav");
  EXPECT_EQ(olav.get(address + "/pdf").status, 404);
  EXPECT_EQ(olav.get(address + "/json").status, 404);
  EXPECT_EQ(olav.get(address + "/pdf").body, olav.get("/api/v1/answers/9999/pdf").body);
}

TEST_F(ReferredIsolates, AreSearchedByWhatTheSenderKnows) {
  auto rita = logged_in("rita");
  const auto total = [&](const std::string& text) {
    return rita.get(std::string(kList) + "?q=" + text).json()["total"];
  };
  EXPECT_EQ(total("t-1"), 1);
  EXPECT_EQ(total("O-1"), 0);
  EXPECT_EQ(total("Klebsiella"), 0) << "the species is a finding until it is signed";
  EXPECT_EQ(total("11"), 0) << "so is the ST";
}

TEST_F(ReferredIsolates, ThePersonOfTheSessionNamesItsLaboratory) {
  auto rita = logged_in("rita");
  const auto session = rita.get("/api/v1/session");
  EXPECT_EQ(faults(session, "Session"), kNoFaults) << session.body;
  EXPECT_EQ(session.json()["person"]["laboratory"], "UNN");
  EXPECT_EQ(session.json()["person"]["reach"], "laboratory");
  auto beate = logged_in("beate");
  EXPECT_EQ(beate.get("/api/v1/session").json()["person"]["laboratory"], "");
}

TEST_F(ReferredIsolates, AListAsksTheDatabaseAsOftenForManyAsForFew) {
  for (const auto* id : {"T-2", "T-3", "T-4"})
    kres::testing::receive_isolate(registry_, {.laboratory = "UNN", .sender_id = id});
  auto rita = logged_in("rita");
  const auto asked = [&](int limit) {
    const auto before = registry_.statements();
    const auto answer = rita.get(std::string(kList) + "?limit=" + std::to_string(limit));
    EXPECT_EQ(answer.json()["items"].size(), static_cast<std::size_t>(limit)) << answer.body;
    return registry_.statements() - before;
  };
  EXPECT_EQ(asked(1), asked(3));
}
