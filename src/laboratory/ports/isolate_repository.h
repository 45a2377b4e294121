// Isolates: the work list and its filter, single isolates, their files.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/isolate.h"
#include "laboratory/isolate_file.h"
#include "laboratory/standing.h"

namespace kres::laboratory {

struct IsolateFilter {
  std::optional<IsolateState> state;
  std::optional<Date> overdue_on;  // only those not answered and due before this day
  std::string text;    // part of accession, sender's identifier, laboratory, species, ST,
                       // gene or case definition
  std::string cursor;  // of the page before; empty for the first
  int limit = 50;      // 1-500
};

// Sorted by time left: not answered ones by due date, then answered ones, newest first.
struct IsolatePage {
  std::vector<Isolate> isolates;
  std::string next_cursor;  // empty on the last page
  std::int64_t total = 0;   // that the filter lets through
};

struct IsolateCounts {
  std::map<IsolateState, std::int64_t> by_state;  // every state
  std::int64_t overdue = 0;
};

class IsolateRepository {
 public:
  virtual ~IsolateRepository() = default;
  // Gives the next accession of the year and unit, and the number.
  virtual Result<Isolate> add(Isolate isolate) = 0;
  // Everything that may change: sample and with it receipt and due date, state, answered,
  // constructed, summary, current analysis and explanation. `conflict` if the stored revision is
  // not isolate.revision. Returns it with the next revision.
  virtual Result<Isolate> update(Isolate isolate) = 0;
  virtual Result<std::optional<Isolate>> find(IsolateId id) = 0;
  virtual Result<std::optional<Isolate>> find(const std::string& accession) = 0;
  virtual Result<std::optional<Isolate>> of_referral(ReferralId referral) = 0;
  // Of the patient whom the laboratory calls so, oldest first; none for an empty pseudonym. The
  // same pseudonym of another laboratory is another patient.
  virtual Result<std::vector<Isolate>> of_patient(const std::string& laboratory,
                                                  const std::string& pseudonym) = 0;
  // With a measurement that stands of this agent by this method and day; by number.
  virtual Result<std::vector<Isolate>> measured_on(Date day, const std::string& agent,
                                                   const std::string& method) = 0;
  // `bad_input` if the cursor is not one of ours.
  virtual Result<IsolatePage> list(const IsolateFilter& filter) = 0;
  // Of all these isolates at once. To whom the scope is not whole, of answers the signed ones.
  virtual Result<Standings> standings(const std::vector<Isolate>& isolates) = 0;
  virtual Result<IsolateCounts> counts(Date today) = 0;
  // How many isolates got their first signed answer so many days after receipt.
  virtual Result<std::map<int, std::int64_t>> days_to_answer() = 0;

  virtual Result<void> attach(IsolateId isolate, const IsolateFile& file) = 0;  // twice: no change
  virtual Result<std::vector<IsolateFile>> files(IsolateId isolate) = 0;  // in order of arrival
};

}  // namespace kres::laboratory
