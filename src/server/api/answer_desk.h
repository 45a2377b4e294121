// What people do with answers: the steps that the API offers, done by the workflow.
#pragma once

#include <string>

#include "base/error.h"
#include "base/language.h"
#include "laboratory/answer.h"
#include "laboratory/isolate.h"
#include "laboratory/job.h"
#include "laboratory/person.h"

namespace kres::api {

// Each step is one transaction with its audit event, and checks the rules of the laboratory itself.
// Refusals are `forbidden` or `conflict` with the key of a text as message. Usable from several
// threads.
class AnswerDesk {
 public:
  virtual ~AnswerDesk() = default;
  // A first draft, or with a reason the draft of an amendment.
  virtual Result<laboratory::Answer> draft(const std::string& accession, Language language,
                                           const std::string& reason,
                                           const laboratory::Person& person) = 0;
  virtual Result<laboratory::Answer> validate(laboratory::AnswerId id, const std::string& comment,
                                              const laboratory::Person& person) = 0;
  // Freezes the answer: PDF and JSON are stored and signed.
  virtual Result<laboratory::Answer> approve(laboratory::AnswerId id, const std::string& comment,
                                             const laboratory::Person& person) = 0;
  // The frozen bytes of a signed answer; of an unsigned one what it would be now, marked a draft.
  virtual Result<std::string> pdf(const laboratory::Answer& answer) = 0;
  virtual Result<std::string> json(const laboratory::Answer& answer) = 0;

  // Analyses the genome of an isolate again with the reference set of today.
  virtual Result<laboratory::Job> analyse_again(const std::string& accession,
                                                const laboratory::Person& person) = 0;
};

}  // namespace kres::api
