// Isolates, patients and cases: three counts of one collection, by a stored rule.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/date.h"
#include "laboratory/case_rules.h"

namespace kres::laboratory {

// An isolate that meets the case definition.
struct CountedIsolate {
  std::string isolate;     // accession
  std::string laboratory;  // code; one pseudonym in two laboratories is two patients
  std::string pseudonym;   // empty: the patient is unknown, and counts as one of their own
  std::string species;
  std::vector<std::string> genes;  // families that make the case; empty if none is known
  std::string kind;                // infection | carriage | "" not stated
  Date day;                        // sampled, or received where that is not stated
};

// One isolate of the period and where it was counted.
struct CaseRow {
  CountedIsolate isolate;
  std::size_t patient = 0;      // numbers of this collection, from 1
  std::size_t case_number = 0;  // 0 stands for none
  // Why it begins a case: first | species | episode | gene | kind; empty if it belongs to one.
  std::string begins;
  bool unknown_patient = false;
};

struct CaseCount {
  std::size_t isolates = 0;          // of the period
  std::size_t patients = 0;          // with an isolate of the period, unknown ones among them
  std::size_t unknown_patients = 0;  // isolates of the period without a pseudonym
  std::size_t cases = 0;             // begun in the period
  std::size_t continued = 0;         // begun before it, with an isolate in it
  std::vector<CaseRow> rows;         // isolates of the period, by day and accession
};

// Isolates before `from` count for the cases they began; those after `to` do not count. A gene or
// kind that is not known begins no case, and one that becomes known joins the case.
CaseCount count_cases(std::vector<CountedIsolate> isolates, const CaseRule& rule, Date from,
                      Date to);

}  // namespace kres::laboratory
