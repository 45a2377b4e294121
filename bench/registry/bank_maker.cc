#include "registry/bank_maker.h"

#include <fmt/format.h>

#include "laboratory/bank/bank_digest.h"
#include "laboratory/bank/strain_number.h"
#include "registry/isolate_maker.h"
#include "registry/trail.h"

namespace kres::bench {

using laboratory::PlaceKind;
using laboratory::Spot;
using laboratory::StoragePlaceId;
using laboratory::UnitOfWork;

namespace {

constexpr laboratory::BoxGeometry kBox{.rows = 9, .columns = 9};
constexpr int kBoxesOfARack = 20;
constexpr int kRacksOfAFreezer = 12;
constexpr int kVials = 8;
constexpr int kMostThaws = 6;
constexpr Date kBuilt{2016, 1, 4};

}  // namespace

Result<StoragePlaceId> BankMaker::place(UnitOfWork& work, StoragePlaceId parent, PlaceKind kind,
                                        std::string name) {
  const laboratory::StoragePlace made{
      .parent = parent,
      .kind = kind,
      .name = std::move(name),
      .box = kind == PlaceKind::box ? kBox : laboratory::BoxGeometry{}};
  KRES_ASSIGN(const auto id, work.storage_places().add(made));
  KRES_TRY(work.storage_places().add_event({.place = id,
                                            .kind = laboratory::StorageEventKind::made,
                                            .comment = {},
                                            .person = kBioengineer,
                                            .at = moment(kBuilt, 0, 8)}));
  KRES_TRY(note(work, kBioengineer, moment(kBuilt, 0, 8),
                {"storage_place.made",
                 made.name,
                 fmt::format("{} {}", name_of(kind), id.value),
                 {},
                 digest_of(made)}));
  return id;
}

Result<Spot> BankMaker::next_spot(UnitOfWork& work, Site& site) {
  if (!site.box || site.vials == kBox.positions()) {
    if (site.boxes % kBoxesOfARack == 0) {
      if (site.racks % kRacksOfAFreezer == 0) {
        KRES_ASSIGN(site.freezer, place(work, site.id, PlaceKind::freezer,
                                        fmt::format("F{}", site.racks / kRacksOfAFreezer + 1)));
      }
      KRES_ASSIGN(site.rack,
                  place(work, site.freezer, PlaceKind::rack, fmt::format("R{}", ++site.racks)));
    }
    KRES_ASSIGN(site.box, place(work, site.rack, PlaceKind::box, fmt::format("B{}", ++site.boxes)));
    site.vials = 0;
  }
  return Spot{site.box, ++site.vials};
}

Result<BankMaker::Banked> BankMaker::store_strain(UnitOfWork& work,
                                                  const laboratory::Isolate& isolate) {
  Banked banked;
  banked.day = add_days(isolate.received, 3);
  const auto time = moment(banked.day, 0, 12);
  KRES_ASSIGN(
      banked.strain,
      work.strains().add(
          {.number = {}, .isolate = isolate.id, .banked_by = kBioengineer, .banked = time}));
  KRES_TRY(note(
      work, kBioengineer, time,
      {"strain.banked", isolate.accession, banked.strain.number, {}, digest_of(banked.strain)}));
  const laboratory::StrainTerms terms{
      .distribution = static_cast<laboratory::Distribution>(chance_.below(3)),
      .nagoya = {},
      .comment = {},
      .entered_by = kBioengineer,
      .entered = time};
  KRES_TRY(work.strains().add_terms(banked.strain.id, terms));
  KRES_TRY(note(work, kBioengineer, time,
                {"strain.terms_set",
                 banked.strain.number,
                 std::string(name_of(terms.distribution)),
                 {},
                 digest_of(terms)}));
  KRES_ASSIGN(banked.lot, work.strains().add_lot({.strain = banked.strain.id,
                                                  .passage = 1,
                                                  .made = banked.day,
                                                  .medium = "glycerol broth 15 %",
                                                  .comment = {},
                                                  .entered_by = kBioengineer,
                                                  .entered = time}));
  KRES_TRY(note(work, kBioengineer, time,
                {"lot.made", banked.strain.number, "lot 1", {}, digest_of(banked.lot)}));
  return banked;
}

Result<void> BankMaker::store_vial(UnitOfWork& work, const Banked& banked, int number, Site& site) {
  const auto time = moment(banked.day, 0, 13);
  KRES_ASSIGN(const auto spot, next_spot(work, site));
  laboratory::Vial vial{
      .lot = banked.lot.id,
      .number = number,
      .code = laboratory::make_vial_code(banked.strain.number, banked.lot.number, number),
      .spot = spot};
  KRES_ASSIGN(vial.id, work.vials().add(vial));
  KRES_TRY(work.vials().record({.vial = vial.id,
                                .kind = laboratory::MovementKind::stored,
                                .from = {},
                                .to = spot,
                                .reason = {},
                                .comment = {},
                                .person = kBioengineer,
                                .at = time}));
  KRES_TRY(note(work, kBioengineer, time,
                {"vial.stored", banked.strain.number, vial.code, {}, digest_of(vial)}));
  for (int left = chance_.in(500) ? kMostThaws : 0; left > 0; --left)
    KRES_TRY(thaw(work, banked, vial, moment(banked.day, kMostThaws + 1 - left, 13)));
  return {};
}

Result<void> BankMaker::thaw(UnitOfWork& work, const Banked& banked, laboratory::Vial& vial,
                             Instant time) {
  laboratory::VialMovement movement{.kind = laboratory::MovementKind::thawed,
                                    .from = {},
                                    .to = {},
                                    .reason = {},
                                    .comment = {},
                                    .person = kBioengineer,
                                    .at = time};
  const auto before = digest_of(vial);
  KRES_ASSIGN(vial, after(vial, movement));
  KRES_ASSIGN(vial, work.vials().update(vial));
  KRES_TRY(work.vials().record(movement));
  return note(work, kBioengineer, time,
              {"vial.thawed", banked.strain.number, vial.code, before, digest_of(vial)});
}

// Every other year; one lot in fifty was forgotten, or has not come to it.
Result<void> BankMaker::check(UnitOfWork& work, const Banked& banked) {
  if (chance_.in(50)) return {};
  const auto today = local_date(system_now(), "Europe/Oslo");
  const auto last = days_between(banked.day, today) / 700 * 700;
  if (last == 0) return {};
  const laboratory::LotCheck check{.lot = banked.lot.id,
                                   .checked = add_days(banked.day, last),
                                   .mics = {},
                                   .statement = {},
                                   .entered_by = kBioengineer,
                                   .entered = moment(banked.day, last, 14)};
  KRES_TRY(work.strains().add_check(check));
  return note(
      work, kBioengineer, check.entered,
      {"lot.viability_checked", banked.strain.number, "lot 1: viable", {}, digest_of(check)});
}

Result<void> BankMaker::bank(UnitOfWork& work, const laboratory::Isolate& isolate) {
  if (sites_.empty()) {
    for (const char* name : {"Building A", "Building B"}) {
      sites_.emplace_back();
      KRES_ASSIGN(sites_.back().id, place(work, {}, PlaceKind::site, name));
    }
  }
  KRES_ASSIGN(const auto banked, store_strain(work, isolate));
  const bool one_site = chance_.in(10);
  for (int number = 1; number <= kVials; ++number)
    KRES_TRY(store_vial(work, banked, number, sites_[one_site ? 0 : (number % 2 == 0 ? 0 : 1)]));
  return check(work, banked);
}

}  // namespace kres::bench
