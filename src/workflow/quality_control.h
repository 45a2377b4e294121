// Quality control in the registry: results of control strains entered, corrected and withdrawn, and
// what a person decides about a day that is out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "susceptibility/qc_rules.h"
#include "workflow/services.h"

namespace kres::workflow {

// What every change of quality control gives back.
struct QcChange {
  std::vector<laboratory::QcResultId> results;  // what was added
  std::optional<laboratory::QcDecisionRecord> decision;
  std::vector<std::string> reanalysed;  // isolates whose values are held or let go by it
};

// Stores them, all or none, with one audit event, and queues the analysis of every isolate with a
// genome whose values are held back by it. Who, when and predecessor are left for this function.
// Errors: bad_input with the number of the result (check_qc_result).
Result<QcChange> enter_qc_results(const Services& services, const susceptibility::QcRules& rules,
                                  std::vector<laboratory::QcResultRecord> results,
                                  const std::string& person);

// A new value in the place of one that stands, or nothing in its place.
struct QcCorrection {
  laboratory::QcResultId replaces;
  std::optional<susceptibility::Measurement> measured;  // sign, value, unit; none: withdrawn
  std::string lot, medium;
  std::string reason;
};
// The strain, agent, method, load and day stay: what was entered under a wrong one is withdrawn and
// entered anew. Errors: not_found, conflict (replaced before), forbidden (may_replace), bad_input.
Result<QcChange> correct_qc_result(const Services& services, const susceptibility::QcRules& rules,
                                   const QcCorrection& correction, const std::string& person);

struct QcVerdict {
  laboratory::QcDayName of;
  bool accepted = false;
  std::string reason;
  std::vector<laboratory::QcResultId> seen;  // the results of the day as the person saw it
};
// Errors: not_found (no such day), conflict (it is not out, or by a result that was not seen),
// forbidden (may_accept), bad_input.
Result<QcChange> decide_qc_day(const Services& services, const susceptibility::QcRules& rules,
                               const QcVerdict& verdict, const std::string& person);

// The results of one day, replaced ones too, that lay outside their ranges; by number.
Result<std::vector<laboratory::QcResultRecord>> ever_out(
    const std::vector<laboratory::QcResultRecord>& all, const laboratory::QcDayName& day,
    const susceptibility::QcRules& rules);

}  // namespace kres::workflow
