// Results of the past under the breakpoints of today: the old answer stays, the difference is told.
#include "report/answer_json.h"
#include "report/answer_pdf.h"
#include "report/compose_answer.h"
#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"
#include "tests/api/project_data.h"

using namespace kres;
using kres::testing::Client;
using nlohmann::json;
using susceptibility::Measurement;

namespace {

const std::vector<std::string> kNoFaults;
constexpr const char* kNewer = "EUCAST%20v16.0";
constexpr const char* kOlder = "EUCAST%20v15.0";

Measurement mic(const std::string& agent, double value) {
  Measurement m;
  m.organism = "Acinetobacter baumannii";
  m.agent = agent;
  m.value = value;
  return m;
}

// Answers are printed as the program prints them.
class Interpretations : public kres::testing::ApiFixture {
 protected:
  Interpretations() : texts_(kres::testing::project_answer_texts()) {
    desk_.render = [this](const report::AnswerInput& input) -> Result<workflow::RenderedAnswer> {
      KRES_ASSIGN(const auto document, report::compose_answer(input, agents_, texts_));
      KRES_ASSIGN(auto pdf, report::answer_pdf(document, texts_));
      return workflow::RenderedAnswer{std::move(pdf), report::answer_json(document)};
    };
  }

  // An Acinetobacter baumannii that was read under EUCAST v15.0 in November 2025. Trimethoprim-
  // sulfamethoxazole 1 mg/L: S <= 2, R > 4 then; S <= 0.5, R > 0.5 from 2026 on.
  std::string receive_in_2025(const std::string& sender_id) {
    registry_.clock.set("2025-11-19T09:00:00Z");
    const auto accession = kres::testing::receive_isolate(
        registry_, {.sender_id = sender_id,
                    .received = {2025, 11, 17},
                    .organism = "Acinetobacter baumannii",
                    .measured = {mic("trimethoprim-sulfamethoxazole", 1), mic("meropenem", 4)}});
    kres::testing::run_jobs(registry_, *standards_.find("EUCAST v15.0"), "Acinetobacter baumannii");
    return accession;
  }

  // Gives the address of the signed answer.
  std::string answer(const std::string& accession) {
    auto beate = logged_in("beate");
    auto magnus = logged_in("magnus");
    const auto isolate = "/api/v1/isolates/" + accession;
    const auto path =
        beate.post(isolate + "/answers", {{"language", "nb"}}, beate.get(isolate).header("etag"))
            .header("location");
    for (auto* step : {"/validation", "/approval"}) {
      auto& person = step == std::string("/validation") ? beate : magnus;
      EXPECT_EQ(person.post(path + step, json::object(), person.get(path).header("etag")).status,
                200);
    }
    return path;
  }

  // "S -> R", "S = S".
  static std::string reading(const json& row) {
    const auto text = [](const json& reading) {
      return reading["category"].is_null() ? reading["reason"].get<std::string>()
                                           : reading["category"].get<std::string>();
    };
    const bool changes =
        !row.contains("changes") || row["changes"].dump().find("category") != std::string::npos;
    return text(row["before"]) + (changes ? " -> " : " = ") + text(row["after"]);
  }

  static std::string query(const char* version) { return std::string("?version=") + version; }

 private:
  report::AnswerTexts texts_;
};

json row_of(const json& rows, const std::string& agent) {
  for (const auto& row : rows)
    if (row["measurement"]["agent"] == agent) return row;
  return nullptr;
}

}  // namespace

TEST_F(Interpretations, AnAnswerOf2025IsReissuedAsItWasAndShownUnderTheBreakpointsOfToday) {
  const auto path = answer(receive_in_2025("A-1"));
  auto beate = logged_in("beate");
  const auto pdf_then = beate.get(path + "/pdf").body;
  const auto json_then = beate.get(path + "/json").body;
  ASSERT_NE(json_then.find("EUCAST v15.0"), std::string::npos);
  ASSERT_EQ(json_then.find("EUCAST v16.0"), std::string::npos);

  registry_.clock.set("2026-11-20T09:00:00Z");
  beate = logged_in("beate");
  const auto today = beate.get(path + "/interpretations" + query(kNewer));
  ASSERT_EQ(today.status, 200) << today.body;
  EXPECT_EQ(faults(today, "Reinterpretation"), kNoFaults) << today.body;
  EXPECT_EQ(today.json()["answer"]["approved"].get<std::string>().substr(0, 4), "2025");
  const auto sxt = row_of(today.json()["rows"], "trimethoprim-sulfamethoxazole");
  EXPECT_EQ(reading(sxt), "S -> R");
  EXPECT_EQ(sxt["before"]["breakpoint"]["version"], "EUCAST v15.0");
  EXPECT_EQ(sxt["before"]["breakpoint"]["r"], "4");
  EXPECT_EQ(sxt["after"]["breakpoint"]["version"], "EUCAST v16.0");
  EXPECT_EQ(sxt["after"]["breakpoint"]["r"], "0.5");
  const auto meropenem = row_of(today.json()["rows"], "meropenem");
  EXPECT_EQ(reading(meropenem), "I = I");
  EXPECT_EQ(meropenem["changes"], json::array());

  EXPECT_EQ(beate.get(path + "/pdf").body, pdf_then) << "byte for byte";
  EXPECT_EQ(beate.get(path + "/json").body, json_then) << "byte for byte";
}

TEST_F(Interpretations, UnderItsOwnVersionAnAnswerSaysTheSame) {
  const auto path = answer(receive_in_2025("A-1"));
  auto beate = logged_in("beate");
  const auto same = beate.get(path + "/interpretations" + query(kOlder)).json();
  ASSERT_EQ(same["rows"].size(), 2U);
  for (const auto& row : same["rows"]) EXPECT_EQ(row["changes"], json::array()) << row;
}

TEST_F(Interpretations, AnAnswerKeepsTheMeasurementThatWasCorrectedLater) {
  const auto accession = receive_in_2025("A-1");
  const auto path = answer(accession);
  auto bjarne = logged_in("bjarne");
  const auto isolate = "/api/v1/isolates/" + accession;
  const json correction{
      {"measurements", {{{"agent", "meropenem"}, {"method", "bmd"}, {"value", "32"}}}},
      {"reason", "read again"}};
  ASSERT_EQ(
      bjarne.post(isolate + "/measurements", correction, bjarne.get(isolate).header("etag")).status,
      201);
  const auto of_answer = bjarne.get(path + "/interpretations" + query(kNewer)).json();
  EXPECT_EQ(row_of(of_answer["rows"], "meropenem")["measurement"]["text"], "4 mg/L");
  const auto of_isolate = bjarne.get(isolate + "/interpretations" + query(kNewer)).json();
  const auto corrected = row_of(of_isolate["rows"], "meropenem");
  EXPECT_EQ(corrected["measurement"]["text"], "32 mg/L");
  EXPECT_EQ(corrected["before"], nullptr) << "not interpreted yet";
  EXPECT_EQ(corrected["after"]["category"], "R");
}

TEST_F(Interpretations, TheRegistryTellsWhichAnswersWouldChange) {
  const auto answered = receive_in_2025("A-1");
  answer(answered);
  const auto open = receive_in_2025("A-2");
  registry_.clock.set("2026-11-20T09:00:00Z");
  auto beate = logged_in("beate");
  const auto first = beate.get("/api/v1/interpretation-changes" + query(kNewer) + "&limit=1");
  ASSERT_EQ(first.status, 200) << first.body;
  EXPECT_EQ(faults(first, "InterpretationChanges"), kNoFaults) << first.body;
  const auto page = first.json();
  EXPECT_EQ(page["total"], 2);
  EXPECT_EQ(page["isolates"], 1);
  EXPECT_EQ(page["rows"], 2);
  EXPECT_EQ(page["changed_rows"], 1);
  EXPECT_EQ(page["items"][0]["accession"], answered);
  EXPECT_EQ(page["items"][0]["answer"]["version"], 1);
  EXPECT_EQ(reading(page["items"][0]["rows"][0]), "S -> R");

  const auto second = beate.get("/api/v1/interpretation-changes" + query(kNewer) +
                                "&limit=1&cursor=" + page["next_cursor"].get<std::string>());
  EXPECT_EQ(second.json()["items"][0]["accession"], open);
  EXPECT_EQ(second.json()["items"][0]["answer"], nullptr) << "nothing is signed yet";
  EXPECT_EQ(second.json()["next_cursor"], "");
  EXPECT_EQ(beate.get("/api/v1/interpretation-changes" + query(kOlder)).json()["items"],
            json::array());
}

TEST_F(Interpretations, TheVersionsAtHandAreListedNewestFirst) {
  auto beate = logged_in("beate");
  const auto versions = beate.get("/api/v1/breakpoint-versions");
  EXPECT_EQ(faults(versions, "BreakpointVersionList"), kNoFaults) << versions.body;
  EXPECT_EQ(versions.json()["items"][0]["version"], "EUCAST v16.0");
  EXPECT_EQ(versions.json()["items"][0]["in_force"], true);
  EXPECT_EQ(versions.json()["items"][1]["version"], "EUCAST v15.0");
}

TEST_F(Interpretations, AVersionOrCursorThatIsNotThereIsRefused) {
  const auto accession = receive_in_2025("A-1");
  auto beate = logged_in("beate");
  EXPECT_EQ(
      beate.get("/api/v1/isolates/" + accession + "/interpretations?version=EUCAST%20v3").status,
      400);
  EXPECT_EQ(beate.get("/api/v1/answers/99/interpretations").status, 404);
  for (const auto* cursor : {"x", "-1", "1.5"})
    EXPECT_EQ(beate.get(std::string("/api/v1/interpretation-changes?cursor=") + cursor).status,
              400);
  EXPECT_EQ(beate.get("/api/v1/interpretation-changes?cursor=999").json()["items"], json::array());
}
