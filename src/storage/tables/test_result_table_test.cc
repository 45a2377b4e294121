// Results of confirmatory tests are added, corrected by later ones, and never changed.
#include "storage/tables/registry_fixture.h"

namespace kres::storage {
namespace {

using namespace laboratory;

const Instant kNoon = *parse_instant("2026-11-21T12:00:00Z");

class TestResults : public RegistryFixture {
 protected:
  TestResultRecord add(UnitOfWork& work, IsolateId isolate, std::vector<std::string> outcomes,
                       TestResultId predecessor = {}) {
    TestResultRecord record{.isolate = isolate,
                            .test = "ict",
                            .outcomes = std::move(outcomes),
                            .tested = Date{2026, 11, 20},
                            .comment = predecessor ? "misread" : "",
                            .entered_by = "kari",
                            .entered = kNoon,
                            .predecessor = predecessor};
    const auto id = work.test_results().add(record);
    EXPECT_TRUE(id) << id.error().text();
    record.id = *id;
    return record;
  }
};

TEST_F(TestResults, AreFoundAsTheyWereEntered) {
  auto work = begin();
  const auto isolate = add_isolate(*work, "a"), other = add_isolate(*work, "b");
  const auto id = add(*work, isolate.id, {"ndm", "oxa48"}).id;
  const auto found = *work->test_results().all_of(isolate.id);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, id);
  EXPECT_EQ(found[0].outcomes, (std::vector<std::string>{"ndm", "oxa48"}));
  EXPECT_EQ(found[0].tested, (Date{2026, 11, 20}));
  EXPECT_EQ(found[0].entered, kNoon);
  EXPECT_FALSE(found[0].predecessor);
  EXPECT_TRUE(work->test_results().all_of(other.id)->empty());
}

TEST_F(TestResults, ACorrectionTakesThePlaceOfTheOneBefore) {
  auto work = begin();
  const auto isolate = add_isolate(*work, "a").id;
  const auto first = add(*work, isolate, {"ndm"});
  const auto second = add(*work, isolate, {"kpc"}, first.id);
  EXPECT_EQ(work->test_results().all_of(isolate)->size(), 2U);
  const auto current = *work->test_results().current_of(isolate);
  ASSERT_EQ(current.size(), 1U);
  EXPECT_EQ(current[0].id, second.id);
  const auto third = add(*work, isolate, {}, second.id);
  EXPECT_TRUE(work->test_results().current_of(isolate)->front().is_withdrawal());
  EXPECT_EQ(work->test_results().current_of(isolate)->front().id, third.id);
  EXPECT_FALSE(work->test_results().add({.isolate = isolate,
                                         .test = "ict",
                                         .outcomes = {"vim"},
                                         .comment = "again",
                                         .entered_by = "kari",
                                         .entered = kNoon,
                                         .predecessor = first.id}))
      << "a result is corrected once";
}

TEST_F(TestResults, ARowIsNeverChangedNorDeleted) {
  {
    auto work = begin();
    add(*work, add_isolate(*work, "a").id, {"ndm"});
    ASSERT_TRUE(work->commit());
  }
  auto session = open_session();
  EXPECT_FALSE(session->execute("update test_result set outcomes = 'kpc'"));
  EXPECT_FALSE(session->execute("delete from test_result"));
}

}  // namespace
}  // namespace kres::storage
