#include "registry/pattern.h"

#include <nlohmann/json.hpp>

namespace kres::bench {

namespace {

Result<Pattern> pattern_of(laboratory::UnitOfWork& work, const laboratory::Answer& answer) {
  Pattern pattern;
  pattern.answer = answer;
  KRES_ASSIGN(const auto isolate, work.isolates().find(answer.isolate));
  pattern.isolate = *isolate;
  KRES_ASSIGN(const auto referral, work.referrals().find(isolate->referral));
  pattern.referral = *referral;
  KRES_ASSIGN(pattern.files, work.isolates().files(isolate->id));
  KRES_ASSIGN(pattern.measurements, work.measurements().current_of(isolate->id));
  KRES_ASSIGN(const auto analysis, work.analyses().find(answer.analysis));
  pattern.analysis = *analysis;
  KRES_ASSIGN(const auto explanation, work.explanations().find(answer.explanation));
  pattern.explanation = *explanation;
  KRES_ASSIGN(pattern.interpretations, work.interpretations().of_explanation(answer.explanation));
  KRES_ASSIGN(pattern.findings, work.catalogue().findings_of(isolate->id));
  return pattern;
}

}  // namespace

Result<std::vector<Pattern>> read_patterns(laboratory::Registry& registry) {
  KRES_ASSIGN(const auto work, registry.read());
  KRES_ASSIGN(const auto answers, work->answers().all_signed());
  std::vector<Pattern> patterns;
  for (const auto& answer : answers) {
    KRES_ASSIGN(auto pattern, pattern_of(*work, answer));
    patterns.push_back(std::move(pattern));
  }
  if (patterns.empty())
    return fail({.code = ErrorCode::not_found,
                 .message = "the registry has no signed answer to take as a pattern",
                 .file = {},
                 .remedy = {}});
  return patterns;
}

Result<void> take_numbers_out(std::vector<Pattern>& patterns, laboratory::Registry& registry,
                              laboratory::BlobStore& blobs) {
  KRES_ASSIGN(const auto work, registry.write());
  for (auto& pattern : patterns) {
    auto& frozen = *pattern.answer.frozen;
    KRES_ASSIGN(const auto text, blobs.read(frozen.json_sha256));
    auto document = nlohmann::ordered_json::parse(text);
    document["answer"].erase("accession");
    KRES_ASSIGN(const auto blob, blobs.put(document.dump(), "application/json", "answer.json"));
    KRES_TRY(work->blobs().add(blob));
    frozen.json_sha256 = blob.sha256;
  }
  return work->commit();
}

}  // namespace kres::bench
