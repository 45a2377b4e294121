// Versioned case definitions (CPO, ColR, LRE, VRE): what makes an isolate a case, and since when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "base/language.h"
#include "genome/phenotype/rule_condition.h"
#include "mechanism/confirmatory_tests.h"

namespace kres::mechanism {

enum class Notifiable { never, with_mechanism, always };

struct CaseDefinition {
  std::string id;       // "CPO"
  std::string version;  // "2026.1"
  Date valid_from;
  std::optional<Date> valid_to;     // last day, open if empty
  std::vector<std::string> groups;  // organism groups it covers
  // Conditions as in rules, any of which is enough: a mechanism that counts, one that may turn into
  // resistance (VVE), one that leaves the case open.
  std::vector<genome::RuleCondition> mechanisms, variable, doubtful;
  bool mechanism_suffices = true;          // without a measured R
  std::string agent;                       // a measured R of it makes a case; empty if none
  std::string screened_by;                 // its screening cut-off raises suspicion; empty if none
  std::vector<std::string> not_organisms;  // intrinsically resistant to the agent
  // What a confirmatory test shows that counts as a mechanism does; that leaves the case open.
  std::vector<TestSubject> shown_by, suggested_by;
  Notifiable notifiable = Notifiable::never;  // to MSIS
  BilingualText title;
  std::string source;
};

class CaseDefinitions {
 public:
  // Reads data/case_definitions.tsv. Fails on an unknown word or two versions of one definition
  // that hold on the same day.
  static Result<CaseDefinitions> parse(std::string_view text, std::string name);

  const std::vector<CaseDefinition>& all() const { return definitions_; }
  std::vector<const CaseDefinition*> valid_on(Date day) const;

 private:
  std::vector<CaseDefinition> definitions_;
};

}  // namespace kres::mechanism
