// Digests of records as the audit trail keeps them: what was stored can be compared with what is.
#pragma once

#include <string>
#include <vector>

#include "laboratory/analysis_record.h"
#include "laboratory/api_token.h"
#include "laboratory/explanation_record.h"
#include "laboratory/interpretation_record.h"
#include "laboratory/measurement_record.h"
#include "laboratory/patient.h"
#include "laboratory/person.h"
#include "laboratory/qc_decision_record.h"
#include "laboratory/qc_result_record.h"
#include "laboratory/referral.h"
#include "laboratory/sender_query.h"
#include "laboratory/test_result_record.h"

namespace kres::laboratory {

// SHA-256 of the record's content in canonical text; numbers given by the registry do not count.
std::string digest_of(const Referral& referral);
std::string digest_of(const std::vector<MeasurementRecord>& measurements);
std::string digest_of(const TestResultRecord& result);
std::string digest_of(const std::vector<QcResultRecord>& results);
std::string digest_of(const QcDecisionRecord& decision);
std::string digest_of(const SenderQuery& query);
std::string digest_of(const AnalysisRecord& analysis);
// The interpretations and results of tests that it rests on are part of it.
std::string digest_of(const ExplanationRecord& explanation,
                      const std::vector<InterpretationRecord>& interpretations,
                      const std::vector<TestResultRecord>& tests);
// Name, roles in any order, laboratory, reach, active; neither number nor password.
std::string digest_of(const Person& person);
// Of the hash of a password: tells nothing of the password, and that it was replaced.
std::string digest_of_password(const std::string& password_hash);
// Laboratory and keyed digest of the number, not how it is sealed: a new key changes no patient.
std::string digest_of(const KnownPatient& patient);
// Without its last use, which is no change of it.
std::string digest_of(const ApiToken& token);
// Of a signed answer: statement and signature.
std::string digest_of_signature(const std::string& statement, const std::string& signature);

}  // namespace kres::laboratory
