#include "workflow/earlier_isolates.h"

#include <tuple>

namespace kres::workflow {

using laboratory::Isolate;

Result<std::vector<Isolate>> earlier_isolates(laboratory::UnitOfWork& work, const Isolate& isolate,
                                              const laboratory::Referral& referral) {
  KRES_ASSIGN(auto isolates,
              work.isolates().of_patient(referral.laboratory, referral.patient.pseudonym));
  std::erase_if(isolates, [&](const Isolate& other) {
    return std::tie(other.received, other.id) >= std::tie(isolate.received, isolate.id);
  });
  return isolates;
}

std::vector<mechanism::EarlierIsolate> as_context(const std::vector<Isolate>& earlier) {
  std::vector<mechanism::EarlierIsolate> context;
  for (const auto& isolate : earlier)
    context.push_back({.accession = isolate.accession,
                       .received = isolate.received,
                       .species = isolate.summary.species,
                       .key_findings = isolate.summary.key_findings});
  return context;
}

}  // namespace kres::workflow
