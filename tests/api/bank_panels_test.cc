// Panels over HTTP: chosen by query, blinded, opened once by a named role.
#include <set>

#include "tests/api/bank_for_test.h"

using namespace kres;
using kres::testing::examine_isolate;
using kres::testing::receive_isolate;
using nlohmann::json;

namespace {

const std::vector<std::string> kNoFaults;

class StrainPanels : public kres::testing::BankFixture {
 protected:
  void SetUp() override {
    BankFixture::SetUp();
    for (int n = 1; n <= 4; ++n) {
      const auto isolate = receive_isolate(registry_, {.sender_id = "P-" + std::to_string(n)});
      examine_isolate(registry_, isolate);
      EXPECT_EQ(bank(isolate, new_strain(box_, {"C" + std::to_string(n)})).status, 201);
    }
  }

  // Measured, never sequenced.
  void bank_without_genome(const std::string& position) {
    const auto isolate =
        receive_isolate(registry_, {.sender_id = "W-" + position, .with_genome = false});
    EXPECT_EQ(bank(isolate, new_strain(box_, {position})).status, 201);
  }

  static json query(int count) {
    return {{"title", "EQA 2026"},
            {"seed", "kres-1"},
            {"groups",
             {{{"name", "KPC"},
               {"count", count},
               {"species", "Klebsiella pneumoniae"},
               {"present", {"blaKPC*"}},
               {"agent", "meropenem"},
               {"mic_from", 8}},
              {{"name", "wild type"}, {"count", 2}, {"absent", {"carbapenemase", "bla*"}}}}}};
  }
};

TEST_F(StrainPanels, ATrialSaysHowManyFitAndThatFewerExist) {
  bank_without_genome("D1");
  const auto trial = post("/bank/panels/trial", query(10));
  ASSERT_EQ(trial.status, 200) << trial.body;
  EXPECT_EQ(faults(trial, "PanelTrial"), kNoFaults) << trial.body;
  const json kpc = {{"name", "KPC"}, {"asked", 10}, {"found", 4}, {"chosen", 4}};
  EXPECT_EQ(trial.json()["groups"][0], kpc);
  EXPECT_EQ(trial.json()["groups"][1]["found"], 0)
      << "a strain that was never sequenced is of no wild type";
  EXPECT_EQ(get("/bank/strains?absent=bla*").json()["total"], 0);
}

TEST_F(StrainPanels, TheKeyStaysSealedUntilAMicrobiologistOpensIt) {
  const auto made = post("/bank/panels", query(3));
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(faults(made, "StrainPanel"), kNoFaults) << made.body;
  const auto path = "/bank/panels/" + made.json()["number"].get<std::string>();
  ASSERT_EQ(made.json()["members"].size(), 3U);
  for (const auto& answer : {made, get(path), get("/bank/panels")})
    EXPECT_EQ(answer.body.find("KRS-"), std::string::npos) << answer.body;
  const auto other = post("/bank/panels", query(1)).json();
  const auto listed = get("/bank/panels").json()["items"];
  ASSERT_EQ(listed.size(), 2U);
  EXPECT_EQ(listed[0]["members"], other["members"]);
  EXPECT_EQ(listed[1]["members"], made.json()["members"]) << "codes, and no strain";
  EXPECT_EQ(post(path + "/opening", json::object(), "beate").status, 403);
  const auto opened = post(path + "/opening", json::object(), "magnus");
  ASSERT_EQ(opened.status, 200) << opened.body;
  std::set<std::string> strains;
  const auto key = opened.json();
  for (const auto& member : key["members"]) {
    strains.insert(member["strain"].get<std::string>());
    EXPECT_EQ(member["group"], "KPC");
  }
  EXPECT_EQ(strains.size(), 3U);
  EXPECT_EQ(opened.json()["opened_by"], "magnus");
  EXPECT_EQ(opened.json()["key_digest"], made.json()["key_digest"]);
  EXPECT_EQ(post(path + "/opening", json::object(), "magnus").status, 409);
  const auto events = *registry_.read()->audit().of(made.json()["number"]);
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[1].entry.event, "strain_panel.opened");
  EXPECT_EQ(events[1].entry.person, "magnus");
}

TEST_F(StrainPanels, TheSameSeedChoosesTheSameStrainsUnderOtherCodes) {
  const auto key = [&] {
    const auto made = post("/bank/panels", query(2)).json();
    const auto path = "/bank/panels/" + made["number"].get<std::string>() + "/opening";
    std::set<std::string> strains, codes;
    const auto opened = post(path, json::object(), "magnus").json();
    for (const auto& member : opened["members"]) {
      strains.insert(member["strain"].get<std::string>());
      codes.insert(member["code"].get<std::string>());
    }
    return std::pair(strains, codes);
  };
  const auto first = key(), second = key();
  EXPECT_EQ(first.first, second.first);
  EXPECT_NE(first.second, second.second) << "codes are random, or knowing one panel opens another";
}

TEST_F(StrainPanels, LabelsShowTheCodesOnly) {
  const auto made = post("/bank/panels", query(2)).json();
  const auto labels = get("/bank/panels/" + made["number"].get<std::string>() + "/labels");
  EXPECT_EQ(labels.status, 200);
  EXPECT_TRUE(labels.body.starts_with("%PDF-"));
}

TEST_F(StrainPanels, WhatCannotBeChosenIsRefused) {
  auto nothing = query(1);
  nothing["groups"][0]["present"] = {"blaVIM-1"};
  EXPECT_EQ(post("/bank/panels", nothing).json()["detail"], "No strain fits the query");
  auto no_seed = query(1);
  no_seed["seed"] = "";
  EXPECT_EQ(post("/bank/panels", no_seed).status, 400);
  EXPECT_EQ(get("/bank/panels").json()["items"], json::array());
}

}  // namespace
