// The strain bank over HTTP: boxes, strains, vials, checks, and what is due.
#include <thread>

#include "tests/api/bank_for_test.h"

using namespace kres;
using kres::testing::receive_isolate;
using nlohmann::json;
using Bank = kres::testing::BankFixture;

namespace {

const std::vector<std::string> kNoFaults;

TEST_F(Bank, AnIsolateIsBankedIntoPositionsOfABox) {
  const auto answer = bank(accession_, new_strain(box_, {"A1", "a2"}));
  ASSERT_EQ(answer.status, 201) << answer.body;
  EXPECT_EQ(faults(answer, "StrainDetail"), kNoFaults) << answer.body;
  const auto strain = answer.json();
  EXPECT_EQ(strain["number"].get<std::string>().substr(0, 9), "KRS-0001-");
  EXPECT_EQ(strain["species"], "Klebsiella pneumoniae");
  EXPECT_EQ(strain["lots"][0]["vials"][1]["spot"]["position"], "A2");
  EXPECT_EQ(strain["lots"][0]["vials"][1]["spot"]["path"], "Tromsø / F1 / R1 / B1");
  EXPECT_EQ(strain["lots"][0]["viability_due"], "2028-11-19") << "24 months after freezing";
  EXPECT_EQ(strain["sites"], json({"Tromsø"}));
  const auto again = bank(accession_, new_strain(box_, {"A3"}));
  EXPECT_EQ(again.status, 409);
  EXPECT_EQ(again.json()["detail"], "The isolate is in the bank already");
  EXPECT_EQ(contents(box_)[2]["vial"], nullptr) << "nothing of the refused one is stored";
}

TEST_F(Bank, ABoxShowsEveryPositionInTheOrderOfItsLid) {
  ASSERT_EQ(bank(accession_, new_strain(far_box_, {"6", "25"})).status, 201);
  const auto answer = get("/bank/places/" + std::to_string(far_box_));
  EXPECT_EQ(faults(answer, "StoragePlaceDetail"), kNoFaults) << answer.body;
  const auto box = answer.json();
  ASSERT_EQ(box["contents"].size(), 25U);
  EXPECT_EQ(box["contents"][1]["name"], "6") << "counted down the columns";
  EXPECT_EQ(box["contents"][1]["vial"]["accession"], accession_);
  EXPECT_EQ(box["contents"][24]["vial"]["placed_by"], "beate");
  EXPECT_EQ(box["contents"][0]["vial"], nullptr);
  const auto places = get("/bank/places");
  EXPECT_EQ(faults(places, "StoragePlaceList"), kNoFaults) << places.body;
  const auto listed = places.json();
  for (const auto& place : listed["items"])
    if (place["name"] == "Bodø") {
      EXPECT_EQ(place["vials"], 2) << "those in its boxes";
    }
}

TEST_F(Bank, WhoComesToATakenPositionIsToldWhoAndWhat) {
  const auto first = bank(accession_, new_strain(box_, {"B3"})).json();
  const auto other = receive_isolate(registry_, {.sender_id = "K-8"});
  const auto refused = bank(other, new_strain(box_, {"B2", "B3"}), "magnus");
  EXPECT_EQ(refused.status, 409);
  const auto code = first["lots"][0]["vials"][0]["code"].get<std::string>();
  EXPECT_EQ(refused.json()["detail"], "Tromsø / F1 / R1 / B1, B3 holds vial " + code + " of " +
                                          first["number"].get<std::string>() +
                                          ", placed by beate on 2026-11-20");
  EXPECT_EQ(contents(box_)[10]["vial"], nullptr) << "B2 was not filled either";
}

TEST_F(Bank, OfTwoWhoTakeAPositionAtOnceTheSecondIsTold) {
  const auto other = receive_isolate(registry_, {.sender_id = "K-8"});
  kres::testing::Answer first, second;
  std::thread a([&] { first = bank(accession_, new_strain(box_, {"A1"}), "beate"); });
  std::thread b([&] { second = bank(other, new_strain(box_, {"A1"}), "magnus"); });
  a.join();
  b.join();
  const auto& refused = first.status == 201 ? second : first;
  EXPECT_EQ(first.status + second.status, 201 + 409) << first.body << second.body;
  EXPECT_NE(refused.json()["detail"].get<std::string>().find("placed by"), std::string::npos)
      << refused.body;
}

TEST_F(Bank, AVialIsMovedThawedAndRemovedAndEveryMovementIsKept) {
  const auto strain = bank(accession_, new_strain(box_, {"A1"})).json();
  const auto number = strain["number"].get<std::string>();
  const auto path =
      "/bank/vials/" + strain["lots"][0]["vials"][0]["code"].get<std::string>() + "/movements";
  const auto moved = post(path, {{"kind", "moved"},
                                 {"to", {{"box", far_box_}, {"position", "7"}}},
                                 {"comment", "second site"}});
  EXPECT_EQ(moved.status, 201) << moved.body;
  EXPECT_EQ(faults(moved, "Vial"), kNoFaults) << moved.body;
  EXPECT_EQ(moved.json()["spot"]["path"], "Bodø / F9 / X");
  EXPECT_EQ(post(path, {{"kind", "thawed"}}, "magnus").json()["thaws"], 1);
  EXPECT_EQ(post(path, {{"kind", "removed"}, {"reason", "lost"}}).status, 400);
  EXPECT_EQ(post(path, {{"kind", "removed"}, {"reason", "shipped"}}).status, 400);
  const auto removed = post(path, {{"kind", "removed"}, {"reason", "used_up"}});
  EXPECT_EQ(removed.status, 201) << removed.body;
  EXPECT_EQ(removed.json()["spot"], nullptr);
  EXPECT_EQ(post(path, {{"kind", "thawed"}}).status, 409) << "it has left the bank";
  const auto after = get("/bank/strains/" + number).json();
  ASSERT_EQ(after["movements"].size(), 4U);
  EXPECT_EQ(after["movements"][0]["reason"], "used_up");
  EXPECT_EQ(after["movements"][1]["person"], "magnus");
  EXPECT_EQ(after["movements"][2]["comment"], "second site");
  EXPECT_EQ(after["movements"][3]["kind"], "stored");
  EXPECT_EQ(after["lots"][0]["viability_due"], nullptr) << "no vial is left to check";
  const auto events = *registry_.read()->audit().of(number);
  ASSERT_EQ(events.size(), 6U) << "terms, lot, stored, moved, thawed, removed";
  EXPECT_EQ(events[3].entry.event, "vial.moved");
  EXPECT_EQ(events[3].entry.after_digest, events[4].entry.before_digest);
}

TEST_F(Bank, LotsAreATreeAndDriftIsSeenInTheMic) {
  const auto number =
      bank(accession_, new_strain(box_, {"A1"})).json()["number"].get<std::string>();
  const auto path = "/bank/strains/" + number;
  auto second = lot(box_, {"A2"});
  second["parent"] = 1;
  EXPECT_EQ(post(path + "/lots", second).status, 400) << "the passage is no later one";
  second["passage"] = 2;
  const auto grown = post(path + "/lots", second);
  ASSERT_EQ(grown.status, 201) << grown.body;
  EXPECT_EQ(grown.json()["lots"][1]["parent"], 1);
  const auto check = [&](const std::string& result, double mic, const std::string& statement) {
    return post(path + "/lots/2/checks",
                {{"kind", "identity"},
                 {"result", result},
                 {"checked", "2026-11-20"},
                 {"statement", statement},
                 {"mics", {{{"agent", "meropenem"}, {"sign", "="}, {"value", mic}}}}});
  };
  EXPECT_EQ(check("same", 1, "").json()["detail"],
            "The MIC of meropenem moved by 3 dilutions: that is a drift");
  const auto same = [&](const json& fields) {
    json body = {{"kind", "identity"}, {"result", "same"}, {"checked", "2026-11-20"}};
    body.update(fields);
    return post(path + "/lots/2/checks", body);
  };
  const auto by_mic = [&](const std::string& agent, const std::string& sign, double value) {
    return same({{"mics", {{{"agent", agent}, {"sign", sign}, {"value", value}}}}});
  };
  EXPECT_EQ(by_mic("Meropenem", "<=", 1).json()["detail"],
            "The MIC of meropenem moved by at least 3 dilutions: that is a drift")
      << "an agent by any of its names, a bound by the gap";
  EXPECT_EQ(by_mic("meropenemm", "=", 8).json()["detail"], "'meropenemm' is no known agent");
  EXPECT_EQ(same({{"mics",
                   {{{"agent", "MEM"}, {"sign", "="}, {"value", 8}},
                    {{"agent", "meropenem"}, {"sign", "="}, {"value", 8}}}}})
                .json()["detail"],
            "meropenem is stated twice");
  const auto other = receive_isolate(registry_, {.sender_id = "K-9"});
  examine_isolate(registry_, other);
  const auto analysis_of = [&](const std::string& accession) {
    const auto work = registry_.read();
    return work->isolates().find(accession)->value().current_analysis.value;
  };
  EXPECT_EQ(same({{"analysis", analysis_of(other)}}).status, 400) << "another isolate's";
  EXPECT_EQ(same({{"analysis", analysis_of(accession_)}}).status, 201);
  const auto drifted = check("drifted", 1, "lost the plasmid");
  ASSERT_EQ(drifted.status, 201) << drifted.body;
  EXPECT_EQ(faults(drifted, "StrainDetail"), kNoFaults) << drifted.body;
  const auto mic = drifted.json()["lots"][1]["checks"][1]["mics"][0];
  EXPECT_EQ(mic["before"], 8) << "the isolate's own";
  EXPECT_EQ(mic["dilutions"], -3);
}

TEST_F(Bank, TheListOfWhatIsDueNamesLateChecksWornVialsAndSingleSites) {
  const auto strain = bank(accession_, new_strain(box_, {"A1"})).json();
  const auto code = strain["lots"][0]["vials"][0]["code"].get<std::string>();
  auto due = get("/bank/due");
  EXPECT_EQ(faults(due, "DueInBank"), kNoFaults) << due.body;
  EXPECT_EQ(due.json()["viability"], json::array()) << "due in two years";
  EXPECT_EQ(due.json()["thawed"], json::array());
  EXPECT_EQ(due.json()["few_sites"][0]["sites"], json({"Tromsø"}));
  for (int thaw = 0; thaw < 5; ++thaw)
    ASSERT_EQ(post("/bank/vials/" + code + "/movements", {{"kind", "thawed"}}).status, 201);
  EXPECT_EQ(get("/bank/due").json()["thawed"][0]["code"], code);
  registry_.clock.set("2028-11-21T09:00:00Z");
  EXPECT_EQ(get("/bank/due").json()["viability"][0]["days_left"], -2);
  ASSERT_EQ(post("/bank/strains/" + strain["number"].get<std::string>() + "/lots/1/checks",
                 {{"kind", "viability"}, {"result", "viable"}, {"checked", "2028-11-20"}})
                .status,
            201);
  EXPECT_EQ(get("/bank/due").json()["viability"], json::array());
  ASSERT_EQ(
      post("/bank/strains/" + strain["number"].get<std::string>() + "/lots", lot(far_box_, {"1"}))
          .status,
      201);
  EXPECT_EQ(get("/bank/due").json()["few_sites"], json::array()) << "a second site has it";
}

TEST_F(Bank, WhatLooksAtTheWholeBankIsReadAgainOnlyWhenSomethingHappened) {
  const auto strain = bank(accession_, new_strain(box_, {"A1", "A2"})).json();
  auto page = logged_in("beate");  // once: a log-in is an event, too
  const auto asked = [&](const std::string& what) {
    const auto before = registry_.statements();
    EXPECT_EQ(page.get("/api/v1" + what).status, 200);
    return registry_.statements() - before;
  };
  for (const auto* what : {"/bank/due", "/bank/strains?availability=in_stock"}) {
    const auto first = asked(what), again = asked(what);
    EXPECT_LT(again, first) << what;
    EXPECT_EQ(asked(what), again) << what;
  }
  const auto in_stock = [&] {
    return get("/bank/strains?availability=in_stock").json()["total"].get<int>();
  };
  EXPECT_EQ(in_stock(), 1);
  EXPECT_EQ(get("/bank/strains?availability=in_stock&species=Escherichia").json()["total"], 0)
      << "another question";
  for (const auto& vial : strain["lots"][0]["vials"])
    ASSERT_EQ(post("/bank/vials/" + vial["code"].get<std::string>() + "/movements",
                   {{"kind", "removed"}, {"reason", "used_up"}})
                  .status,
              201);
  EXPECT_EQ(in_stock(), 0) << "the last vial is gone";
  EXPECT_EQ(get("/bank/due").json()["few_sites"], json::array());
}

TEST_F(Bank, ARackIsMovedWithAllThatStandsInIt) {
  const auto number =
      bank(accession_, new_strain(box_, {"A1"})).json()["number"].get<std::string>();
  const int other =
      add_place({{"kind", "freezer"},
                 {"name", "F2"},
                 {"parent", get("/bank/places/" + std::to_string(freezer_)).json()["parent"]}});
  const auto rack = "/bank/places/" + std::to_string(rack_);
  const auto moved = post(rack + "/moves", {{"to", other}, {"comment", "F1 fails"}});
  EXPECT_EQ(moved.status, 200) << moved.body;
  EXPECT_EQ(moved.json()["events"][0]["from"], "Tromsø / F1");
  EXPECT_EQ(get("/bank/strains/" + number).json()["lots"][0]["vials"][0]["spot"]["path"],
            "Tromsø / F2 / R1 / B1");
  EXPECT_EQ(post("/bank/places/" + std::to_string(other) + "/moves", {{"to", rack_}}).status, 400);
  EXPECT_EQ(post(rack + "/moves", {{"to", other}}).json()["detail"], "'R1' stands there already");
}

TEST_F(Bank, AnAlarmIsKeptWithItsTemperature) {
  const auto path = "/bank/places/" + std::to_string(freezer_) + "/events";
  EXPECT_EQ(post(path, {{"kind", "temperature_alarm"}}).status, 400);
  const auto noted =
      post(path, {{"kind", "temperature_alarm"}, {"celsius", -41.5}, {"minutes", 90}});
  EXPECT_EQ(noted.status, 201) << noted.body;
  EXPECT_EQ(noted.json()["events"][0]["celsius"], -41.5);
  EXPECT_EQ(noted.json()["events"][0]["person"], "beate");
}

TEST_F(Bank, WhatCannotBeBankedIsRefusedWithTheReason) {
  const auto refusal = [&](const json& body) {
    const auto answer = bank(accession_, body);
    EXPECT_GE(answer.status, 400) << answer.body;
    return answer.json()["detail"].get<std::string>();
  };
  EXPECT_EQ(refusal(new_strain(box_, {"J1"})),
            "The box 'Tromsø / F1 / R1 / B1' has no position 'J1': they go from A1 to I9");
  EXPECT_EQ(refusal(new_strain(box_, {"A1", "A1"})), "Position A1 is named twice");
  EXPECT_EQ(refusal(new_strain(rack_, {"A1"})), "'Tromsø / F1 / R1' is no box");
  EXPECT_EQ(refusal(new_strain(999, {"A1"})), "There is no place 999 in the bank");
  EXPECT_EQ(refusal(new_strain(box_, {})), "State at least one position for a vial");
  auto body = new_strain(box_, {"A1"});
  body["made"] = "19.11.2026";
  EXPECT_EQ(refusal(body), "The field 'made' is no day, such as 2026-11-21");
  body = new_strain(box_, {"A1"});
  body["risk_group"] = 4;
  EXPECT_EQ(refusal(body), "The field 'risk_group' is no whole number from 1 to 3");
  EXPECT_EQ(contents(box_)[0]["vial"], nullptr);
}

TEST_F(Bank, LabelsAndShelfListsArePrinted) {
  const auto number =
      bank(accession_, new_strain(box_, {"A1", "A2"})).json()["number"].get<std::string>();
  const auto labels = get("/bank/strains/" + number + "/labels?sheet=a4_24&first=3");
  EXPECT_EQ(labels.status, 200) << labels.body;
  EXPECT_EQ(labels.header("content-type"), "application/pdf");
  EXPECT_TRUE(labels.body.starts_with("%PDF-"));
  EXPECT_EQ(get("/bank/strains/" + number + "/labels?sheet=none").status, 400);
  const auto list = get("/bank/places/" + std::to_string(freezer_) + "/shelf-list?lang=en");
  EXPECT_EQ(list.status, 200) << list.body;
  EXPECT_TRUE(list.body.starts_with("%PDF-"));
  EXPECT_EQ(faults(get("/bank/rules"), "BankRules"), kNoFaults);
}

}  // namespace
