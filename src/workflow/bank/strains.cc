#include "workflow/bank/strains.h"

#include <fmt/format.h>

#include "genome/result/json.h"
#include "laboratory/bank/bank_digest.h"
#include "laboratory/bank/strain_number.h"
#include "workflow/bank/bank_note.h"
#include "workflow/bank/places.h"
#include "workflow/isolate_findings.h"
#include "workflow/isolate_status.h"

namespace kres::workflow {

using laboratory::Lot;
using laboratory::Spot;
using laboratory::Strain;
using laboratory::StrainTerms;
using laboratory::UnitOfWork;

namespace {

// One change of a strain: who makes it, when, in which unit of work.
struct Change {
  UnitOfWork& work;
  const std::string& person;
  Instant now;
  Date today;
};

Result<std::optional<Lot>> parent_of(UnitOfWork& work, const Strain& strain, int number) {
  if (number == 0) return std::optional<Lot>();
  KRES_ASSIGN(const auto lots, work.strains().lots_of(strain.id));
  for (const auto& lot : lots)
    if (lot.number == number) return std::optional(lot);
  return fail({.code = ErrorCode::not_found,
               .message = fmt::format("{} has no lot {}", strain.number, number),
               .file = {},
               .remedy = {}});
}

// Analyses from before findings were kept get theirs when the isolate is banked.
Result<void> keep_findings(UnitOfWork& work, const laboratory::Isolate& isolate) {
  KRES_ASSIGN(const auto kept, work.catalogue().findings_of(isolate.id));
  if (!kept.empty() || !isolate.current_analysis) return {};
  KRES_ASSIGN(const auto analysis, work.analyses().find(isolate.current_analysis));
  if (!analysis) return {};
  KRES_ASSIGN(const auto genome, genome::result_from_json(analysis->result, isolate.accession));
  return work.catalogue().keep_findings(isolate.id, findings_in(genome));
}

Result<void> store_vial(const Change& change, const Strain& strain, const Lot& lot, int number,
                        const Spot& spot) {
  laboratory::Vial vial{.lot = lot.id,
                        .number = number,
                        .code = laboratory::make_vial_code(strain.number, lot.number, number),
                        .spot = spot};
  KRES_ASSIGN(vial.id, change.work.vials().add(vial));
  KRES_TRY(change.work.vials().record({.vial = vial.id,
                                       .kind = laboratory::MovementKind::stored,
                                       .from = {},
                                       .to = spot,
                                       .reason = {},
                                       .comment = {},
                                       .person = change.person,
                                       .at = change.now}));
  return note(change.work, change.person, change.now,
              {.event = "vial.stored",
               .subject = strain.number,
               .detail = vial.code,
               .digest_before = {},
               .digest_after = digest_of(vial)});
}

Result<Lot> store_lot(const Change& change, const Strain& strain, const NewLot& entered,
                      const std::vector<Spot>& spots) {
  KRES_ASSIGN(const auto parent, parent_of(change.work, strain, entered.parent));
  Lot lot{.strain = strain.id,
          .parent = parent ? parent->id : laboratory::LotId{},
          .passage = entered.passage,
          .made = entered.made,
          .medium = entered.medium,
          .comment = entered.comment,
          .entered_by = change.person,
          .entered = change.now};
  KRES_TRY(check_lot(lot, parent ? &*parent : nullptr, change.today));
  KRES_ASSIGN(lot, change.work.strains().add_lot(lot));
  KRES_TRY(note(change.work, change.person, change.now,
                {.event = "lot.made",
                 .subject = strain.number,
                 .detail = fmt::format("lot {}", lot.number),
                 .digest_before = {},
                 .digest_after = digest_of(lot)}));
  int number = 0;
  for (const auto& spot : spots) KRES_TRY(store_vial(change, strain, lot, ++number, spot));
  return lot;
}

Result<void> store_terms(const Change& change, const Strain& strain, StrainTerms terms) {
  terms.entered_by = change.person;
  terms.entered = change.now;
  KRES_TRY(check_terms(terms));
  KRES_ASSIGN(const auto before, change.work.strains().terms_of(strain.id));
  KRES_TRY(change.work.strains().add_terms(strain.id, terms));
  return note(change.work, change.person, change.now,
              {.event = "strain.terms_set",
               .subject = strain.number,
               .detail = std::string(name_of(terms.distribution)),
               .digest_before = before.empty() ? std::string() : digest_of(before.back()),
               .digest_after = digest_of(terms)});
}

Result<std::vector<Spot>> free_spots(const BankDesk& desk, UnitOfWork& work, const NewLot& lot) {
  if (lot.vials.empty()) return bad_input("State at least one position for a vial");
  KRES_ASSIGN(const auto tree, place_tree(work));
  KRES_ASSIGN(auto spots, spots_named(tree, lot.vials));
  KRES_TRY(check_free(work, tree, spots, desk.services.clock));
  return spots;
}

// The value of `stored`, or why positions were refused in the last moment.
template <class T>
Result<T> told(const BankDesk& desk, const std::vector<Spot>& spots, Result<T> stored) {
  if (stored) return stored;
  return fail(why_refused(desk.services, spots, std::move(stored).error()));
}

}  // namespace

Result<Strain> strain_numbered(UnitOfWork& work, const std::string& number) {
  KRES_ASSIGN(auto strain, work.strains().find(laboratory::as_bank_code(number)));
  if (!strain)
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("There is no strain '{}' in the bank", number),
                 .file = {},
                 .remedy = {}});
  return *std::move(strain);
}

Result<Strain> bank_isolate(const BankDesk& desk, const std::string& accession,
                            const StrainTerms& terms, const NewLot& lot,
                            const std::string& person) {
  std::vector<Spot> spots;
  const auto store = [&]() -> Result<Strain> {
    KRES_ASSIGN(auto work, desk.services.registry.write());
    KRES_ASSIGN(const auto isolate, isolate_named(*work, accession));
    KRES_ASSIGN(spots, free_spots(desk, *work, lot));
    const Change change{*work, person, desk.services.clock.now(), desk.services.clock.today()};
    KRES_ASSIGN(
        auto strain,
        work->strains().add(
            {.number = {}, .isolate = isolate.id, .banked_by = person, .banked = change.now}));
    KRES_TRY(note(*work, person, change.now,
                  {.event = "strain.banked",
                   .subject = isolate.accession,
                   .detail = strain.number,
                   .digest_before = {},
                   .digest_after = digest_of(strain)}));
    KRES_TRY(keep_findings(*work, isolate));
    KRES_TRY(store_terms(change, strain, terms));
    KRES_TRY(store_lot(change, strain, lot, spots));
    KRES_TRY(work->commit());
    return strain;
  };
  return told(desk, spots, store());
}

Result<Lot> add_lot(const BankDesk& desk, const std::string& strain, const NewLot& lot,
                    const std::string& person) {
  std::vector<Spot> spots;
  const auto store = [&]() -> Result<Lot> {
    KRES_ASSIGN(auto work, desk.services.registry.write());
    KRES_ASSIGN(const auto known, strain_numbered(*work, strain));
    KRES_ASSIGN(spots, free_spots(desk, *work, lot));
    const Change change{*work, person, desk.services.clock.now(), desk.services.clock.today()};
    KRES_ASSIGN(auto stored, store_lot(change, known, lot, spots));
    KRES_TRY(work->commit());
    return stored;
  };
  return told(desk, spots, store());
}

Result<void> change_terms(const BankDesk& desk, const std::string& strain, StrainTerms terms,
                          const std::string& person) {
  KRES_ASSIGN(auto work, desk.services.registry.write());
  KRES_ASSIGN(const auto known, strain_numbered(*work, strain));
  const Change change{*work, person, desk.services.clock.now(), desk.services.clock.today()};
  KRES_TRY(store_terms(change, known, std::move(terms)));
  return work->commit();
}

}  // namespace kres::workflow
