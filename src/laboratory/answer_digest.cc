#include "laboratory/answer_digest.h"

#include "base/digest.h"
#include "laboratory/canonical_text.h"

namespace kres::laboratory {

namespace {

void add_step(CanonicalText& text, std::string_view name, const Step& step) {
  text.add(name, step.person).add("at", iso_utc(step.time)).add("comment", step.comment);
}

}  // namespace

std::string digest_of_draft(const Answer& answer) {
  CanonicalText text("kres draft 1");
  text.add("isolate", answer.isolate.value)
      .add("version", std::int64_t{answer.version})
      .add("preliminary", std::int64_t{answer.preliminary})
      .add("language", code_of(answer.language))
      .add("analysis", answer.analysis.value)
      .add("explanation", answer.explanation.value)
      .add("without_genome", answer.without_genome)
      .add("reason", answer.reason)
      .add("predecessor", answer.predecessor.value);
  add_step(text, "drafted", answer.created);
  if (answer.validated) add_step(text, "validated", *answer.validated);
  return sha256_hex(text.text());
}

}  // namespace kres::laboratory
