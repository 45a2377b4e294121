// Checks of lots: beside what was measured again stands what the isolate had.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "laboratory/bank/bank_digest.h"
#include "workflow/bank/bank_note.h"
#include "workflow/bank/strains.h"

namespace kres::workflow {

using laboratory::LotCheck;
using laboratory::UnitOfWork;

namespace {

constexpr std::array<std::string_view, 5> kSigns{"<=", "<", "=", ">", ">="};

Result<laboratory::Lot> lot_numbered(UnitOfWork& work, const laboratory::Strain& strain,
                                     int number) {
  KRES_ASSIGN(const auto lots, work.strains().lots_of(strain.id));
  for (const auto& lot : lots)
    if (lot.number == number) return lot;
  return fail({.code = ErrorCode::not_found,
               .message = fmt::format("{} has no lot {}", strain.number, number),
               .file = {},
               .remedy = {}});
}

// Each agent once, with a sign; the isolate's own MIC of it is filled in.
Result<void> fill_in_mics(UnitOfWork& work, laboratory::IsolateId isolate, LotCheck& check) {
  KRES_ASSIGN(const auto measured, work.measurements().current_of(isolate));
  for (auto& mic : check.mics) {
    if (std::find(kSigns.begin(), kSigns.end(), mic.sign) == kSigns.end())
      return bad_input(fmt::format("'{}' is no sign of a MIC", mic.sign));
    if (std::count_if(check.mics.begin(), check.mics.end(),
                      [&](const auto& other) { return other.agent == mic.agent; }) > 1)
      return bad_input(fmt::format("{} is stated twice", mic.agent));
    for (const auto& record : measured)
      if (record.agent == mic.agent && record.unit == "mg/L") {
        mic.before = record.value;
        mic.before_sign = record.sign;
      }
  }
  return {};
}

Result<void> check_analysis(UnitOfWork& work, const laboratory::Strain& strain,
                            laboratory::AnalysisId id) {
  if (!id) return {};
  KRES_ASSIGN(const auto analysis, work.analyses().find(id));
  if (analysis && analysis->isolate != strain.isolate)
    return bad_input(
        fmt::format("Analysis {} is not of the isolate of {}", id.value, strain.number), {}, 0,
        "name one that stands on the page of the isolate");
  if (analysis) return {};
  return fail({.code = ErrorCode::not_found,
               .message = fmt::format("There is no analysis {}", id.value),
               .file = {},
               .remedy = {}});
}

}  // namespace

Result<LotCheck> enter_check(const BankDesk& desk, const std::string& strain, int lot,
                             LotCheck check, const std::string& person) {
  KRES_ASSIGN(auto work, desk.services.registry.write());
  KRES_ASSIGN(const auto known, strain_numbered(*work, strain));
  KRES_ASSIGN(const auto checked, lot_numbered(*work, known, lot));
  check.lot = checked.id;
  check.entered_by = person;
  check.entered = desk.services.clock.now();
  KRES_TRY(check_analysis(*work, known, check.analysis));
  KRES_TRY(fill_in_mics(*work, known.isolate, check));
  KRES_TRY(check_lot_check(check, checked, desk.services.clock.today()));
  KRES_ASSIGN(check.id, work->strains().add_check(check));
  KRES_TRY(note(*work, person, check.entered,
                {.event = fmt::format("lot.{}_checked", name_of(check.kind)),
                 .subject = known.number,
                 .detail = fmt::format("lot {}: {}", lot, name_of(check.result)),
                 .digest_before = {},
                 .digest_after = digest_of(check)}));
  KRES_TRY(work->commit());
  return check;
}

}  // namespace kres::workflow
