// The work list and single isolates over HTTP.
#include <unistd.h>

#include <cstdio>
#include <memory>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

using namespace kres;
using kres::testing::examine_isolate;
using kres::testing::receive_isolate;
using nlohmann::json;

using Isolates = kres::testing::ApiFixture;

namespace {

std::vector<std::string> sender_ids(const json& list) {
  std::vector<std::string> ids;
  for (const auto& item : list["items"]) ids.push_back(item["sender_id"]);
  return ids;
}

const std::vector<std::string> kNoFaults;

}  // namespace

TEST_F(Isolates, TheWorkListBeginsWithTheLeastTimeLeft) {
  registry_.clock.set("2026-11-20T09:00:00Z");
  receive_isolate(registry_, {.sender_id = "new", .received = {2026, 11, 19}});
  receive_isolate(registry_, {.sender_id = "late", .received = {2026, 11, 10}});
  receive_isolate(registry_,
                  {.laboratory = "OUS", .sender_id = "older", .received = {2026, 11, 16}});
  const auto answer = logged_in("beate").get("/api/v1/isolates?sort=time_left");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(faults(answer, "IsolateList"), kNoFaults) << answer.body;
  EXPECT_EQ(sender_ids(answer.json()), (std::vector<std::string>{"late", "older", "new"}));
  const auto late = answer.json()["items"][0];
  EXPECT_EQ(late["due"], "2026-11-17");
  EXPECT_EQ(late["days_used"], 10);
  EXPECT_EQ(late["days_left"], -3);
  EXPECT_EQ(late["overdue"], true);
  EXPECT_EQ(late["state"], "analysing");
  EXPECT_EQ(late["constructed"], true);
  EXPECT_EQ(answer.json()["counts"]["analysing"], 3);
  EXPECT_EQ(answer.json()["counts"]["overdue"], 1);
  EXPECT_EQ(answer.json()["items"][1]["laboratory"],
            json::parse(R"({"code": "OUS", "name": "Oslo universitetssykehus"})"));
}

TEST_F(Isolates, AListAsksTheDatabaseAsOftenForManyAsForFew) {
  susceptibility::Measurement value{.organism = "Klebsiella pneumoniae", .agent = "meropenem"};
  value.value = 16;
  for (const int number : {1, 2, 3, 4, 5, 6, 7, 8}) {
    value.isolate = fmt::format("S-{}", number);
    value.date = Date{2026, 11, 10U + static_cast<unsigned>(number)};
    receive_isolate(registry_, {.sender_id = value.isolate, .measured = {value}});
  }
  kres::testing::run_jobs(registry_, standards_.in_force(), "Klebsiella pneumoniae");
  auto beate = logged_in("beate");
  for (const int day : {11, 12, 13, 14, 15, 16, 17, 18})  // each is out, and holds a value back
    ASSERT_EQ(
        beate
            .post("/api/v1/quality-control/results", {{"results",
                                                       {{{"strain", "ATCC 25922"},
                                                         {"agent", "meropenem"},
                                                         {"method", "broth_microdilution"},
                                                         {"value", "8"},
                                                         {"day", fmt::format("2026-11-{}", day)},
                                                         {"lot", "P-17"}}}}})
            .status,
        201);
  const auto asked = [&](const std::string& list, int limit) {
    const auto before = registry_.statements();
    const auto answer = beate.get(fmt::format("/api/v1/{}limit={}", list, limit));
    EXPECT_EQ(answer.json()["items"].size(), static_cast<std::size_t>(limit)) << answer.body;
    return registry_.statements() - before;
  };
  for (const auto* list : {"isolates?", "isolates?q=s-&"}) {
    asked(list, 2);  // the first search takes in what has changed
    const auto few = asked(list, 1);
    EXPECT_EQ(asked(list, 7), few) << list;
    EXPECT_LE(few, 20) << list;
  }
}

TEST_F(Isolates, TheWorkListIsFilteredAndComesInPages) {
  const auto first = receive_isolate(registry_, {.sender_id = "sent-a"});
  for (const auto* id : {"sent-b", "sent-c", "sent-d", "sent-e"})
    receive_isolate(registry_, {.sender_id = id});
  examine_isolate(registry_, first);
  auto beate = logged_in("beate");
  EXPECT_EQ(sender_ids(beate.get("/api/v1/isolates?state=ready").json()),
            std::vector<std::string>{"sent-a"});
  EXPECT_EQ(beate.get("/api/v1/isolates?q=sent-c").json()["total"], 1);
  EXPECT_EQ(beate.get("/api/v1/isolates?state=overdue").json()["total"], 0);

  std::vector<std::string> seen;
  std::string cursor;
  do {
    const auto page = beate.get("/api/v1/isolates?limit=2&cursor=" + cursor).json();
    EXPECT_EQ(page["total"], 5);
    for (const auto& id : sender_ids(page)) seen.push_back(id);
    cursor = page["next_cursor"];
  } while (!cursor.empty());
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(seen, (std::vector<std::string>{"sent-a", "sent-b", "sent-c", "sent-d", "sent-e"}));
}

TEST_F(Isolates, NonsenseInTheQueryIsRefused) {
  auto beate = logged_in("beate");
  for (const auto* query : {"?cursor=nonsense", "?limit=0", "?limit=501", "?state=gone",
                            "?sort=name", "?unknown=1", "?q=%00"})
    EXPECT_EQ(beate.get(std::string("/api/v1/isolates") + query).status, 400) << query;
}

TEST_F(Isolates, TheSearchTextIsNotSql) {
  receive_isolate(registry_, {.sender_id = "100%_sure'; drop table isolate; --"});
  receive_isolate(registry_, {.sender_id = "other"});
  auto beate = logged_in("beate");
  EXPECT_EQ(beate.get("/api/v1/isolates?q=%25_sure%27%3B%20drop").json()["total"], 1);
  EXPECT_EQ(beate.get("/api/v1/isolates?q=%25").json()["total"], 1);
  EXPECT_EQ(beate.get("/api/v1/isolates?q=_").json()["total"], 1);
}

TEST_F(Isolates, OneIsolateTellsEverythingThatIsKnown) {
  const auto accession = receive_isolate(registry_, {.sender_id = "K-7"});
  examine_isolate(registry_, accession);
  const auto answer = logged_in("beate").get("/api/v1/isolates/" + accession);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(faults(answer, "IsolateDetail"), kNoFaults) << answer.body;
  const auto isolate = answer.json();
  EXPECT_EQ(isolate["species"], "Klebsiella pneumoniae");
  EXPECT_EQ(isolate["st"], "11");
  EXPECT_EQ(isolate["key_findings"], json::array({"blaKPC-2"}));
  EXPECT_EQ(isolate["case_definitions"], json::array({"CPO"}));
  EXPECT_EQ(isolate["referral"]["clinical"]["travel"], "Greece");
  EXPECT_EQ(isolate["referral"]["patient"]["age"], 61);
  EXPECT_EQ(isolate["files"][0]["name"], "K-7.fasta");
  EXPECT_EQ(isolate["analyses"][0]["current"], true);
  EXPECT_EQ(isolate["analysis"]["determinants"][0]["symbol"], "blaKPC-2");
  EXPECT_EQ(isolate["answers"], json::array());
  EXPECT_EQ(isolate["clock"]["due"], "2026-11-25");
}

TEST_F(Isolates, AMeasurementStandsWithItsInterpretationAndItsProvenance) {
  const auto accession = receive_isolate(registry_, {.sender_id = "K-7"});
  examine_isolate(registry_, accession);
  const auto measured =
      logged_in("beate").get("/api/v1/isolates/" + accession).json()["measurements"][0];
  EXPECT_EQ(measured["text"], "8 mg/L");
  EXPECT_EQ(measured["provenance"], "constructed");
  EXPECT_EQ(measured["interpretation"]["category"], "R");
  EXPECT_EQ(measured["interpretation"]["breakpoint"]["s"], "2");
  EXPECT_EQ(measured["interpretation"]["wild_type"], false);
}

TEST_F(Isolates, BeforeTheAnalysisThereIsNothingToExplain) {
  const auto accession = receive_isolate(registry_, {.sender_id = "K-7"});
  const auto answer = logged_in("beate").get("/api/v1/isolates/" + accession);
  EXPECT_EQ(faults(answer, "IsolateDetail"), kNoFaults) << answer.body;
  EXPECT_EQ(answer.json()["analysis"], nullptr);
  EXPECT_EQ(answer.json()["explanation"], nullptr);
  EXPECT_EQ(answer.json()["measurements"][0]["interpretation"], nullptr);
  EXPECT_EQ(answer.json()["permissions"]["draft"],
            json::parse(R"({"allowed": false, "why": "answer.why.not_explained"})"));
}

TEST_F(Isolates, TextsComeInTheLanguageAskedFor) {
  const auto accession = receive_isolate(registry_, {.sender_id = "K-7"});
  examine_isolate(registry_, accession);
  auto beate = logged_in("beate");
  const auto in = [&](const std::string& language) {
    return beate.get("/api/v1/isolates/" + accession + "?lang=" + language).json();
  };
  EXPECT_EQ(in("nb")["explanation"]["verdict"], "Karbapenemase påvist: blaKPC-2.");
  EXPECT_EQ(in("en")["explanation"]["verdict"], "Carbapenemase found: blaKPC-2.");
  EXPECT_EQ(in("nb")["measurements"][0]["agent_name"], "meropenem");
  EXPECT_EQ(beate.get("/api/v1/isolates/" + accession + "?lang=se").status, 400);
}

TEST_F(Isolates, TheTagChangesWithTheIsolate) {
  const auto accession = receive_isolate(registry_, {.sender_id = "K-7"});
  auto beate = logged_in("beate");
  const auto before = beate.get("/api/v1/isolates/" + accession).header("etag");
  EXPECT_EQ(beate.get("/api/v1/isolates/" + accession).header("etag"), before);
  examine_isolate(registry_, accession);
  EXPECT_NE(beate.get("/api/v1/isolates/" + accession).header("etag"), before);
}

TEST_F(Isolates, AnUnknownAccessionIsNotFound) {
  auto beate = logged_in("beate");
  for (const auto* accession : {"2026-CPO-9999-X", "nonsense", "%27%20or%201%3D1", "..%2f..%2fetc"})
    EXPECT_EQ(beate.get(std::string("/api/v1/isolates/") + accession).status, 404) << accession;
}

TEST_F(Isolates, AnAccessionIsReadInEitherCase) {
  auto beate = logged_in("beate");
  for (const auto group : laboratory::kMicrobeGroups) {
    const auto accession = receive_isolate(
        registry_, {.sender_id = fmt::format("S-{}", name_of(group)), .group = group});
    for (const auto& asked : {accession, to_lower(accession)}) {
      const auto answer = beate.get("/api/v1/isolates/" + asked);
      EXPECT_EQ(answer.status, 200) << asked;
      EXPECT_EQ(answer.json()["accession"], accession) << asked;
    }
  }
}

TEST_F(Isolates, AnotherAnalysisIsAskedForOnce) {
  const auto accession = receive_isolate(registry_, {.sender_id = "K-7"});
  examine_isolate(registry_, accession);
  auto beate = logged_in("beate");
  const auto path = "/api/v1/isolates/" + accession;
  const auto etag = beate.get(path).header("etag");
  EXPECT_EQ(beate.post(path + "/analyses", json::object(), "\"stale\"").status, 412);
  const auto job = beate.post(path + "/analyses", json::object(), etag);
  EXPECT_EQ(job.status, 202);
  EXPECT_EQ(faults(job, "Job"), kNoFaults) << job.body;
  EXPECT_EQ(jobs_added_, 1);
  EXPECT_EQ(beate.get(job.header("location")).json()["state"], "queued");
  EXPECT_EQ(faults(beate.get("/api/v1/jobs"), "JobList"), kNoFaults);
  EXPECT_EQ(beate.get("/api/v1/jobs/99").status, 404);
  EXPECT_EQ(beate.get("/api/v1/jobs/x").status, 404);
}

TEST_F(Isolates, LaboratoriesAndStatisticsFitTheirSchemas) {
  receive_isolate(registry_, {.sender_id = "K-7"});
  auto beate = logged_in("beate");
  const auto laboratories = beate.get("/api/v1/laboratories");
  EXPECT_EQ(faults(laboratories, "LaboratoryList"), kNoFaults);
  EXPECT_EQ(laboratories.json()["items"].size(), 2U);
  const auto statistics = beate.get("/api/v1/statistics/turnaround");
  EXPECT_EQ(faults(statistics, "TurnaroundStatistics"), kNoFaults);
  EXPECT_EQ(statistics.json()["target_days"], 7);
  EXPECT_EQ(statistics.json()["answers"], 0);
}

namespace {

// How often a text stands in a printed PDF.
std::size_t times_printed(const std::string& pdf, const std::string& text) {
  const Path file = Path(::testing::TempDir()) / fmt::format("labels_{}.pdf", ::getpid());
  EXPECT_TRUE(write_file_atomic(file, pdf));
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(
      popen(fmt::format("pdftotext -layout {} -", file.string()).c_str(), "r"), pclose);
  std::string printed;
  char buffer[4096];
  while (const std::size_t n = fread(buffer, 1, sizeof buffer, pipe.get()))
    printed.append(buffer, n);
  std::filesystem::remove(file);
  std::size_t times = 0;
  for (auto at = printed.find(text); at != std::string::npos; at = printed.find(text, at + 1))
    ++times;
  return times;
}

}  // namespace

TEST_F(Isolates, LabelsOfTheirTubesArePrintedInTheWishedNumber) {
  const auto one = receive_isolate(registry_, {.sender_id = "K-1"});
  const auto two = receive_isolate(registry_, {.sender_id = "K-2"});
  auto beate = logged_in("beate");
  const auto labels =
      beate.get("/api/v1/isolate-labels?copies=3&sheet=a4_24&accessions=" + one + "," + two);
  ASSERT_EQ(labels.status, 200) << labels.body;
  EXPECT_EQ(labels.header("content-type"), "application/pdf");
  for (const auto* printed : {one.c_str(), two.c_str(), "UNN K-1", "UNN K-2"})
    EXPECT_EQ(times_printed(labels.body, printed), 3u) << printed;
  EXPECT_EQ(beate.get("/api/v1/isolate-labels?accessions=" + one + "%2C" + two).status, 200)
      << "on the usual sheet";
}

TEST_F(Isolates, LabelsOfUnknownIsolatesOrSheetsAreRefused) {
  const auto one = receive_isolate(registry_, {.sender_id = "K-1"});
  auto beate = logged_in("beate");
  const std::string path = "/api/v1/isolate-labels?accessions=";
  EXPECT_EQ(beate.get(path + one + ",2026-CPO-9999-X").status, 404);
  EXPECT_EQ(beate.get(path).status, 404) << "no isolate is named";
  EXPECT_EQ(beate.get(path + one + "&sheet=none").status, 400);
  EXPECT_EQ(beate.get(path + one + "&copies=21").status, 400);
  EXPECT_EQ(beate.get(path + one + "&first=66").status, 400) << "the sheet has 65 labels";
}
