// Uploads over HTTP: what is taken, what is refused, and what is left afterwards.
#include "base/digest.h"
#include "base/files.h"
#include "base/text.h"
#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

using namespace kres;
using kres::testing::Answer;
using kres::testing::Client;
using kres::testing::receive_isolate;
using nlohmann::json;

namespace {

const std::vector<std::string> kNoFaults;
const std::string kReads1 = "@r1\nACGTACGT\n+\nIIIIIIII\n";
const std::string kReads2 = "@r1\nTTGTACGT\n+\nIIIIIIII\n";
const std::string kAssembly = ">contig\nACGTACGTACGTACGTACGT\n";

json announced(const std::string& role, int lane, const std::string& name, std::size_t size) {
  return {{"role", role}, {"lane", lane}, {"name", name}, {"size", size}};
}

class Uploads : public kres::testing::ApiFixture {
 protected:
  void SetUp() override {
    ApiFixture::SetUp();
    accession_ = receive_isolate(registry_, {.sender_id = "sent"});
    beate_.emplace(logged_in("beate"));
  }

  Answer begin(const json& files) {
    return beate_->post("/api/v1/isolates/" + accession_ + "/uploads", {{"files", files}});
  }
  Answer begin_assembly(const std::string& name, std::size_t size) {
    return begin(json::array({announced("assembly", 0, name, size)}));
  }
  // The upload's address.
  std::string begin_pair() {
    const auto answer = begin({announced("reads_1", 1, "R1.fastq", kReads1.size()),
                               announced("reads_2", 1, "R2.fastq", kReads2.size())});
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(faults(answer, "Upload"), kNoFaults) << answer.body;
    return answer.header("location");
  }
  Answer send(const std::string& upload, int file, std::size_t offset, const std::string& bytes,
              std::string digest = {}) {
    if (digest.empty()) digest = sha256_hex(bytes);
    return beate_->send(
        "PUT",
        upload + "/files/" + std::to_string(file) + "?offset=" + std::to_string(offset) +
            "&sha256=" + digest,
        bytes,
        {{"X-CSRF-Token", beate_->csrf_token}, {"Content-Type", "application/octet-stream"}});
  }
  Answer complete(const std::string& upload, const std::vector<std::string>& contents) {
    json files = json::array();
    for (std::size_t i = 0; i < contents.size(); ++i)
      files.push_back({{"number", i + 1}, {"sha256", sha256_hex(contents[i])}});
    return beate_->post(upload + "/completion", {{"files", files}});
  }
  Answer cancel(const std::string& upload) {
    return beate_->send("DELETE", upload, "", {{"X-CSRF-Token", beate_->csrf_token}});
  }
  json isolate() { return beate_->get("/api/v1/isolates/" + accession_).json(); }
  std::size_t folders() { return registry_.uploads().store.list()->size(); }

  std::string accession_;
  std::optional<Client> beate_;
};

}  // namespace

TEST_F(Uploads, APairBecomesADeliveryWhenAllOfItIsThere) {
  const auto upload = begin_pair();
  const int before = static_cast<int>(isolate()["files"].size());
  EXPECT_EQ(send(upload, 1, 0, kReads1.substr(0, 9)).status, 200);
  EXPECT_EQ(send(upload, 2, 0, kReads2).status, 200);
  EXPECT_EQ(complete(upload, {kReads1, kReads2}).key(), "upload.why.incomplete");
  EXPECT_EQ(static_cast<int>(isolate()["files"].size()), before) << "half a pair is nothing";
  EXPECT_EQ(jobs_added_, 0);
  const auto last = send(upload, 1, 9, kReads1.substr(9));
  EXPECT_EQ(last.json()["received"], kReads1.size() + kReads2.size());
  const auto done = complete(upload, {kReads1, kReads2});
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(faults(done, "Upload"), kNoFaults) << done.body;
  EXPECT_EQ(done.json()["state"], "stored");
  EXPECT_EQ(jobs_added_, 1);
  const auto files = isolate()["files"];
  ASSERT_EQ(static_cast<int>(files.size()), before + 2);
  EXPECT_EQ(files[before]["role"], "reads_1");
  EXPECT_EQ(files[before]["sha256"], sha256_hex(kReads1));
  EXPECT_EQ(files[before + 1]["delivery"], 2);
  EXPECT_EQ(*registry_.services().blobs.read(sha256_hex(kReads2)), kReads2);
  EXPECT_EQ(isolate()["job"]["id"], done.json()["job"]);
  EXPECT_EQ(isolate()["state"], "analysing");
  EXPECT_EQ(folders(), 0u);
  EXPECT_EQ(complete(upload, {kReads1, kReads2}).json(), done.json()) << "once more: the same";
}

TEST_F(Uploads, APartThatIsNotWhatItSaysLeavesNothing) {
  const auto upload = begin_pair();
  const auto refused = send(upload, 1, 0, "@r1\nACGT", sha256_hex("@r1\nACGA"));
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.key(), "upload.why.part_checksum");
  EXPECT_EQ(refused.header("content-type"), "application/problem+json");
  EXPECT_EQ(beate_->get(upload).json()["received"], 0);
  EXPECT_EQ(folders(), 0u) << "not even a file";
  EXPECT_EQ(send(upload, 1, 0, kReads1).status, 200);
  EXPECT_EQ(send(upload, 1, 0, kReads1).key(), "upload.why.offset") << "it is there already";
  EXPECT_EQ(send(upload, 2, 3, kReads2.substr(3)).key(), "upload.why.offset") << "no holes";
  EXPECT_EQ(send(upload, 2, 0, kReads2 + "x").key(), "upload.why.beyond_end");
  EXPECT_EQ(send(upload, 2, 0, "").status, 400);
  EXPECT_EQ(send(upload, 2, 0, kReads2, "nonsense").status, 400);
  EXPECT_EQ(send(upload, 3, 0, kReads2).status, 404);
  EXPECT_EQ(send("/api/v1/uploads/99", 1, 0, kReads2).status, 404);
  EXPECT_EQ(send(upload, 2, 0, std::string((16 << 20) + 1, 'A')).status, 413);
}

TEST_F(Uploads, ANumberOfAFileIsNotCutToTheSizeOfAnother) {
  const auto upload = begin_assembly("g.fna", kAssembly.size()).header("location");
  for (const auto* number : {"4294967297", "-4294967295", "0", "-1", "9223372036854775807",
                             "18446744073709551617", "x"}) {
    const auto sent = beate_->send(
        "PUT", upload + "/files/" + number + "?offset=0&sha256=" + sha256_hex(kAssembly), kAssembly,
        {{"X-CSRF-Token", beate_->csrf_token}, {"Content-Type", "application/octet-stream"}});
    EXPECT_EQ(sent.status, 404) << number << sent.body;
  }
  ASSERT_EQ(send(upload, 1, 0, kAssembly).status, 200);
  const auto completed =
      beate_->post(upload + "/completion",
                   {{"files", {{{"number", 4294967297}, {"sha256", sha256_hex(kAssembly)}}}}});
  EXPECT_EQ(completed.status, 404) << completed.body;
}

TEST_F(Uploads, OfAnotherLaboratoryOfTheRegionAreSeenAndLeftAlone) {
  registry_.add_laboratory({"NLSH", "Nordlandssykehuset", "nord"});
  registry_.add_referring_person("runa", "Runa Ruud", "NLSH", laboratory::Reach::region);
  auto runa = logged_in("runa"), rita = logged_in("rita");
  const auto uploads = "/api/v1/isolates/" + accession_ + "/uploads";
  const json files = {{"files", json::array({announced("assembly", 0, "g.fna", 9)})}};
  ASSERT_EQ(runa.get("/api/v1/referred-isolates/" + accession_).status, 200);
  EXPECT_EQ(runa.post(uploads, files).status, 404);
  const auto upload = rita.post(uploads, files).header("location");
  ASSERT_FALSE(upload.empty());
  EXPECT_EQ(runa.get(upload).status, 200);
  EXPECT_EQ(runa.send("DELETE", upload, "", {{"X-CSRF-Token", runa.csrf_token}}).status, 404);
  EXPECT_EQ(
      runa.send("PUT", upload + "/files/1?offset=0&sha256=" + sha256_hex(kAssembly), kAssembly,
                {{"X-CSRF-Token", runa.csrf_token}, {"Content-Type", "application/octet-stream"}})
          .status,
      404);
  EXPECT_EQ(rita.get(upload).json()["state"], "open") << rita.get(upload).body;
}

TEST_F(Uploads, AFileThatIsNotWhatWasAnnouncedIsSentAgainFromTheBeginning) {
  const auto upload = begin_pair();
  send(upload, 1, 0, kReads1);
  send(upload, 2, 0, kReads2);
  const auto other = "@r1\nGGGGACGT\n+\nIIIIIIII\n";
  const auto refused = complete(upload, {kReads1, other});
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.key(), "upload.why.whole_checksum");
  const auto state = beate_->get(upload).json();
  EXPECT_EQ(state["state"], "open");
  EXPECT_EQ(state["files"][0]["received"], kReads1.size()) << "the right one stays";
  EXPECT_EQ(state["files"][1]["received"], 0);
  EXPECT_EQ(jobs_added_, 0);
  send(upload, 2, 0, other);
  EXPECT_EQ(complete(upload, {kReads1, other}).status, 200);
  EXPECT_EQ(*registry_.services().blobs.read(sha256_hex(other)), other);
}

TEST_F(Uploads, WhatIsNoGenomeIsRefusedWithTheReason) {
  const auto begun = begin_assembly("g.fna", kReads1.size());
  const auto upload = begun.header("location");
  send(upload, 1, 0, kReads1);
  const auto refused = complete(upload, {kReads1});
  EXPECT_EQ(refused.key(), "upload.why.not_a_genome");
  EXPECT_NE(refused.json()["detail"].get<std::string>().find("g.fna"), std::string::npos)
      << "named as it was sent: " << refused.body;
  EXPECT_EQ(refused.body.find("uploads"), std::string::npos) << "no path of the server";
  EXPECT_TRUE(isolate()["files"].size() == 1u);
}

TEST_F(Uploads, AnAssemblyReplacesNothingAndIsAnalysedNext) {
  const auto upload = begin_assembly("g.fna", kAssembly.size()).header("location");
  send(upload, 1, 0, kAssembly);
  ASSERT_EQ(complete(upload, {kAssembly}).status, 200);
  EXPECT_EQ(isolate()["files"].size(), 2u);
  const auto again = begin_assembly("same.fna", kAssembly.size()).header("location");
  send(again, 1, 0, kAssembly);
  const auto done = complete(again, {kAssembly});
  EXPECT_EQ(done.status, 200) << done.body;
  EXPECT_TRUE(done.json()["job"].is_null()) << "the same again changes nothing";
  EXPECT_EQ(isolate()["files"].size(), 2u);
}

TEST_F(Uploads, AnnouncementsAreChecked) {
  for (const auto& [files, what] : std::vector<std::pair<json, std::string>>{
           {json::array(), "no file"},
           {json::array({announced("reads_1", 1, "a", 10)}), "half a pair"},
           {json::array({announced("reads_3", 1, "a", 10)}), "unknown role"},
           {json::array({announced("assembly", 0, "a", 0)}), "empty"},
           {json::array({announced("assembly", 0, "../a", 10)}), "a folder"},
           {json::array({announced("assembly", 0, "", 10)}), "no name"},
           {json::array({announced("assembly", 0, "13097248022.fna", 10)}), "an identity number"},
           {json::array({announced("reads", 1, "a", 10), announced("long_reads", 2, "b", 10)}),
            "a mixture"}})
    EXPECT_EQ(begin(files).status, 400) << what;
  EXPECT_EQ(
      begin(json::array({{{"role", "assembly"}, {"lane", 0}, {"name", "a"}, {"size", -1}}})).status,
      400);
  EXPECT_EQ(begin(json::array({{{"role", "assembly"}, {"lane", 0}, {"name", "a"}, {"size", 1e30}}}))
                .status,
            400);
  EXPECT_EQ(begin_assembly("a", std::size_t{513} << 20).status, 413);
  EXPECT_EQ(beate_
                ->post("/api/v1/isolates/2026-CPO-9999-X/uploads",
                       {{"files", json::array({announced("assembly", 0, "a", 10)})}})
                .status,
            404);
}

TEST_F(Uploads, HaveAnEndAndAMeasure) {
  const auto upload = begin_pair();
  send(upload, 1, 0, kReads1);
  EXPECT_EQ(folders(), 1u);
  EXPECT_EQ(beate_->get("/api/v1/isolates/" + accession_ + "/uploads").json()["items"].size(), 1u);
  EXPECT_EQ(cancel(upload).json()["state"], "cancelled");
  EXPECT_EQ(folders(), 0u);
  EXPECT_EQ(cancel(upload).key(), "upload.why.over");
  EXPECT_EQ(send(upload, 1, kReads1.size(), "x").key(), "upload.why.over");
  EXPECT_EQ(complete(upload, {kReads1, kReads2}).key(), "upload.why.over");
  EXPECT_EQ(beate_->get("/api/v1/isolates/" + accession_ + "/uploads").json()["items"].size(), 0u);
  for (int i = 0; i < 8; ++i) begin_pair();
  EXPECT_EQ(begin_assembly("a", 10).key(), "upload.why.too_many");
}

TEST_F(Uploads, StaleOnesAreRemovedWithTheirBytes) {
  const auto old = begin_pair();
  send(old, 1, 0, kReads1);
  registry_.clock.advance(std::chrono::hours(24 * 6));
  beate_.emplace(logged_in("beate"));  // her session is over
  const auto young = begin_pair();
  send(young, 1, 0, kReads1);
  EXPECT_EQ(*workflow::remove_stale_uploads(registry_.uploads()), 0);
  registry_.clock.advance(std::chrono::hours(25));
  EXPECT_EQ(*workflow::remove_stale_uploads(registry_.uploads()), 1);
  auto beate = logged_in("beate");
  EXPECT_EQ(beate.get(old).json()["state"], "expired");
  EXPECT_EQ(beate.get(young).json()["state"], "open");
  EXPECT_EQ(folders(), 1u);
}

TEST_F(Uploads, AreEventsOfTheTrail) {
  const auto upload = begin_pair();
  send(upload, 1, 0, kReads1);
  send(upload, 2, 0, kReads2);
  complete(upload, {kReads1, kReads1});
  send(upload, 2, 0, kReads2);
  complete(upload, {kReads1, kReads2});
  cancel(begin_pair());
  std::vector<std::string> events;
  const auto history = isolate()["history"];
  for (const auto& event : history)
    if (const auto name = event["event"].get<std::string>();
        event["person"] == "beate" && name != "measurements.entered")
      events.push_back(name);
  EXPECT_EQ(join(events, " "),
            "upload.begun upload.refused file.attached file.attached analysis.queued upload.begun "
            "upload.cancelled");
}

TEST_F(Uploads, ADiskWithoutRoomIsToldBeforeAnythingIsSent) {
  registry_.upload_limits.reserve = std::uint64_t{1} << 60;
  const workflow::UploadDesk desk = registry_.uploads();
  const auto refused = workflow::begin_upload(
      desk, accession_, {{.place = {}, .name = "g.fna", .size = 10}}, "beate");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "upload.why.no_room");
}

TEST_F(Uploads, AJobIsCancelledOverHttp) {
  const auto upload = begin_assembly("g.fna", kAssembly.size()).header("location");
  send(upload, 1, 0, kAssembly);
  const auto job = complete(upload, {kAssembly}).json()["job"].get<int>();
  const auto address = "/api/v1/jobs/" + std::to_string(job);
  const auto cancelled = beate_->post(address + "/cancellation", json::object());
  EXPECT_EQ(cancelled.status, 200) << cancelled.body;
  EXPECT_EQ(faults(cancelled, "Job"), kNoFaults) << cancelled.body;
  EXPECT_EQ(cancelled.json()["state"], "cancelled");
  EXPECT_EQ(cancelled.json()["cancelled_by"], "beate");
  EXPECT_EQ(beate_->post(address + "/cancellation", json::object()).status, 409);
  EXPECT_EQ(beate_->post("/api/v1/jobs/999/cancellation", json::object()).status, 404);
  EXPECT_EQ(isolate()["state"], "received");
  EXPECT_EQ(isolate()["next_step"], "analyse");
}
