// A registry of its own for a test, with the records most tests need.
#pragma once

#include <memory>

#include <gtest/gtest.h>

#include "storage/sql/test_database.h"
#include "storage/tables/sql_registry.h"

namespace kres::storage {

// Keeps the head in memory.
class FakeWitness : public laboratory::AuditWitness {
 public:
  Result<void> remember(const laboratory::AuditHead& head) override {
    if (head.sequence > head_.sequence) head_ = head;
    return {};
  }
  Result<laboratory::AuditHead> remembered() const override { return head_; }

 private:
  laboratory::AuditHead head_;
};

class RegistryFixture : public testing::Test {
 protected:
  void SetUp() override {
    directory_ = Path(testing::TempDir()) / ("registry_" + std::to_string(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    database_ = std::make_unique<TestDatabase>(directory_ / "registry.sqlite",
                                               TestDatabase::Begin::emptied);
    auto opened = SqlRegistry::open(*database_, SqlRegistry::Missing::create, witness_);
    ASSERT_TRUE(opened) << opened.error().text();
    registry_ = std::move(*opened);
    auto work = begin();
    ASSERT_TRUE(work->laboratories().save({"UNN", "Tromsø", "nord"}));
    ASSERT_TRUE(work->commit());
  }
  void TearDown() override {
    registry_.reset();
    database_.reset();
    std::filesystem::remove_all(directory_);
  }

  // A session beside the registry's own.
  std::unique_ptr<Session> open_session() const { return database_->open(); }
  std::unique_ptr<laboratory::UnitOfWork> begin() { return std::move(*registry_->write()); }

  // Requires: an open unit of work.
  laboratory::Isolate add_isolate(laboratory::UnitOfWork& work, const std::string& sender_id,
                                  Date received = {2026, 11, 20}) {
    laboratory::Referral referral{
        .laboratory = "UNN", .sender_id = sender_id, .received = received};
    const auto id = work.referrals().add(referral);
    EXPECT_TRUE(id) << id.error().text();
    auto isolate = work.isolates().add({.referral = *id,
                                        .laboratory = "UNN",
                                        .sender_id = sender_id,
                                        .received = received,
                                        .due = add_days(received, 7)});
    EXPECT_TRUE(isolate) << isolate.error().text();
    return *isolate;
  }

  Path directory_;
  std::unique_ptr<TestDatabase> database_;
  FakeWitness witness_;
  std::unique_ptr<SqlRegistry> registry_;
};

}  // namespace kres::storage
