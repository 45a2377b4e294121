// A laboratory with one signed answer, and somebody with its database in hand.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/scenario/laboratory/test_laboratory.h"
#include "tests/support/run_program.h"
#include "workflow/quality_control.h"
#include "workflow/test_results.h"

namespace kres::testing {

class Tampering : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fresh_directory(std::string("tampering_") +
                              ::testing::UnitTest::GetInstance()->current_test_info()->name());
    lab_ = std::make_unique<TestLaboratory>(folder_ / "registry");
    lab_->employ();
    write_referrals(folder_ / "in", "L", 1);
    const auto accession = lab_->import(folder_ / "in")->front().accession;
    ASSERT_TRUE(workflow::run_pending_jobs(lab_->services(), lab_->examiner()));
    const auto desk = lab_->desk();
    const auto kari = lab_->person("kari"), ola = lab_->person("ola");
    const auto draft = workflow::draft_answer(desk, accession, {Language::nb}, kari);
    ASSERT_TRUE(workflow::validate_answer(desk, draft->id, "", kari));
    ASSERT_TRUE(workflow::approve_answer(desk, draft->id, "", ola));
    ASSERT_TRUE(lab_->verify());
  }
  void TearDown() override {
    lab_.reset();
    std::filesystem::remove_all(folder_);
  }

  void decide_on_a_day_that_is_out() {
    const auto& rules = lab_->examiner().standard.control;
    const laboratory::QcDayName day{{2026, 11, 20}, "meropenem", "broth_microdilution", ""};
    ASSERT_TRUE(workflow::enter_qc_results(lab_->services(), rules,
                                           {{.day = day.day,
                                             .strain = "ATCC 25922",
                                             .agent = day.agent,
                                             .method = day.method,
                                             .sign = "=",
                                             .value = 0.25,
                                             .unit = "mg/L"}},
                                           "kari"));
    ASSERT_TRUE(workflow::decide_qc_day(
        lab_->services(), rules,
        {.of = day, .accepted = false, .reason = "a new panel", .seen = {{1}}}, "kari"));
  }

  // Takes the guards away first, as one who may write the file or owns the server can.
  std::string found_after(const std::string& sql, const std::string& then = "select 1") {
    forge(sql, then);
    const auto verified = lab_->verify();
    return verified ? "nothing" : verified.error().message;
  }

  void forge(const std::string& sql, const std::string& then = "select 1") {
    const auto session = lab_->open_session();
    if (session->dialect() == storage::Dialect::sqlite) {
      EXPECT_TRUE(session->execute("pragma foreign_keys = off"));
      const auto triggers =
          *session->query("select name from sqlite_master where type = 'trigger'");
      for (const auto& row : triggers) EXPECT_TRUE(session->execute("drop trigger " + row.text(0)));
    } else {
      EXPECT_TRUE(session->execute("set session_replication_role = replica"));
    }
    for (const auto* one : {&sql, &then}) {
      const auto changed = session->execute(*one);
      EXPECT_TRUE(changed) << changed.error().text();
    }
  }

  // Writes the whole trail anew without one kind of event, with a chain and a head that fit.
  void rewrite_trail_without(const std::string& left_out) {
    std::vector<laboratory::AuditEntry> entries;
    const auto keep = [&](const laboratory::AuditEvent& event) -> Result<void> {
      if (event.entry.event != left_out) entries.push_back(event.entry);
      return {};
    };
    ASSERT_TRUE(lab_->read()->audit().each(keep));
    forge("delete from audit_event");
    std::filesystem::remove(lab_->path() / "audit.head");
    std::string signing;
    const auto work = lab_->write();
    for (const auto& entry : entries) {
      const auto event = work->audit().append(entry);
      ASSERT_TRUE(event);
      if (event->entry.event == "answer.signed") signing = event->hash;
    }
    ASSERT_TRUE(work->commit());
    forge("update answer set audit_event = '" + signing + "'");
  }

  Path folder_;
  std::unique_ptr<TestLaboratory> lab_;
};

}  // namespace kres::testing
