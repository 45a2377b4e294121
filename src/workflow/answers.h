// The way of an answer: draft, technical validation, medical approval, frozen and signed.
#pragma once

#include <optional>
#include <string>

#include "base/error.h"
#include "base/language.h"
#include "laboratory/answer.h"
#include "laboratory/answer_rules.h"
#include "laboratory/person.h"
#include "laboratory/ports/signer.h"
#include "workflow/answer_input.h"
#include "workflow/answer_situation.h"
#include "workflow/services.h"

namespace kres::workflow {

// All outlive whoever holds this.
struct AnswerDesk {
  Services services;
  const laboratory::Signer& signer;
  RenderFunction render;
  AnswerSettings settings;
  const susceptibility::QcRules& qc_rules;
};

// Every step checks the rules, is refused as they say (message: translation key), and is noted in
// the audit trail in the same transaction. A comment or reason is at most 1000 bytes of UTF-8
// without a national identity number (`bad_input`).

struct DraftWish {
  Language language = Language::nb;
  std::string reason;  // of the amendment of a final answer, empty otherwise
  bool preliminary = false;
  std::string without_genome;  // of a final answer that rests on no genome: why it waits for none
};

// A first draft, one after a signed preliminary answer, or an amendment of the signed final one,
// which needs a reason and is never preliminary. Before a genome is read a final answer needs a
// reason why none is waited for. It rests on the isolate's current explanation; an
// unsigned answer that rests on an older one, or is of the other kind, becomes a draft as wished,
// under the same number.
Result<laboratory::Answer> draft_answer(const AnswerDesk& desk, const std::string& accession,
                                        DraftWish wish, const laboratory::Person& person);

// `revision`: the one the person has seen; `conflict` if another is stored. nothing: not checked.
Result<laboratory::Answer> validate_answer(const AnswerDesk& desk, laboratory::AnswerId id,
                                           const std::string& comment,
                                           const laboratory::Person& person,
                                           std::optional<std::int64_t> revision = {});

// Renders, stores both files, signs, and only then the answer is signed: all of it or nothing.
Result<laboratory::Answer> approve_answer(const AnswerDesk& desk, laboratory::AnswerId id,
                                          const std::string& comment,
                                          const laboratory::Person& person,
                                          std::optional<std::int64_t> revision = {});

// The frozen bytes of a signed answer, verified; of another, what it would look like now.
Result<RenderedAnswer> show_answer(const AnswerDesk& desk, laboratory::AnswerId id);

}  // namespace kres::workflow
