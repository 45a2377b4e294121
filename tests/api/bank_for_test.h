// A small strain bank over HTTP: two sites, a freezer and boxes.
#pragma once

#include <string>
#include <vector>

#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

namespace kres::testing {

class BankFixture : public ApiFixture {
 protected:
  void SetUp() override {
    ApiFixture::SetUp();
    const int tromso = add_place({{"kind", "site"}, {"name", "Tromsø"}});
    freezer_ = add_place({{"kind", "freezer"}, {"name", "F1"}, {"parent", tromso}});
    rack_ = add_place({{"kind", "rack"}, {"name", "R1"}, {"parent", freezer_}});
    box_ = add_box(rack_, "B1", 9, 9);
    const int bodo = add_place({{"kind", "site"}, {"name", "Bodø"}});
    far_box_ = add_box(add_place({{"kind", "freezer"}, {"name", "F9"}, {"parent", bodo}}), "X", 5,
                       5, "column_wise");
    accession_ = receive_isolate(registry_, {.sender_id = "K-7"});
    examine_isolate(registry_, accession_);
  }

  Answer post(const std::string& path, const nlohmann::json& body,
              const std::string& person = "beate") {
    return logged_in(person).post("/api/v1" + path, body);
  }
  Answer get(const std::string& path) { return logged_in("beate").get("/api/v1" + path); }

  int add_place(const nlohmann::json& place) {
    const auto answer = post("/bank/places", place);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return answer.status == 201 ? answer.json()["id"].get<int>() : 0;
  }
  int add_box(int parent, const std::string& name, int rows, int columns,
              const std::string& numbering = "letters_numbers") {
    return add_place({{"kind", "box"},
                      {"name", name},
                      {"parent", parent},
                      {"rows", rows},
                      {"columns", columns},
                      {"numbering", numbering}});
  }

  static nlohmann::json lot(int box, const std::vector<std::string>& positions) {
    auto vials = nlohmann::json::array();
    for (const auto& position : positions) vials.push_back({{"box", box}, {"position", position}});
    return {{"passage", 1}, {"made", "2026-11-19"}, {"medium", "glycerol"}, {"vials", vials}};
  }
  static nlohmann::json new_strain(int box, const std::vector<std::string>& positions,
                                   const std::string& distribution = "agreement") {
    auto body = lot(box, positions);
    body["risk_group"] = 2;
    body["distribution"] = distribution;
    return body;
  }
  Answer bank(const std::string& accession, const nlohmann::json& body,
              const std::string& person = "beate") {
    return post("/isolates/" + accession + "/strain", body, person);
  }
  nlohmann::json contents(int box) {
    return get("/bank/places/" + std::to_string(box)).json()["contents"];
  }

  int freezer_ = 0, rack_ = 0, box_ = 0, far_box_ = 0;
  std::string accession_;
};

}  // namespace kres::testing
