// What the reference laboratory needs to know of an isolate that is sent to it, year by year.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/language.h"
#include "laboratory/referral.h"

namespace kres::laboratory {

struct SubmissionCriterion {
  std::string id;                     // "cpo_travel", unique within a year
  int first_year = 0;                 // of receipt, inclusive
  int last_year = 9999;               // inclusive
  std::optional<MicrobeGroup> group;  // any group if absent
  std::string organism;               // beginning of the species' name; empty: any
  std::string field;                  // of the referral, that must be stated: "travel"
  std::string question_nb, question_en;
  std::string source;

  bool applies_to(const Referral& referral) const;
  const std::string& question(Language language) const;
};

class SubmissionCriteria {
 public:
  // data/submission_criteria.tsv. Errors name file and line: an unknown group or field, an id twice
  // in one year, years that end before they begin.
  static Result<SubmissionCriteria> parse(std::string_view text, const std::string& name);

  // Those that apply to the referral and whose field it leaves empty, in the order of the table.
  std::vector<SubmissionCriterion> missing(const Referral& referral) const;
  const std::vector<SubmissionCriterion>& all() const { return criteria_; }

 private:
  std::vector<SubmissionCriterion> criteria_;
};

// The value of a referral's field as text; nothing for a field that there is not.
std::optional<std::string> field_of(const Referral& referral, std::string_view field);

}  // namespace kres::laboratory
