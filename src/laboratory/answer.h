// The answer to the referring laboratory: draft, validated, signed; preliminary or final, amended
// as a new version.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/language.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

enum class AnswerState { draft, validated, signed_ };
std::string_view name_of(AnswerState state);  // draft | validated | signed
std::optional<AnswerState> answer_state_from(std::string_view name);

// Who did a step, when, and the remark left with it.
struct Step {
  std::string person;  // username
  Instant time{};
  std::string comment;
};

// The frozen form of a signed answer.
struct Frozen {
  std::string pdf_sha256;  // blobs
  std::string json_sha256;
  std::string signature;    // Ed25519 over signed_statement() of the answer, hexadecimal
  std::string public_key;   // hexadecimal
  std::string audit_event;  // hash of the audit event of the signature
};

struct Answer {
  AnswerId id;
  IsolateId isolate;
  std::string accession;
  int version = 1;  // 1, 2, ... per isolate
  AnswerState state = AnswerState::draft;
  // Says what is known before all is: it does not end the examination, and a final one follows.
  bool preliminary = false;
  Language language = Language::nb;
  AnalysisId analysis;  // what it says rests on these, whatever comes later; 0: on no genome
  ExplanationId explanation;
  std::string without_genome;  // why a final answer that rests on no genome waits for none
  Step created;
  std::optional<Step> validated;
  std::optional<Step> approved;
  std::string reason;            // of the amendment; required when a final answer is amended
  AnswerId predecessor;          // the signed answer this one amends or follows, 0 if none
  std::optional<Frozen> frozen;  // present if and only if signed
  std::int64_t revision = 1;     // the ETag of the answer
};

bool is_signed(const Answer& answer);
// Ends the examination: the first of an isolate stops its clock.
bool is_signed_final(const Answer& answer);

// The bytes that the signature covers: accession, version, people, times and digests of the PDF and
// JSON (docs/formats/registry.md). Requires: validated and approved.
std::string signed_statement(const Answer& answer, std::string_view pdf_sha256,
                             std::string_view json_sha256);

}  // namespace kres::laboratory
