// A laboratory with one referred isolate, for tests of the main job.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "base/files.h"
#include "tests/scenario/laboratory/test_laboratory.h"
#include "tests/support/run_program.h"

namespace kres::testing {

class MainJob : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fresh_directory(std::string("laboratory_") +
                              ::testing::UnitTest::GetInstance()->current_test_info()->name());
    lab_ = std::make_unique<TestLaboratory>(folder_ / "registry");
    lab_->employ();
    write_referrals(folder_ / "in", "L", 1);
  }
  void TearDown() override {
    lab_.reset();
    std::filesystem::remove_all(folder_);
  }

  std::string import_one() {
    const auto received = lab_->import(folder_ / "in");
    EXPECT_TRUE(received) << received.error().text();
    return received ? received->front().accession : "";
  }
  std::string import_and_analyse() {
    const auto accession = import_one();
    const auto runs = workflow::run_pending_jobs(lab_->services(), lab_->examiner());
    EXPECT_TRUE(runs) << runs.error().text();
    return accession;
  }
  laboratory::Answer signed_answer(const std::string& accession, const std::string& reason = "") {
    return signed_answer(accession, {Language::nb, reason});
  }
  laboratory::Answer signed_answer(const std::string& accession, const workflow::DraftWish& wish) {
    auto answer = workflow::draft_answer(lab_->desk(), accession, wish, lab_->person("kari"));
    EXPECT_TRUE(answer) << answer.error().text();
    answer = workflow::validate_answer(lab_->desk(), answer->id, "sett", lab_->person("kari"));
    EXPECT_TRUE(answer) << answer.error().text();
    answer = workflow::approve_answer(lab_->desk(), answer->id, "", lab_->person("ola"));
    EXPECT_TRUE(answer) << answer.error().text();
    return *answer;
  }
  // The same referral again with one more result.
  void send_ciprofloxacin(const std::string& by = "system") {
    auto table = *read_file(folder_ / "in" / "susceptibility.tsv");
    table += "L-1\tKlebsiella pneumoniae\tciprofloxacin\tbmd\t=\t4\t\n";
    ASSERT_TRUE(write_file_atomic(folder_ / "in" / "susceptibility.tsv", table));
    const auto again = lab_->import(folder_ / "in", workflow::Mode::store, by);
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(again->front().outcome, workflow::Outcome::extended);
  }
  laboratory::Isolate isolate(const std::string& accession) {
    return **lab_->read()->isolates().find(accession);
  }
  // Rows of every table and stored files: what an import that is refused must not change.
  std::string contents() {
    const auto session = lab_->open_session();
    std::string counts;
    for (const auto* table : {"referral", "isolate", "isolate_file", "blob", "measurement", "job",
                              "audit_event", "accession_counter"})
      counts +=
          std::to_string(
              session->query(std::string("select count(*) from ") + table)->front().integer(0)) +
          " ";
    return counts + std::to_string(lab_->services().blobs.list()->size());
  }

  Path folder_;
  std::unique_ptr<TestLaboratory> lab_;
};

}  // namespace kres::testing
