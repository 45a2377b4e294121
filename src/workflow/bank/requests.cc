#include "workflow/bank/requests.h"

#include <fmt/format.h>

#include "laboratory/bank/bank_digest.h"
#include "laboratory/bank/strain_number.h"
#include "workflow/bank/bank_note.h"
#include "workflow/bank/picking.h"
#include "workflow/bank/strains.h"
#include "workflow/bank/vials.h"

namespace kres::workflow {

using laboratory::Agreement;
using laboratory::AgreementId;
using laboratory::RequestState;
using laboratory::StrainRequest;
using laboratory::UnitOfWork;

namespace {

// The lines of the catalogue for what was asked.
Result<std::vector<laboratory::CatalogueEntry>> entries_of(UnitOfWork& work,
                                                           const StrainRequest& request) {
  std::vector<laboratory::CatalogueEntry> entries;
  for (const auto& asked : request.strains) {
    KRES_ASSIGN(const auto found, work.catalogue().list({.text = asked.number, .limit = 1}));
    entries.insert(entries.end(), found.begin(), found.end());
  }
  return entries;
}

Result<void> check_may_go(const BankDesk& desk, UnitOfWork& work, const StrainRequest& request) {
  KRES_ASSIGN(const auto entries, entries_of(work, request));
  KRES_ASSIGN(const auto agreement, work.strain_requests().find_agreement(request.agreement));
  return check_distribution(request, entries, agreement, desk.services.clock.today());
}

Result<void> ship(UnitOfWork& work, const StrainRequest& request, const std::string& person,
                  Instant now) {
  KRES_ASSIGN(const auto vials, work.strain_requests().picked_for(request.id));
  KRES_TRY(check_may_leave(work, vials));
  for (const auto& vial : vials)
    KRES_TRY(move_within(work, vial,
                         {.kind = laboratory::MovementKind::removed,
                          .from = {},
                          .to = {},
                          .reason = std::string(laboratory::kShippedReason),
                          .comment = fmt::format("{}, {}", request.number, request.institution),
                          .person = person,
                          .at = now}));
  return {};
}

Result<void> do_step(const BankDesk& desk, UnitOfWork& work, StrainRequest& request,
                     const EnteredStep& step, const std::string& person, Instant now) {
  switch (step.next) {
    case RequestState::approved:
      request.agreement = step.agreement;
      return check_may_go(desk, work, request);
    case RequestState::picked:
      return pick_vials(work, request, step.vials);
    case RequestState::shipped:
      KRES_TRY(check_may_go(desk, work, request));
      return ship(work, request, person, now);
    default:
      return {};
  }
}

}  // namespace

Result<Agreement> add_agreement(const BankDesk& desk, Agreement agreement,
                                const std::string& person) {
  KRES_TRY(check_agreement(agreement));
  KRES_ASSIGN(auto work, desk.services.registry.write());
  agreement.entered_by = person;
  agreement.entered = desk.services.clock.now();
  KRES_ASSIGN(agreement.id, work->strain_requests().add_agreement(agreement));
  KRES_TRY(note(*work, person, agreement.entered,
                {.event = "agreement.entered",
                 .subject = "strain bank",
                 .detail = fmt::format("agreement {}", agreement.id.value),
                 .digest_before = {},
                 .digest_after = digest_of(agreement)}));
  KRES_TRY(work->commit());
  return agreement;
}

Result<Agreement> attach_agreement_document(const BankDesk& desk, AgreementId id,
                                            const std::string& bytes, const std::string& person) {
  if (!bytes.starts_with("%PDF-")) return bad_input("The document is no PDF");
  KRES_ASSIGN(const auto blob, desk.services.blobs.put(bytes, "application/pdf", "agreement.pdf"));
  KRES_ASSIGN(auto work, desk.services.registry.write());
  KRES_ASSIGN(auto agreement, work->strain_requests().find_agreement(id));
  if (!agreement)
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("There is no agreement {}", id.value),
                 .file = {},
                 .remedy = {}});
  const auto before = digest_of(*agreement);
  KRES_TRY(work->blobs().add(blob));
  KRES_TRY(work->strain_requests().attach_document(id, blob.sha256));
  agreement->sha256 = blob.sha256;
  KRES_TRY(note(*work, person, desk.services.clock.now(),
                {.event = "agreement.document_stored",
                 .subject = "strain bank",
                 .detail = fmt::format("agreement {}", id.value),
                 .digest_before = before,
                 .digest_after = digest_of(*agreement)}));
  KRES_TRY(work->commit());
  return *agreement;
}

Result<StrainRequest> request_numbered(UnitOfWork& work, const std::string& number) {
  KRES_ASSIGN(auto request, work.strain_requests().find(laboratory::as_bank_code(number)));
  if (!request)
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("There is no request '{}'", number),
                 .file = {},
                 .remedy = {}});
  return *std::move(request);
}

Result<StrainRequest> add_request(const BankDesk& desk, StrainRequest request,
                                  const std::string& person) {
  KRES_TRY(check_request(request));
  KRES_ASSIGN(auto work, desk.services.registry.write());
  for (auto& asked : request.strains) {
    KRES_ASSIGN(const auto strain, strain_numbered(*work, asked.number));
    asked.strain = strain.id;
    asked.number = strain.number;
  }
  KRES_TRY(check_request(request));
  request.entered_by = person;
  request.entered = desk.services.clock.now();
  KRES_ASSIGN(request, work->strain_requests().add(std::move(request)));
  KRES_TRY(work->strain_requests().add_step(request.id,
                                            {RequestState::asked, {}, person, request.entered}));
  KRES_TRY(note(*work, person, request.entered,
                {.event = "strain_request.asked",
                 .subject = request.number,
                 .detail = fmt::format("{} strains", request.strains.size()),
                 .digest_before = {},
                 .digest_after = digest_of(request)}));
  KRES_TRY(work->commit());
  return request;
}

Result<StrainRequest> take_step(const BankDesk& desk, const std::string& number,
                                const EnteredStep& step, const std::string& person) {
  KRES_ASSIGN(auto work, desk.services.registry.write());
  KRES_ASSIGN(auto request, request_numbered(*work, number));
  KRES_TRY(check_step(request, step.next, person, step.comment));
  const auto before = digest_of(request);
  const auto now = desk.services.clock.now();
  KRES_TRY(do_step(desk, *work, request, step, person, now));
  request.state = step.next;
  KRES_ASSIGN(request, work->strain_requests().update(std::move(request)));
  KRES_TRY(work->strain_requests().add_step(request.id, {step.next, step.comment, person, now}));
  KRES_TRY(note(*work, person, now,
                {.event = fmt::format("strain_request.{}", name_of(step.next)),
                 .subject = request.number,
                 .detail = {},
                 .digest_before = before,
                 .digest_after = digest_of(request)}));
  KRES_TRY(work->commit());
  return request;
}

}  // namespace kres::workflow
