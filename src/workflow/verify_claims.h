// The other direction of verification: from every row to the event that put it there.
//
// The walk along the trail notes which rows its events speak of; what is left over was put in past
// the program.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "base/error.h"
#include "laboratory/audit_event.h"
#include "laboratory/ports/clock.h"
#include "laboratory/ports/record_census.h"
#include "laboratory/ports/registry.h"
#include "workflow/verify_bank.h"
#include "workflow/verify_intake.h"

namespace kres::workflow {

class TrailClaims {
 public:
  // An event speaks of this row.
  void claim(laboratory::RecordKind kind, std::int64_t number);

  // The isolate was referred so.
  void refer(const std::string& accession, const laboratory::Referral& referral);

  // What the event says of people, tokens, answers and files; other kinds are claimed by whoever
  // compares their digests.
  void note(const laboratory::AuditEvent& event, const laboratory::Clock& clock);

  // `corrupt` names the first row that no event speaks of, or that is not as its last event left
  // it: people and passwords, tokens, answers, isolates and their files,
  // intake, the strain bank.
  Result<void> check(laboratory::UnitOfWork& work) const;

 private:
  struct LastWord {
    std::string event;   // the newest of its kind
    std::string person;  // who did it
    std::string digest;  // of the record since; empty if the event kept none
  };
  struct Origin {
    std::string laboratory, sender_id;
    laboratory::MicrobeGroup group = laboratory::MicrobeGroup::CPO;
    std::set<Date> received;  // the day stated, and those on which its tube was scanned
  };
  Result<void> check_people(laboratory::UnitOfWork& work) const;
  Result<void> check_password(laboratory::UnitOfWork& work, const laboratory::Person& person) const;
  Result<void> check_tokens(laboratory::UnitOfWork& work, const laboratory::Person& person,
                            std::set<std::int64_t>& seen) const;
  Result<void> check_origin(const laboratory::Isolate& isolate) const;
  Result<void> check_isolates(laboratory::UnitOfWork& work) const;
  Result<void> check_answers(laboratory::UnitOfWork& work,
                             const laboratory::Isolate& isolate) const;
  Result<void> check_numbers(laboratory::UnitOfWork& work) const;

  std::map<laboratory::RecordKind, std::set<std::int64_t>> claimed_;
  std::map<std::string, LastWord> people_;               // by username
  std::map<std::int64_t, LastWord> tokens_;              // by number
  std::map<std::int64_t, LastWord> answers_;             // by number
  std::map<std::int64_t, LastWord> drafts_;              // the last that kept what one says
  std::map<std::string, Origin> origins_;                // by accession
  std::set<std::pair<std::string, std::string>> files_;  // accession, SHA-256
  BankClaims bank_;
  IntakeClaims intake_;
  std::map<std::string, LastWord> passwords_;  // by username, where digests are kept
};

}  // namespace kres::workflow
