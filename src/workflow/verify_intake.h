// Verification of what surrounds an isolate against the trail: boxes and scans, questions to the
// sender, whose the isolate is, who opened an answer, what was decided about it.
//
// Not in the trail, and so not seen: reasons of links and decisions, scans of tubes that had been
// received before.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/audit_event.h"
#include "laboratory/isolate.h"
#include "laboratory/ports/registry.h"
#include "laboratory/shipment.h"

namespace kres::workflow {

class IntakeClaims {
 public:
  // What the event says of these; others are passed over.
  void note(const laboratory::AuditEvent& event);

  // `corrupt` names the first record that no event speaks of, that is not as its events left it, or
  // that is missing.
  Result<void> check(laboratory::UnitOfWork& work) const;
  // Whose the isolate is.
  Result<void> check_patient(laboratory::UnitOfWork& work,
                             const laboratory::Isolate& isolate) const;

 private:
  using Story = std::vector<laboratory::AuditEntry>;  // of one record, oldest first

  Result<void> check_queries(laboratory::UnitOfWork& work) const;
  Result<void> check_links(laboratory::UnitOfWork& work) const;
  Result<void> check_openings(laboratory::UnitOfWork& work) const;
  Result<void> check_decisions(laboratory::UnitOfWork& work) const;
  Result<void> check_boxes(laboratory::UnitOfWork& work) const;
  Result<void> check_scans(laboratory::UnitOfWork& work) const;

  std::map<std::int64_t, Story> queries_, boxes_, scans_;  // by number
  std::map<std::int64_t, std::set<std::string>> packed_;   // by number of the box: accessions
  std::map<std::int64_t, Story> openings_;                 // by number of the answer
  std::map<std::string, std::int64_t> patients_;           // by accession: the last said
  Story ties_, links_, decisions_;
};

}  // namespace kres::workflow
