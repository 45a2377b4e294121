// The catalogue and requests over HTTP: two strains banked, one asked for, picked and shipped.
#include "tests/api/bank_for_test.h"

using namespace kres;
using kres::testing::Answer;
using kres::testing::examine_isolate;
using kres::testing::receive_isolate;
using nlohmann::json;

namespace {

const std::vector<std::string> kNoFaults;

class Distribution : public kres::testing::BankFixture {
 protected:
  void SetUp() override {
    BankFixture::SetUp();
    first_ = bank(accession_, new_strain(box_, {"A1", "A2"})).json()["number"];
    const auto other = receive_isolate(registry_, {.sender_id = "K-8"});
    examine_isolate(registry_, other);
    second_ = bank(other, new_strain(box_, {"B1"})).json()["number"];
  }

  int add_agreement(const std::string& institution = "SSI",
                    const std::string& until = "2027-01-01") {
    const auto answer = post("/bank/agreements", {{"institution", institution},
                                                  {"reference", "MTA 2026/14"},
                                                  {"valid_from", "2026-01-01"},
                                                  {"valid_until", until}});
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(faults(answer, "Agreement"), kNoFaults) << answer.body;
    return answer.json()["id"];
  }

  std::string ask(const std::string& strain, int vials = 1, int containment = 2) {
    const auto answer =
        post("/bank/requests", {{"institution", "SSI"},
                                {"person", "A. Jensen"},
                                {"contact", "aj@ssi.example"},
                                {"purpose", "method comparison"},
                                {"containment", containment},
                                {"strains", {{{"number", strain}, {"vials", vials}}}}});
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(faults(answer, "StrainRequest"), kNoFaults) << answer.body;
    return "/bank/requests/" + answer.json()["number"].get<std::string>();
  }

  // As many vials of the strain as were asked for, approved and not picked yet.
  std::string approved(const std::string& strain, int vials = 1) {
    const auto request = ask(strain, vials);
    if (agreement_ == 0) agreement_ = add_agreement();
    const auto answer = post(request + "/approval", {{"agreement", agreement_}}, "magnus");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return request;
  }
  Answer pick(const std::string& request, const json& codes) {
    return post(request + "/steps", {{"state", "picked"}, {"vials", codes}});
  }
  std::vector<std::string> to_pick(const std::string& request) {
    std::vector<std::string> codes;
    const auto shown = get(request).json();
    for (const auto& vial : shown["to_pick"]) codes.push_back(vial["code"]);
    return codes;
  }
  void check_lot(const std::string& strain, const std::string& kind, const std::string& result) {
    const auto answer = post("/bank/strains/" + strain + "/lots/1/checks",
                             {{"kind", kind},
                              {"result", result},
                              {"checked", "2026-11-20"},
                              {"statement", "streaked on blood agar"}});
    EXPECT_EQ(answer.status, 201) << answer.body;
  }

  std::string first_, second_;
  int agreement_ = 0;
};

TEST_F(Distribution, TwoStrainsAreBankedAndOneIsAskedForPickedAndShipped) {
  const auto request = ask(first_);
  const int agreement = add_agreement();
  EXPECT_EQ(post(request + "/approval", {{"agreement", agreement}}, "beate").status, 403)
      << "approval is the microbiologist's";
  const auto approved = post(request + "/approval", {{"agreement", agreement}}, "magnus");
  ASSERT_EQ(approved.status, 200) << approved.body;
  EXPECT_EQ(approved.json()["state"], "approved");
  EXPECT_EQ(approved.json()["to_pick"].size(), 1U);
  const auto list = get(request + "/picking-list?lang=en");
  EXPECT_TRUE(list.body.starts_with("%PDF-"));
  const std::string code = approved.json()["to_pick"][0]["code"];
  EXPECT_EQ(post(request + "/steps", {{"state", "shipped"}}).status, 409) << "not picked yet";
  const auto picked =
      post(request + "/steps", {{"state", "picked"}, {"vials", json::array({code})}});
  ASSERT_EQ(picked.status, 200) << picked.body;
  const auto shipped = post(request + "/steps", {{"state", "shipped"}, {"comment", "dry ice"}});
  ASSERT_EQ(shipped.status, 200) << shipped.body;
  EXPECT_EQ(faults(shipped, "StrainRequest"), kNoFaults) << shipped.body;
  const auto strain = get("/bank/strains/" + first_).json();
  EXPECT_EQ(strain["movements"][0]["reason"], "shipped");
  EXPECT_NE(strain["movements"][0]["comment"].get<std::string>().find("SSI"), std::string::npos);
  EXPECT_EQ(contents(box_)[0]["vial"], nullptr) << "its position is free";
  EXPECT_NE(contents(box_)[1]["vial"], nullptr) << "the other vial stays";
  EXPECT_EQ(post(request + "/steps", {{"state", "received"}}).json()["state"], "received");
  const auto steps = get(request).json()["steps"];
  ASSERT_EQ(steps.size(), 5U);
  EXPECT_EQ(steps[1]["person"], "magnus");
  EXPECT_EQ(steps[3]["comment"], "dry ice");
  EXPECT_EQ(faults(get("/bank/requests"), "StrainRequestList"), kNoFaults);
}

TEST_F(Distribution, NothingIsShippedWithoutAValidAgreement) {
  const auto request = ask(first_);
  EXPECT_EQ(post(request + "/approval", {{"agreement", 99}}, "magnus").json()["detail"],
            "Nothing is sent without an agreement");
  EXPECT_NE(post(request + "/approval", {{"agreement", add_agreement("FHI")}}, "magnus")
                .json()["detail"]
                .get<std::string>()
                .find("is with FHI"),
            std::string::npos);
  const int short_one = add_agreement("SSI", "2026-11-25");
  ASSERT_EQ(post(request + "/approval", {{"agreement", short_one}}, "magnus").status, 200);
  const std::string code = get(request).json()["to_pick"][0]["code"];
  ASSERT_EQ(post(request + "/steps", {{"state", "picked"}, {"vials", json::array({code})}}).status,
            200);
  registry_.clock.set("2026-11-26T09:00:00Z");
  const auto late = post(request + "/steps", {{"state", "shipped"}});
  EXPECT_EQ(late.status, 400) << "it ended yesterday";
  EXPECT_EQ(get(request).json()["state"], "picked");
  EXPECT_NE(contents(box_)[0]["vial"], nullptr) << "the vial is still there";
}

TEST_F(Distribution, TermsOfTheStrainStandBeforeTheRequest) {
  const int agreement = add_agreement();
  ASSERT_EQ(
      post("/bank/strains/" + first_ + "/terms", {{"risk_group", 3}, {"distribution", "agreement"}})
          .status,
      201);
  EXPECT_EQ(post(ask(first_) + "/approval", {{"agreement", agreement}}, "magnus").json()["detail"],
            first_ + " is of risk group 3, the institution may handle 2");
  ASSERT_EQ(
      post("/bank/strains/" + second_ + "/terms", {{"risk_group", 2}, {"distribution", "closed"}})
          .status,
      201);
  EXPECT_EQ(post(ask(second_) + "/approval", {{"agreement", agreement}}, "magnus").json()["detail"],
            second_ + " is not given to others");
  EXPECT_EQ(get("/bank/strains/" + second_).json()["terms"].size(), 2U) << "older terms are kept";
}

TEST_F(Distribution, WhatIsPickedIsWhatWasAskedFor) {
  const auto request = ask(first_, 2);
  ASSERT_EQ(post(request + "/approval", {{"agreement", add_agreement()}}, "magnus").status, 200);
  const auto vials = get(request).json()["to_pick"];
  ASSERT_EQ(vials.size(), 2U);
  const auto pick = [&](const json& codes) {
    return post(request + "/steps", {{"state", "picked"}, {"vials", codes}});
  };
  EXPECT_EQ(pick(json::array({vials[0]["code"]})).json()["detail"],
            first_ + ": 2 vials were asked for and 1 picked");
  const auto foreign = get("/bank/strains/" + second_).json()["lots"][0]["vials"][0]["code"];
  EXPECT_EQ(pick({vials[0]["code"], vials[1]["code"], foreign}).status, 400);
  EXPECT_EQ(pick(json::array({"KRS-9999-1-01-K"})).status, 404);
  EXPECT_EQ(get(request).json()["picked"], json::array()) << "nothing half-picked";
  EXPECT_EQ(pick({vials[0]["code"], vials[1]["code"]}).status, 200);
}

TEST_F(Distribution, NoVialOfACondemnedLotIsSuggestedPickedOrShipped) {
  const auto request = approved(first_), late = approved(second_);
  const auto code = to_pick(request).at(0), late_code = to_pick(late).at(0);
  ASSERT_EQ(pick(late, {late_code}).status, 200);
  check_lot(first_, "viability", "not_viable");
  check_lot(second_, "identity", "other_strain");
  EXPECT_EQ(to_pick(request), std::vector<std::string>{});
  const auto refused = pick(request, {code});
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(refused.json()["detail"], "Vial " + code +
                                          " is not given out: its lot was found not to grow, by "
                                          "the check of 2026-11-20");
  const auto kept = post(late + "/steps", {{"state", "shipped"}});
  EXPECT_EQ(kept.status, 409);
  EXPECT_EQ(kept.json()["detail"], "Vial " + late_code +
                                       " is not given out: its lot was found to be another strain, "
                                       "by the check of 2026-11-20");
  EXPECT_EQ(get(late).json()["state"], "picked");
  EXPECT_EQ(get("/bank/strains?availability=in_stock").json()["total"], 0);
  EXPECT_EQ(get("/bank/strains/" + first_ + "/card").json()["available"], false);
  check_lot(first_, "viability", "viable");
  EXPECT_EQ(to_pick(request), std::vector<std::string>{code}) << "the newest check counts";
  EXPECT_EQ(pick(request, {code}).status, 200);
}

TEST_F(Distribution, AVialIsPickedForOneRequest) {
  const auto request = approved(first_), other = approved(first_);
  const auto code = to_pick(request).at(0);
  ASSERT_EQ(pick(request, {code}).status, 200);
  const auto left = to_pick(other);
  ASSERT_EQ(left.size(), 1U);
  EXPECT_NE(left.at(0), code) << "it waits to be shipped";
  const auto refused = pick(other, {code});
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(refused.json()["detail"], "Vial " + code + " is picked for " + request.substr(15));
  EXPECT_EQ(pick(other, left).status, 200);
  ASSERT_EQ(post(request + "/steps", {{"state", "withdrawn"}, {"comment", "changed plans"}}).status,
            200);
  EXPECT_EQ(to_pick(approved(first_)), std::vector<std::string>{code}) << "nobody waits for it";
}

TEST_F(Distribution, AVialNamedTwiceIsTold) {
  const auto request = approved(first_, 2);
  const auto code = to_pick(request).at(0);
  const auto refused = pick(request, {code, code});
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(refused.json()["detail"], "Vial " + code + " is named twice");
}

TEST_F(Distribution, ADecisionIsMadeOnceAndSaysWhy) {
  const auto request = ask(first_);
  EXPECT_EQ(post(request + "/refusal", {{"comment", ""}}, "magnus").status, 400);
  EXPECT_EQ(post(request + "/refusal", {{"comment", "no laboratory of level 3"}}, "magnus").status,
            200);
  EXPECT_EQ(post(request + "/approval", {{"agreement", add_agreement()}}, "magnus").status, 409);
}

TEST_F(Distribution, AnAgreementHasItsSignedDocument) {
  const auto path = "/api/v1/bank/agreements/" + std::to_string(add_agreement()) + "/document";
  auto beate = logged_in("beate");
  const auto store = [&](const std::string& bytes) {
    return beate.send("POST", path, bytes,
                      {{"Content-Type", "application/pdf"}, {"X-CSRF-Token", beate.csrf_token}});
  };
  EXPECT_EQ(store("hello").status, 400) << "no PDF";
  EXPECT_EQ(beate.get(path).status, 404);
  EXPECT_EQ(store("%PDF-1.7 signed").status, 201);
  EXPECT_EQ(beate.get(path).body, "%PDF-1.7 signed");
  EXPECT_EQ(store("%PDF-1.7 other").status, 409);
}

TEST_F(Distribution, TheCatalogueIsSearchedAndExported) {
  const auto all = get("/bank/strains?availability=distributable");
  EXPECT_EQ(faults(all, "StrainCatalogue"), kNoFaults) << all.body;
  EXPECT_EQ(all.json()["total"], 2);
  EXPECT_EQ(get("/bank/strains?present=blaKPC*&absent=blaNDM-1").json()["total"], 2);
  EXPECT_EQ(get("/bank/strains?present=blaOXA-48").json()["total"], 0);
  EXPECT_EQ(get("/bank/strains?agent=meropenem&mic_from=8&category=R").json()["total"], 2);
  EXPECT_EQ(get("/bank/strains?agent=meropenem&mic_to=4").json()["total"], 0);
  EXPECT_EQ(get("/bank/strains?mic_to=4").status, 400) << "of which agent?";
  EXPECT_EQ(get("/bank/strains?q=" + second_).json()["items"][0]["number"], second_);
  const auto page = get("/bank/strains?limit=1").json();
  EXPECT_EQ(page["items"].size(), 1U);
  EXPECT_EQ(get("/bank/strains?limit=1&cursor=" + page["next_cursor"].get<std::string>())
                .json()["items"][0]["number"],
            second_);
  const auto table = get("/bank/catalogue.tsv?species=Klebsiella").body;
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 3) << table;
  EXPECT_NE(
      table.find(first_ + "\t" + accession_ + "\tKlebsiella pneumoniae\t11\tblaKPC-2\t2026\t2"),
      std::string::npos)
      << table;
}

TEST_F(Distribution, TheCardTellsNothingOfThePatient) {
  const auto card = get("/bank/strains/" + first_ + "/card");
  EXPECT_EQ(faults(card, "StrainCard"), kNoFaults) << card.body;
  EXPECT_EQ(card.json()["determinants"], json({"blaKPC-2"}));
  EXPECT_EQ(card.json()["isolation"],
            json({{"country", "NO"}, {"year", 2026}, {"source", "blood"}}));
  EXPECT_EQ(card.json()["available"], true);
  EXPECT_EQ(card.json()["susceptibility"], json::array()) << "the only MIC is constructed";
  for (const auto* secret : {"PSEUDONYM", "UNN", "K-7", "Greece", "2026-11-18"})
    EXPECT_EQ(card.body.find(secret), std::string::npos) << secret;
}

}  // namespace
