#include "storage/tables/strain_table.h"

#include <fmt/format.h>

#include "laboratory/bank/strain_number.h"
#include "storage/tables/bank_counter.h"
#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::IsolateId;
using laboratory::Lot;
using laboratory::LotId;
using laboratory::Strain;
using laboratory::StrainId;
using laboratory::StrainTerms;

namespace {

constexpr std::string_view kSelect = "select id, number, isolate, banked_by, banked from strain ";
constexpr std::string_view kLotColumns =
    "lot.id, lot.strain, lot.number, lot.parent, lot.passage, lot.made, lot.medium, lot.comment, "
    "lot.entered_by, lot.entered";

Strain strain_of(const Row& row) {
  return {.id = {row.integer(0)},
          .number = row.text(1),
          .isolate = {row.integer(2)},
          .banked_by = row.text(3),
          .banked = row.instant(4)};
}

StrainTerms terms_at(const Row& row) {
  return {.risk_group = row.small(0),
          .distribution =
              laboratory::distribution_from(row.text(1)).value_or(laboratory::Distribution::closed),
          .nagoya = row.text(2),
          .comment = row.text(3),
          .entered_by = row.text(4),
          .entered = row.instant(5)};
}

Lot lot_of(const Row& row) {
  return {.id = {row.integer(0)},
          .strain = {row.integer(1)},
          .number = row.small(2),
          .parent = {row.integer(3)},
          .passage = row.small(4),
          .made = row.date(5),
          .medium = row.text(6),
          .comment = row.text(7),
          .entered_by = row.text(8),
          .entered = row.instant(9)};
}

// After the columns of the lot: strain, accession, species, and the last check if there is one.
laboratory::StockedLot stocked_of(const Row& row) {
  laboratory::StockedLot stocked{.lot = lot_of(row),
                                 .strain = row.text(10),
                                 .accession = row.text(11),
                                 .species = row.text(12),
                                 .checks = {}};
  if (!row.is_null(13))
    stocked.checks.push_back(
        {.lot = stocked.lot.id,
         .kind = laboratory::CheckKind::viability,
         .result =
             laboratory::check_result_from(row.text(13)).value_or(laboratory::CheckResult::weak),
         .checked = row.date(14),
         .mics = {},
         .statement = {},
         .entered_by = {}});
  return stocked;
}

}  // namespace

Result<Strain> StrainTable::add(Strain strain) {
  KRES_ASSIGN(const auto number, next_bank_number(session_, "strain"));
  strain.number = laboratory::make_strain_number(number);
  const auto rows = session_.query(
      "insert into strain (number, isolate, banked_by, banked) values (:number, :isolate, "
      ":banked_by, :banked) returning id",
      {{"number", strain.number},
       {"isolate", strain.isolate.value},
       {"banked_by", strain.banked_by},
       {"banked", strain.banked}});
  if (!rows && rows.error().code == ErrorCode::conflict)
    return fail({.code = ErrorCode::conflict,
                 .message = "The isolate is in the bank already",
                 .file = {},
                 .remedy = "add a lot to its strain"});
  if (!rows) return fail(rows.error());
  strain.id = {rows->front().integer(0)};
  return strain;
}

Result<std::optional<Strain>> StrainTable::find(StrainId id) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "where id = :id", {{"id", id.value}}));
  return first<Strain>(rows, strain_of);
}

Result<std::optional<Strain>> StrainTable::find(const std::string& number) {
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "where number = :number",
                                              {{"number", number}}));
  return first<Strain>(rows, strain_of);
}

Result<std::optional<Strain>> StrainTable::of_isolate(IsolateId isolate) {
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "where isolate = :isolate",
                                              {{"isolate", isolate.value}}));
  return first<Strain>(rows, strain_of);
}

Result<void> StrainTable::add_terms(StrainId strain, const StrainTerms& terms) {
  KRES_TRY(session_.execute(
      "insert into strain_terms (strain, risk_group, distribution, nagoya, comment, entered_by, "
      "entered) values (:strain, :risk_group, :distribution, :nagoya, :comment, :entered_by, "
      ":entered)",
      {{"strain", strain.value},
       {"risk_group", terms.risk_group},
       {"distribution", name_of(terms.distribution)},
       {"nagoya", terms.nagoya},
       {"comment", terms.comment},
       {"entered_by", terms.entered_by},
       {"entered", terms.entered}}));
  return {};
}

Result<std::vector<StrainTerms>> StrainTable::terms_of(StrainId strain) {
  KRES_ASSIGN(const auto rows,
              session_.query("select risk_group, distribution, nagoya, comment, entered_by, "
                             "entered from strain_terms where strain = :strain order by id",
                             {{"strain", strain.value}}));
  return every<StrainTerms>(rows, terms_at);
}

Result<Lot> StrainTable::add_lot(Lot lot) {
  KRES_ASSIGN(const auto last, session_.query("select coalesce(max(number), 0) from lot where "
                                              "strain = :strain",
                                              {{"strain", lot.strain.value}}));
  lot.number = last.front().small(0) + 1;
  KRES_ASSIGN(const auto rows,
              session_.query("insert into lot (strain, number, parent, passage, made, medium, "
                             "comment, entered_by, entered) values (:strain, :number, :parent, "
                             ":passage, :made, :medium, :comment, :entered_by, :entered) "
                             "returning id",
                             {{"strain", lot.strain.value},
                              {"number", lot.number},
                              reference("parent", lot.parent),
                              {"passage", lot.passage},
                              {"made", lot.made},
                              {"medium", lot.medium},
                              {"comment", lot.comment},
                              {"entered_by", lot.entered_by},
                              {"entered", lot.entered}}));
  lot.id = {rows.front().integer(0)};
  return lot;
}

Result<std::optional<Lot>> StrainTable::find_lot(LotId id) {
  KRES_ASSIGN(const auto rows,
              session_.query(fmt::format("select {} from lot where id = :id", kLotColumns),
                             {{"id", id.value}}));
  return first<Lot>(rows, lot_of);
}

Result<std::vector<Lot>> StrainTable::lots_of(StrainId strain) {
  KRES_ASSIGN(
      const auto rows,
      session_.query(
          fmt::format("select {} from lot where strain = :strain order by number", kLotColumns),
          {{"strain", strain.value}}));
  return every<Lot>(rows, lot_of);
}

Result<std::vector<laboratory::StockedLot>> StrainTable::stocked_lots(Date last_seen) {
  KRES_ASSIGN(
      const auto rows,
      session_.query(
          fmt::format(
              "select {}, strain.number, isolate.accession, isolate.species, last_check.result, "
              "last_check.checked from lot join strain on strain.id = lot.strain join isolate on "
              "isolate.id = strain.isolate left join lot_check last_check on last_check.lot = "
              "lot.id and "
              "last_check.kind = 'viability' and not exists (select 1 from lot_check later where "
              "later.lot = last_check.lot and later.kind = 'viability' and (later.checked, "
              "later.id) > "
              "(last_check.checked, last_check.id)) where coalesce(last_check.checked, lot.made) "
              "<= "
              ":last_seen and exists (select 1 from vial where vial.lot = lot.id and vial.box is "
              "not "
              "null) order by strain.number, lot.number",
              kLotColumns),
          {{"last_seen", last_seen}}));
  return every<laboratory::StockedLot>(rows, stocked_of);
}

}  // namespace kres::storage
