// Searches in memory find what searches in the database find, and nothing that is not committed.
#include <random>

#include "storage/tables/registry_fixture.h"

namespace kres::storage {
namespace {

using namespace laboratory;

class Words : public RegistryFixture {
 protected:
  void SetUp() override {
    RegistryFixture::SetUp();
    auto work = begin();
    ASSERT_TRUE(work->laboratories().save({"OUS", "Oslo", "sør-øst"}));
    ASSERT_TRUE(work->commit());
  }

  template <class Items>
  auto any_of(const Items& items) {
    return std::data(items)[random_() % std::size(items)];
  }

  void change(Isolate& isolate) {
    static constexpr const char* kSpecies[] = {"Klebsiella pneumoniae", "Escherichia coli", ""};
    static constexpr const char* kGenes[] = {"blaKPC-2", "blaNDM-1", "mcr-1.1"};
    static constexpr IsolateState kStates[] = {IsolateState::received, IsolateState::ready,
                                               IsolateState::answered};
    isolate.summary = {.species = any_of(kSpecies),
                       .st = std::to_string(random_() % 20),
                       .key_findings = {any_of(kGenes)},
                       .case_definitions = {"CPO"}};
    isolate.state = any_of(kStates);
    if (isolate.state == IsolateState::answered) isolate.answered = Date{2026, 11, 21};
    isolate.due = add_days(isolate.received, static_cast<int>(random_() % 9));
  }

  Isolate add_of(UnitOfWork& work, const std::string& laboratory) {
    const auto number = "Ø-" + std::to_string(++senders_);
    const Date received{2026, 11, 20};
    const auto referral =
        work.referrals().add({.laboratory = laboratory, .sender_id = number, .received = received});
    EXPECT_TRUE(referral) << referral.error().text();
    return *work.isolates().add({.referral = *referral,
                                 .laboratory = laboratory,
                                 .sender_id = number,
                                 .received = received,
                                 .due = add_days(received, 7)});
  }

  void add_some(int count) {
    auto work = begin();
    for (int i = 0; i < count; ++i) {
      auto isolate = add_of(*work, random_() % 3 == 0 ? "OUS" : "UNN");
      change(isolate);
      ASSERT_TRUE(work->isolates().update(isolate));
    }
    ASSERT_TRUE(work->commit());
  }

  void change_some(int count) {
    auto work = begin();
    const auto all = work->isolates().list({.limit = 500})->isolates;
    for (int i = 0; i < count; ++i) {
      auto isolate = *work->isolates().find(any_of(all).id);
      change(*isolate);
      ASSERT_TRUE(work->isolates().update(*isolate));
    }
    ASSERT_TRUE(work->commit());
  }

  // A unit that writes looks in the database, one that reads in memory.
  void expect_the_same(const IsolateFilter& filter, const Scope& scope, int& found) {
    const auto in_memory = (*registry_->read(scope))->isolates().list(filter);
    const auto in_database = (*registry_->write(scope))->isolates().list(filter);
    ASSERT_TRUE(in_memory && in_database);
    EXPECT_EQ(in_memory->total, in_database->total) << filter.text;
    EXPECT_EQ(in_memory->next_cursor, in_database->next_cursor) << filter.text;
    ASSERT_EQ(in_memory->isolates.size(), in_database->isolates.size()) << filter.text;
    for (std::size_t i = 0; i < in_memory->isolates.size(); ++i)
      EXPECT_EQ(in_memory->isolates[i].accession, in_database->isolates[i].accession);
    found += static_cast<int>(in_memory->isolates.size());
    if (!in_memory->next_cursor.empty() && filter.cursor.empty()) {
      auto next = filter;
      next.cursor = in_memory->next_cursor;
      expect_the_same(next, scope, found);
    }
  }

  std::int64_t found_by(UnitOfWork& work, const std::string& text) {
    return work.isolates().list({.text = text})->total;
  }

  std::mt19937 random_{7};
  int senders_ = 0;
};

TEST_F(Words, AreFoundAsInTheDatabase) {
  static constexpr const char* kTexts[] = {
      "kpc", "PNEUMO", "1",  "2026-cpo-0001", "ø-1", "Ø", "tromsø", "OSLO",
      "%",   "_",      "\\", "cpo\n",         "zzz", "u", "\n1\n"};
  const std::vector<Scope> scopes = {Scope::everything(), Scope::of_laboratories({"UNN"}),
                                     Scope::of_laboratories({"OUS"}), Scope::nothing()};
  int found = 0;
  for (int round = 0; round < 4; ++round) {
    add_some(30);
    change_some(20);
    for (const auto* text : kTexts)
      for (const auto& scope : scopes) {
        expect_the_same({.text = text, .limit = 7}, scope, found);
        expect_the_same({.state = IsolateState::ready, .text = text, .limit = 3}, scope, found);
        expect_the_same({.state = IsolateState::answered, .text = text}, scope, found);
        expect_the_same({.overdue_on = Date{2026, 11, 24}, .text = text}, scope, found);
      }
  }
  EXPECT_GT(found, 2000);
}

TEST_F(Words, OfAChangeThatIsNotCommittedAreNotFound) {
  add_some(3);
  {
    auto work = begin();
    add_isolate(*work, "withdrawn");
    EXPECT_EQ(found_by(*work, "withdrawn"), 1) << "the unit sees its own";
  }
  EXPECT_EQ(found_by(**registry_->read(), "withdrawn"), 0);
  auto work = begin();
  add_isolate(*work, "kept");
  ASSERT_TRUE(work->commit());
  EXPECT_EQ(found_by(**registry_->read(), "withdrawn"), 0);
  EXPECT_EQ(found_by(**registry_->read(), "kept"), 1);
}

// The older reader began before the change, and the newer one has taken it in.
TEST_F(Words, AReaderIsNotToldWhatCameAfterItBegan) {
  add_some(3);
  const auto older = std::move(*registry_->read());
  ASSERT_EQ(found_by(*older, "later"), 0);
  auto work = begin();
  add_isolate(*work, "later");
  ASSERT_TRUE(work->commit());
  work.reset();
  EXPECT_EQ(found_by(**registry_->read(), "later"), 1);
  EXPECT_EQ(found_by(*older, "later"), 0);
  EXPECT_EQ(found_by(*older, "2026-cpo"), 3);
  EXPECT_EQ(found_by(**registry_->read(), "2026-cpo"), 4);
}

// Several programs may stand on one registry.
TEST_F(Words, OfAnotherProgramsChangesAreTakenIn) {
  add_some(3);
  EXPECT_EQ(found_by(**registry_->read(), "elsewhere"), 0);
  const auto other =
      std::move(*SqlRegistry::open(*database_, SqlRegistry::Missing::fail, witness_));
  auto work = std::move(*other->write());
  add_isolate(*work, "elsewhere");
  ASSERT_TRUE(work->commit());
  work.reset();
  EXPECT_EQ(found_by(**registry_->read(), "elsewhere"), 1);
  EXPECT_EQ(found_by(**other->read(), "elsewhere"), 1);
}

TEST_F(Words, AreReadAgainOnlyWhenTheyHaveChanged) {
  add_some(3);
  EXPECT_EQ(found_by(**registry_->read(), "2026-cpo"), 3);
  const auto session = open_session();
  ASSERT_TRUE(session->execute("update isolate_search set words = 'x'"));
  EXPECT_EQ(found_by(**registry_->read(), "2026-cpo"), 3) << "no revision tells of it";
  EXPECT_EQ(found_by(*begin(), "2026-cpo"), 0);
  ASSERT_TRUE(session->execute("update isolate_search set revision = 100"));
  EXPECT_EQ(found_by(**registry_->read(), "2026-cpo"), 0);
}

TEST_F(Words, AnEmptyRegistryHasNone) {
  EXPECT_EQ(found_by(**registry_->read(), "a"), 0);
  EXPECT_EQ((*registry_->read())->isolates().list({.text = std::string("a\0b", 3)}).error().code,
            ErrorCode::bad_input);
}

}  // namespace
}  // namespace kres::storage
