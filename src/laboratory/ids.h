// Numbers of stored records, one type each, so that two of them cannot be swapped.
#pragma once

#include <compare>
#include <cstdint>

namespace kres::laboratory {

// 0 means "not stored yet".
template <class Record>
struct Id {
  std::int64_t value = 0;
  auto operator<=>(const Id&) const = default;
  explicit operator bool() const { return value != 0; }
};

using PersonId = Id<struct Person>;
using ReferralId = Id<struct Referral>;
using IsolateId = Id<struct Isolate>;
using TestResultId = Id<struct TestResultRecord>;
using MeasurementId = Id<struct MeasurementRecord>;
using AnalysisId = Id<struct AnalysisRecord>;
using InterpretationId = Id<struct InterpretationRecord>;
using ExplanationId = Id<struct ExplanationRecord>;
using AnswerId = Id<struct Answer>;
using JobId = Id<struct Job>;
using UploadId = Id<struct Upload>;
using ApiTokenId = Id<struct ApiToken>;
using PatientId = Id<struct KnownPatient>;
using QcResultId = Id<struct QcResultRecord>;
using QcDecisionId = Id<struct QcDecisionRecord>;

}  // namespace kres::laboratory
