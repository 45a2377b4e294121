#include "workflow/identities.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "laboratory/record_digest.h"
#include "laboratory/referral.h"
#include "workflow/isolate_note.h"
#include "workflow/isolate_status.h"

namespace kres::workflow {

using laboratory::Isolate;
using laboratory::KnownPatient;
using laboratory::NationalIdentityNumber;
using laboratory::PatientLink;
using laboratory::UnitOfWork;

namespace {

constexpr std::size_t kLongestReason = 500;  // bytes

tl::unexpected<Error> not_found(std::string message) {
  return fail(
      {.code = ErrorCode::not_found, .message = std::move(message), .file = {}, .remedy = {}});
}

std::string word_for(const KnownPatient& patient) {
  return fmt::format("patient {}", patient.id.value);
}

// The patient with this number at the isolate's hospital.
Result<KnownPatient> patient_with(UnitOfWork& work, const laboratory::IdentityVault& vault,
                                  const Isolate& isolate, const NationalIdentityNumber& number,
                                  const std::string& person, Instant now) {
  const auto lookup = vault.lookup(number);
  KRES_ASSIGN(auto known, work.patients().find(isolate.laboratory, lookup));
  if (known) return *std::move(known);
  KRES_ASSIGN(auto sealed, vault.seal(number, isolate.laboratory));
  KnownPatient patient{.laboratory = isolate.laboratory,
                       .lookup = lookup,
                       .key = std::move(sealed.key),
                       .sealed = std::move(sealed.sealed),
                       .created = now,
                       .created_by = person};
  KRES_ASSIGN(patient.id, work.patients().add(patient));
  return patient;
}

Result<PatientView> view_of(UnitOfWork& work, const KnownPatient& patient) {
  PatientView view{.patient = patient.id, .accessions = {}, .elsewhere = {}, .links = {}};
  KRES_ASSIGN(view.accessions, work.patients().accessions_of(patient.id));
  KRES_ASSIGN(view.elsewhere, work.patients().with_lookup(patient.lookup));
  std::erase_if(view.elsewhere, [&](const KnownPatient& one) { return one.id == patient.id; });
  KRES_ASSIGN(view.links, work.patients().links_of(patient.id));
  return view;
}

bool joins(const PatientLink& one, const PatientLink& other) {
  return (one.first == other.first && one.second == other.second) ||
         (one.first == other.second && one.second == other.first);
}

Result<void> check_reason(const std::string& reason, const char* remedy) {
  if (trim(reason).empty() || reason.size() > kLongestReason)
    return bad_input("the reason is empty or too long", {}, 0, remedy);
  if (laboratory::contains_national_identity_number(reason))
    return bad_input("the reason holds a national identity number", {}, 0, "leave it out");
  return {};
}

}  // namespace

Result<PatientView> enter_identity(const Services& services, const laboratory::IdentityVault& vault,
                                   const std::string& accession, const std::string& number,
                                   const std::string& person) {
  KRES_ASSIGN(const auto parsed, NationalIdentityNumber::parse(number));
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto isolate, isolate_named(*work, accession));
  const auto now = services.clock.now();
  KRES_ASSIGN(const auto patient, patient_with(*work, vault, isolate, parsed, person, now));
  KRES_ASSIGN(const auto before, work->patients().of_isolate(isolate.id));
  if (!before || before->id != patient.id) {
    KRES_TRY(work->patients().tie(isolate.id, patient.id, person, now));
    KRES_TRY(note(*work, isolate, person, now,
                  {"identity.entered", word_for(patient), digest_of(patient)}));
  }
  KRES_ASSIGN(auto view, view_of(*work, patient));
  KRES_TRY(work->commit());
  return view;
}

Result<std::string> read_identity(const Services& services, const laboratory::IdentityVault& vault,
                                  const std::string& accession, const std::string& reason,
                                  const std::string& person) {
  KRES_TRY(check_reason(reason, "say what the number is needed for"));
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto isolate, isolate_named(*work, accession));
  KRES_ASSIGN(const auto patient, work->patients().of_isolate(isolate.id));
  if (!patient) return not_found("no national identity number was entered for this isolate");
  KRES_ASSIGN(auto number, vault.open(*patient));
  KRES_TRY(note(*work, isolate, person, services.clock.now(),
                {"identity.read", fmt::format("{}: {}", word_for(*patient), trim(reason)), {}}));
  KRES_TRY(work->commit());
  return number;
}

Result<PatientView> patient_of(const Services& services, const std::string& accession) {
  KRES_ASSIGN(auto work, services.registry.read());
  KRES_ASSIGN(const auto isolate, isolate_named(*work, accession));
  KRES_ASSIGN(const auto patient, work->patients().of_isolate(isolate.id));
  if (!patient) return PatientView{};
  return view_of(*work, *patient);
}

Result<void> link_patients(const Services& services, const PatientLink& link) {
  KRES_TRY(check_reason(link.reason, "say how it is known"));
  if (link.first == link.second) return bad_input("a patient is not linked with itself");
  KRES_ASSIGN(auto work, services.registry.write());
  for (const auto id : {link.first, link.second}) {
    KRES_ASSIGN(const auto patient, work->patients().find(id));
    if (!patient) return not_found(fmt::format("there is no patient {}", id.value));
  }
  KRES_ASSIGN(const auto links, work->patients().links_of(link.first));
  if (std::any_of(links.begin(), links.end(), [&](const auto& one) { return joins(one, link); }))
    return fail({.code = ErrorCode::conflict,
                 .message = "these two are linked already",
                 .file = {},
                 .remedy = {}});
  KRES_TRY(work->patients().link(link));
  KRES_TRY(work->audit().append({.person = link.linked_by,
                                 .time = link.linked,
                                 .event = "patients.linked",
                                 .subject = fmt::format("patient {}", link.first.value),
                                 .detail = fmt::format("patient {}", link.second.value),
                                 .before_digest = {},
                                 .after_digest = {}}));
  return work->commit();
}

}  // namespace kres::workflow
