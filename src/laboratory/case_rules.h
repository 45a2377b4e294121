// Versioned rules of how isolates are counted as cases (data/case_rules.tsv).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"

namespace kres::laboratory {

struct CaseRule {
  std::string id;       // "year"
  std::string version;  // "2026.1"
  Date valid_from;
  std::optional<Date> valid_to;  // last day, open if empty
  // An isolate so many days after the first (or latest) one still belongs to the case; nothing: for
  // ever.
  std::optional<int> episode_days;
  bool from_latest = false;  // counted from the latest isolate of the case, else from its first
  // What makes a case of its own: another species, a gene the case has not shown, carriage after
  // infection and the other way round.
  bool species_apart = true, genes_apart = true, kinds_apart = false;
  bool is_default = false;
  std::string source;
};

class CaseRules {
 public:
  // Fails, with row and reason, on an unknown word, a missing source, two versions of a rule or two
  // defaults that hold on one day.
  static Result<CaseRules> parse(std::string_view text, std::string name);

  const std::vector<CaseRule>& all() const { return rules_; }
  // The version of a rule that holds on the day; an empty id is the default. `bad_input` names the
  // rules that there are.
  Result<CaseRule> find(std::string_view id, Date day) const;

 private:
  std::vector<CaseRule> rules_;
};

}  // namespace kres::laboratory
