// An isolate: one bacterial strain from one sample of one patient; everything hangs on it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "laboratory/ids.h"
#include "laboratory/referral.h"
#include "laboratory/sample.h"

namespace kres::laboratory {

// `expected`: announced, nothing of it is here. `awaiting_genome`: explained from measurements and
// tests, no genome has been read.
enum class IsolateState {
  expected,
  received,
  analysing,
  awaiting_genome,
  ready,
  draft,
  validated,
  answered,
  failed
};
std::string_view name_of(IsolateState state);
std::optional<IsolateState> isolate_state_from(std::string_view name);

// What the laboratory has to do next with the isolate.
enum class NextStep { receive, measure, attach_genome, validate, approve, analyse, wait, none };
std::string_view name_of(NextStep step);

// What is known of the isolate at a glance. Derived from its current analysis and explanation, kept
// beside the isolate for lists; never entered.
struct IsolateSummary {
  std::string species;
  std::string st;
  std::vector<std::string> key_findings;      // symbols
  std::vector<std::string> case_definitions;  // "CPO"
  bool operator==(const IsolateSummary&) const = default;
};

struct Isolate {
  IsolateId id;
  std::string accession;
  ReferralId referral;
  std::string laboratory;  // code
  std::string sender_id;
  MicrobeGroup suspected_group = MicrobeGroup::CPO;
  Date received;  // of an expected one: the day it was registered
  Date due;       // received + the turnaround target
  SampleState sample = SampleState::received;
  std::optional<Date> answered;  // day of the first signed final answer
  IsolateState state = IsolateState::received;
  bool constructed = false;  // some measurement is constructed, not measured
  IsolateSummary summary;
  AnalysisId current_analysis;        // 0 if none
  ExplanationId current_explanation;  // 0 if none
  std::int64_t revision = 1;          // counts every change; the ETag of the isolate
};

}  // namespace kres::laboratory
