// What lies outside a scope is not there: not found, not listed, not counted, not searched.
#include "storage/tables/registry_fixture.h"

#include "laboratory/ports/scoped_registry.h"

namespace kres::storage {
namespace {

using namespace laboratory;

class ScopedRows : public RegistryFixture {
 protected:
  void SetUp() override {
    RegistryFixture::SetUp();
    auto work = begin();
    ASSERT_TRUE(work->laboratories().save({"OUS", "Oslo", "sor-ost"}));
    own_ = add_isolate(*work, "own");
    other_ = add_isolate_of(*work, "OUS", "other");
    other_.summary.species = "Escherichia coli";
    other_.state = IsolateState::ready;
    other_ = *work->isolates().update(other_);
    job_ = *work->jobs().add({.kind = "analyse", .isolate = other_.id, .requested_by = "kari"});
    ASSERT_TRUE(work->commit());
  }

  static Isolate add_isolate_of(UnitOfWork& work, const std::string& laboratory,
                                const std::string& sender_id) {
    const Date received{2026, 11, 20};
    const auto referral = *work.referrals().add(
        {.laboratory = laboratory, .sender_id = sender_id, .received = received});
    return *work.isolates().add({.referral = referral,
                                 .laboratory = laboratory,
                                 .sender_id = sender_id,
                                 .received = received,
                                 .due = received});
  }
  std::unique_ptr<UnitOfWork> read_as(const Scope& scope) {
    return std::move(*registry_->read(scope));
  }

  Isolate own_, other_;
  Job job_;
  const Scope unn_ = Scope::of_laboratories({"UNN"});
};

TEST_F(ScopedRows, AnIsolateOutsideIsNotFoundByAnyOfItsNames) {
  auto work = read_as(unn_);
  EXPECT_TRUE(*work->isolates().find(own_.accession));
  EXPECT_FALSE(*work->isolates().find(other_.accession));
  EXPECT_FALSE(*work->isolates().find(other_.id));
  EXPECT_FALSE(*work->isolates().of_referral(other_.referral));
  EXPECT_FALSE(*work->referrals().find(other_.referral));
  EXPECT_FALSE(*work->referrals().find("OUS", "other"));
  EXPECT_TRUE(*work->referrals().find("UNN", "own"));
}

TEST_F(ScopedRows, ListsTotalsAndCountsLeaveItOut) {
  auto work = read_as(unn_);
  const auto page = *work->isolates().list({});
  EXPECT_EQ(page.total, 1);
  ASSERT_EQ(page.isolates.size(), 1U);
  EXPECT_EQ(page.isolates[0].sender_id, "own");
  const auto counts = *work->isolates().counts({2026, 12, 24});
  EXPECT_EQ(counts.by_state.at(IsolateState::ready), 0);
  EXPECT_EQ(counts.overdue, 1);
  EXPECT_EQ(read_as(Scope::everything())->isolates().counts({2026, 12, 24})->overdue, 2);
  EXPECT_EQ(read_as(Scope::nothing())->isolates().list({})->total, 0);
}

TEST_F(ScopedRows, ASearchWithinAScopeDoesNotTellWhatWasFound) {
  const auto of_oslo = Scope::of_laboratories({"OUS"});
  EXPECT_EQ(read_as(Scope::everything())->isolates().list({.text = "escherichia"})->total, 1);
  EXPECT_EQ(read_as(of_oslo)->isolates().list({.text = "escherichia"})->total, 0);
  EXPECT_EQ(read_as(of_oslo)->isolates().list({.text = "othe"})->total, 1);
  EXPECT_EQ(read_as(unn_)->isolates().list({.text = "othe"})->total, 0);
}

TEST_F(ScopedRows, ItsJobsAreNotThereEither) {
  EXPECT_TRUE(*read_as(Scope::everything())->jobs().find(job_.id));
  auto work = read_as(unn_);
  EXPECT_FALSE(*work->jobs().find(job_.id));
  EXPECT_TRUE(work->jobs().recent(10)->empty());
  EXPECT_FALSE(*work->jobs().newest_of(other_.id));
  work.reset();
  auto writer = std::move(*registry_->write(unn_));
  EXPECT_FALSE(writer->jobs().cancel(job_.id, "rita", Instant{}));
}

TEST_F(ScopedRows, NothingIsReferredForAnotherLaboratory) {
  auto work = std::move(*registry_->write(unn_));
  const auto refused = work->isolates().add({.laboratory = "OUS", .sender_id = "x"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::not_found);
}

TEST_F(ScopedRows, AScopedRegistryNeverWidens) {
  ScopedRegistry narrow(*registry_, unn_);
  EXPECT_EQ((*narrow.read())->isolates().list({})->total, 1);
  EXPECT_EQ((*narrow.read(Scope::everything()))->isolates().list({})->total, 1);
  EXPECT_EQ((*narrow.read(Scope::of_laboratories({"OUS"})))->isolates().list({})->total, 0);
}

}  // namespace
}  // namespace kres::storage
