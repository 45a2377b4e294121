// Versioned case definitions (CPO, ColR): what makes an isolate a case, and since when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "base/language.h"

namespace kres::mechanism {

struct CaseDefinition {
  std::string id;       // "CPO"
  std::string version;  // "2026.1"
  Date valid_from;
  std::optional<Date> valid_to;            // last day, open if empty
  std::vector<std::string> groups;         // organism groups or genera it covers
  std::vector<std::string> gene_families;  // critical_family values that make a case
  std::string agent;  // measured agent that makes a case, "colistin"; empty if none
  std::vector<std::string> not_genera;  // intrinsically resistant genera taken out for the agent
  std::string notifiable;               // always | gene | never: to MSIS
  BilingualText title;
  std::string source;
};

class CaseDefinitions {
 public:
  static Result<CaseDefinitions> parse(std::string_view text, std::string name);
  const std::vector<CaseDefinition>& all() const { return definitions_; }
  std::vector<const CaseDefinition*> valid_on(Date day) const;

 private:
  std::vector<CaseDefinition> definitions_;
};

}  // namespace kres::mechanism
