// The bank's own rules that are data: reasons for removal, and limits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/language.h"

namespace kres::laboratory {

struct RemovalReason {
  std::string code;  // "shipped"
  BilingualText name;
  bool by_person = true;  // false: only the program gives it, when a request is shipped
  bool needs_comment = false;
};

struct BankRules {
  std::vector<RemovalReason> reasons;
  int thaw_limit = 0;        // a vial thawed this often is called out
  int viability_months = 0;  // from one viability check to the next
  int notice_days = 0;       // what is due within as many days is listed
  int least_sites = 0;       // a strain with vials at fewer sites is listed

  // Tables removal_reasons.tsv (code, nb, en, by_person, needs_comment) and bank_settings.tsv (key,
  // value, unit, nb, en). Errors name table and line.
  static Result<BankRules> parse(std::string_view reasons, std::string_view settings);

  const RemovalReason* find(std::string_view code) const;  // null if there is none
};

inline constexpr std::string_view kShippedReason = "shipped";

// Whether a person may remove a vial for this reason with this comment. Errors: bad_input.
Result<void> check_removal(const BankRules& rules, std::string_view reason,
                           std::string_view comment);

}  // namespace kres::laboratory
