// Quality control in the registry: results and decisions are added, read back and never changed.
#include "storage/tables/registry_fixture.h"

namespace kres::storage {
namespace {

using laboratory::QcResultRecord;

class QcTables : public RegistryFixture {
 protected:
  static QcResultRecord result(const std::string& strain, const std::string& agent, Date day) {
    return {.day = day,
            .strain = strain,
            .agent = agent,
            .method = "broth_microdilution",
            .system = "",
            .sign = "<=",
            .value = 0.0625,
            .unit = "mg/L",
            .lot = "P-17",
            .medium = "iron-depleted",
            .entered_by = "beate",
            .entered = parse_instant("2026-11-20T09:00:00.000Z").value()};
  }
};

TEST_F(QcTables, GiveBackWhatWasEnteredByDayAndName) {
  const auto work = begin();
  const auto first = result("ATCC 25922", "meropenem", {2026, 11, 20});
  ASSERT_TRUE(work->qc_results().add(first));
  ASSERT_TRUE(work->qc_results().add(result("ATCC 27853", "colistin", {2026, 11, 19})));
  ASSERT_TRUE(work->qc_results().add(result("ATCC 27853", "colistin", {2026, 11, 17})));
  const auto all = work->qc_results().all({.from = {2026, 11, 18}, .to = {2026, 11, 20}});
  ASSERT_TRUE(all) << all.error().text();
  ASSERT_EQ(all->size(), 2U) << "the 17th is before the first day";
  EXPECT_EQ((*all)[0].agent, "colistin") << "by day";
  const auto& back = (*all)[1];
  EXPECT_EQ(back.strain, first.strain);
  EXPECT_EQ(back.sign, first.sign);
  EXPECT_EQ(back.value, first.value);
  EXPECT_EQ(back.lot, first.lot);
  EXPECT_EQ(back.medium, first.medium);
  EXPECT_EQ(back.entered, first.entered);
  EXPECT_FALSE(back.withdrawn);
  const auto of_strain = work->qc_results().all(
      {.from = {2026, 11, 1}, .to = {2026, 11, 30}, .strain = "ATCC 27853", .agent = "colistin"});
  EXPECT_EQ(of_strain->size(), 2U);
}

TEST_F(QcTables, TellWhatStandsOnSomeDays) {
  const auto work = begin();
  auto misread = result("ATCC 25922", "meropenem", {2026, 11, 20});
  misread.predecessor = *work->qc_results().add(misread);
  misread.reason = "misread";
  misread.value = 0.03;
  ASSERT_TRUE(work->qc_results().add(misread));
  auto withdrawn = result("ATCC 27853", "colistin", {2026, 11, 20});
  withdrawn.predecessor = *work->qc_results().add(withdrawn);
  withdrawn.reason = "another strain";
  withdrawn.withdrawn = true;
  ASSERT_TRUE(work->qc_results().add(withdrawn));
  ASSERT_TRUE(work->qc_results().add(result("ATCC 25922", "colistin", {2026, 11, 18})));
  ASSERT_TRUE(work->qc_results().add(result("ATCC 25922", "colistin", {2026, 11, 19})));
  const auto standing = work->qc_results().standing_on({{2026, 11, 20}, {2026, 11, 18}});
  ASSERT_TRUE(standing) << standing.error().text();
  ASSERT_EQ(standing->size(), 2U) << "the 19th was not asked for";
  EXPECT_EQ((*standing)[0].day, (Date{2026, 11, 18}));
  EXPECT_EQ((*standing)[1].value, 0.03);
  EXPECT_TRUE(work->qc_results().standing_on({})->empty());
}

TEST_F(QcTables, AResultIsReplacedOnce) {
  const auto work = begin();
  auto record = result("ATCC 25922", "meropenem", {2026, 11, 20});
  const auto first = work->qc_results().add(record);
  ASSERT_TRUE(first);
  record.predecessor = *first;
  record.reason = "misread";
  record.withdrawn = true;
  const auto second = work->qc_results().add(record);
  ASSERT_TRUE(second);
  EXPECT_TRUE((*work->qc_results().find(*second))->withdrawn);
  EXPECT_EQ((*work->qc_results().find(*second))->predecessor, *first);
  EXPECT_EQ(work->qc_results().add(record).error().code, ErrorCode::conflict);
}

TEST_F(QcTables, ADecisionNamesTheResultsItWasMadeUpon) {
  const auto work = begin();
  const auto out = work->qc_results().add(result("ATCC 25922", "meropenem", {2026, 11, 20}));
  ASSERT_TRUE(out);
  const auto id =
      work->qc_decisions().add({.of = {{2026, 11, 20}, "meropenem", "broth_microdilution", ""},
                                .accepted = true,
                                .reason = "the repeat is in",
                                .person = "magnus",
                                .decided = parse_instant("2026-11-20T10:00:00.000Z").value(),
                                .seen = {*out}});
  ASSERT_TRUE(id) << id.error().text();
  const auto back = *work->qc_decisions().find(*id);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->of.agent, "meropenem");
  EXPECT_TRUE(back->accepted);
  ASSERT_EQ(back->seen.size(), 1U);
  EXPECT_EQ(back->seen.front(), *out);
  EXPECT_EQ(work->qc_decisions().all({.from = {2026, 11, 20}, .to = {2026, 11, 20}})->size(), 1U);
  EXPECT_TRUE(work->qc_decisions()
                  .all({.from = {2026, 11, 20}, .to = {2026, 11, 20}, .agent = "colistin"})
                  ->empty());
  const auto on_the_day = *work->qc_decisions().on({{2026, 11, 19}, {2026, 11, 20}});
  ASSERT_EQ(on_the_day.size(), 1U);
  EXPECT_EQ(on_the_day.front().seen, back->seen);
  EXPECT_TRUE(work->qc_decisions().on({{2026, 11, 21}})->empty());
}

}  // namespace
}  // namespace kres::storage
