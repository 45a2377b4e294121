// The strain bank in the database: a position holds one vial, and what was recorded stays.
#include <atomic>
#include <thread>

#include "laboratory/bank/strain_number.h"
#include "storage/tables/registry_fixture.h"
#include "storage/tables/vial_table.h"

namespace kres::storage {
namespace {

using namespace laboratory;

const Instant kNoon = *parse_instant("2026-11-21T12:00:00Z");

class BankTables : public RegistryFixture {
 protected:
  void SetUp() override {
    RegistryFixture::SetUp();
    auto work = begin();
    const auto site = *work->storage_places().add({.kind = PlaceKind::site, .name = "Tromsø"});
    const auto freezer =
        *work->storage_places().add({.parent = site, .kind = PlaceKind::freezer, .name = "F1"});
    small_ = *work->storage_places().add(
        {.parent = freezer, .kind = PlaceKind::box, .name = "1", .box = {5, 5}});
    large_ = *work->storage_places().add(
        {.parent = freezer, .kind = PlaceKind::box, .name = "2", .box = {12, 12}});
    freezer_ = freezer;
    lot_ = add_lot(*work, "a");
    ASSERT_TRUE(work->commit());
  }

  Lot add_lot(UnitOfWork& work, const std::string& sender_id) {
    const auto strain = work.strains().add(
        {.isolate = add_isolate(work, sender_id).id, .banked_by = "kari", .banked = kNoon});
    EXPECT_TRUE(strain) << strain.error().text();
    strain_ = *strain;
    return *work.strains().add_lot({.strain = strain->id,
                                    .made = {2026, 11, 20},
                                    .medium = "glycerol",
                                    .entered_by = "kari",
                                    .entered = kNoon});
  }

  Result<VialId> put(UnitOfWork& work, const Spot& spot, const std::string& person = "kari") {
    const int number = *work.vials().next_number(lot_.id);
    auto id = work.vials().add({.lot = lot_.id,
                                .number = number,
                                .code = make_vial_code(strain_.number, lot_.number, number),
                                .spot = spot});
    if (id) {
      EXPECT_TRUE(work.vials().record(
          {.vial = *id, .kind = MovementKind::stored, .to = spot, .person = person, .at = kNoon}));
    }
    return id;
  }

  StoragePlaceId freezer_, small_, large_;
  Strain strain_;
  Lot lot_;
};

TEST_F(BankTables, APositionThatIsTakenIsRefusedByTheDatabaseItself) {
  auto work = begin();
  ASSERT_TRUE(put(*work, {small_, 7}));
  const auto second = put(*work, {small_, 7});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::conflict);
  EXPECT_EQ(second.error().message, "The position is taken");
}

TEST_F(BankTables, OfTwoWhoFillAPositionAtOnceOneIsRefused) {
  std::atomic<int> placed = 0, refused = 0;
  const auto fill = [&] {
    auto work = begin();
    const bool done = put(*work, {small_, 3}) && work->commit();
    ++(done ? placed : refused);
  };
  std::thread first(fill), second(fill);
  first.join();
  second.join();
  EXPECT_EQ(placed, 1);
  EXPECT_EQ(refused, 1);
}

TEST_F(BankTables, APositionIsFreeAgainAfterTheVialHasLeft) {
  auto work = begin();
  ASSERT_TRUE(put(*work, {small_, 7}));
  auto vial = work->vials().of_strain(strain_.id)->front();
  vial.spot.reset();
  ASSERT_TRUE(work->vials().update(vial));
  EXPECT_TRUE(put(*work, {small_, 7}));
  EXPECT_FALSE(work->vials().update(vial)) << "the revision is an old one";
}

TEST_F(BankTables, ABoxTellsItsVialsWithStrainAndWhoPlacedThem) {
  auto work = begin();
  ASSERT_TRUE(put(*work, {large_, 144}, "ola"));
  ASSERT_TRUE(put(*work, {large_, 2}));
  const auto vials = *work->vials().in_box(large_);
  ASSERT_EQ(vials.size(), 2U);
  EXPECT_EQ(vials[0].vial.spot->position, 2);
  EXPECT_EQ(vials[1].strain, strain_.number);
  EXPECT_EQ(vials[1].placed_by, "ola");
  EXPECT_EQ(vials[1].placed, kNoon);
  EXPECT_EQ(work->vials().at({large_, 144})->value().vial.code, vials[1].vial.code);
  EXPECT_FALSE(*work->vials().at({large_, 143}));
  EXPECT_EQ(work->storage_places().vials_by_box()->at(large_), 2);
}

// How the database means to answer a statement, as one text.
std::string plan_of(Session& session, const std::string& statement, StoragePlaceId box) {
  const bool sqlite = session.dialect() == Dialect::sqlite;
  // A planner that knows of three rows reads the table whole; with many it may not.
  if (!sqlite) {
    EXPECT_TRUE(session.execute("set enable_seqscan = off"));
  }
  const auto rows = session.query((sqlite ? "explain query plan " : "explain ") + statement,
                                  {{"box", box.value}});
  EXPECT_TRUE(rows) << rows.error().text();
  std::string plan;
  for (const auto& row : *rows) plan += row.text(sqlite ? 3 : 0) + "\n";
  return plan;
}

// One statement whatever the size of the box, and the database goes by the index of positions: it
// looks at the vials of this box only.
TEST_F(BankTables, ABoxOf144ListsAsFastAsOneOf25) {
  const auto session = open_session();
  const auto plan = plan_of(*session, statement_of_a_box(), large_);
  const bool sqlite = session->dialect() == Dialect::sqlite;
  EXPECT_NE(plan.find(sqlite ? "SEARCH vial USING INDEX sqlite_autoindex_vial_3 (box=?)"
                             : "vial_box_position_key"),
            std::string::npos)
      << plan;
  for (const auto* whole_table : {"SCAN", "Seq Scan", "TEMP B-TREE"})
    EXPECT_EQ(plan.find(whole_table), std::string::npos) << plan;
}

TEST_F(BankTables, AnIsolateIsBankedOnceAndLotsAreCounted) {
  auto work = begin();
  EXPECT_EQ(strain_.number.substr(0, 9), "KRS-0001-");
  const auto again = work->strains().add({.isolate = strain_.isolate, .banked_by = "ola"});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::conflict);
}

TEST_F(BankTables, ALotKnowsItsLastViabilityCheckAsLongAsVialsAreLeft) {
  auto work = begin();
  const Date today{2026, 11, 21};
  EXPECT_TRUE(work->strains().stocked_lots(today)->empty()) << "no vial is left";
  ASSERT_TRUE(put(*work, {small_, 1}));
  const auto check = [&](Date day, CheckResult result) {
    EXPECT_TRUE(work->strains().add_check({.lot = lot_.id,
                                           .kind = CheckKind::viability,
                                           .result = result,
                                           .checked = day,
                                           .entered_by = "kari",
                                           .entered = kNoon}));
  };
  check({2026, 11, 21}, CheckResult::viable);
  check({2026, 11, 20}, CheckResult::weak);
  const auto stocked = *work->strains().stocked_lots(today);
  EXPECT_TRUE(work->strains().stocked_lots({2026, 11, 20})->empty()) << "it was checked later";
  ASSERT_EQ(stocked.size(), 1U);
  ASSERT_EQ(stocked[0].checks.size(), 1U);
  EXPECT_EQ(stocked[0].checks[0].result, CheckResult::viable) << "the last by day";
  EXPECT_EQ(stocked[0].strain, strain_.number);
}

TEST_F(BankTables, ALotWithoutACheckIsSeenWhenItWasMade) {
  auto work = begin();
  ASSERT_TRUE(put(*work, {small_, 1}));
  EXPECT_EQ(work->strains().stocked_lots({2026, 11, 20})->size(), 1U);
  EXPECT_TRUE(work->strains().stocked_lots({2026, 11, 19})->empty());
}

TEST_F(BankTables, AStrainStandsAtAsManySitesAsItsBoxes) {
  auto work = begin();
  EXPECT_TRUE(work->vials().at_few_sites(2)->empty()) << "nothing is stored";
  ASSERT_TRUE(put(*work, {small_, 1}));
  ASSERT_TRUE(put(*work, {small_, 2}));
  ASSERT_TRUE(put(*work, {large_, 1}));
  const auto few = *work->vials().at_few_sites(2);
  ASSERT_EQ(few.size(), 1U) << "two boxes of one freezer are one site";
  EXPECT_EQ(few[0].strain, strain_.number);
  EXPECT_TRUE(work->vials().at_few_sites(1)->empty());
  const auto other = *work->storage_places().add({.kind = PlaceKind::site, .name = "Oslo"});
  const auto box = *work->storage_places().add(
      {.parent = other, .kind = PlaceKind::box, .name = "3", .box = {5, 5}});
  ASSERT_TRUE(put(*work, {box, 1}));
  EXPECT_TRUE(work->vials().at_few_sites(2)->empty());
  EXPECT_EQ(work->vials().at_few_sites(3)->size(), 2U) << "one row a site";
}

TEST_F(BankTables, VialsOfACondemnedLotStandAtNoSite) {
  auto work = begin();
  ASSERT_TRUE(put(*work, {small_, 1}));
  EXPECT_TRUE(work->vials().at_few_sites(1)->empty());
  LotCheck check{.lot = lot_.id,
                 .kind = CheckKind::viability,
                 .result = CheckResult::not_viable,
                 .checked = {2026, 11, 20},
                 .entered_by = "kari"};
  ASSERT_TRUE(work->strains().add_check(check));
  const auto few = *work->vials().at_few_sites(1);
  ASSERT_EQ(few.size(), 1U);
  EXPECT_EQ(few[0].strain, strain_.number);
  EXPECT_FALSE(few[0].site);
  check.result = CheckResult::viable;
  check.checked = {2026, 11, 21};
  ASSERT_TRUE(work->strains().add_check(check));
  EXPECT_TRUE(work->vials().at_few_sites(1)->empty()) << "it grew after all";
}

TEST_F(BankTables, ACheckKeepsItsMics) {
  auto work = begin();
  const LotCheck check{.lot = lot_.id,
                       .kind = CheckKind::identity,
                       .result = CheckResult::drifted,
                       .checked = {2026, 11, 21},
                       .mics = {{"colistin", "<=", 0.5, {}, ""}, {"meropenem", "=", 32, 8.0, "="}},
                       .statement = "meropenem moved",
                       .entered_by = "kari",
                       .entered = kNoon};
  ASSERT_TRUE(work->strains().add_check(check));
  const auto found = work->strains().checks_of(strain_.id)->at(0);
  EXPECT_EQ(found.mics, check.mics);
  EXPECT_EQ(found.statement, "meropenem moved");
}

TEST_F(BankTables, APlaceHasOneOfAName) {
  auto work = begin();
  const auto again = work->storage_places().add(
      {.parent = freezer_, .kind = PlaceKind::box, .name = "1", .box = {9, 9}});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().message, "There is a place '1' here already");
}

TEST_F(BankTables, WhatWasRecordedIsNeverChangedNorDeleted) {
  {
    auto work = begin();
    ASSERT_TRUE(put(*work, {small_, 1}));
    ASSERT_TRUE(work->strains().add_terms(strain_.id, {.entered_by = "kari", .entered = kNoon}));
    ASSERT_TRUE(work->storage_places().add_event(
        {.place = freezer_, .comment = "noise", .person = "kari", .at = kNoon}));
    ASSERT_TRUE(work->commit());
  }
  const auto session = open_session();
  for (const auto* change :
       {"update vial_movement set person = 'ola'", "delete from vial_movement",
        "update strain set number = 'x'", "delete from strain_terms", "update lot set passage = 9",
        "delete from storage_event", "delete from vial", "delete from storage_place"})
    EXPECT_FALSE(session->execute(change)) << change;
}

}  // namespace
}  // namespace kres::storage
