// Reads one row of a referral sheet into a referral, with every complaint about it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/tsv.h"
#include "exchange/referral_batch.h"

namespace kres::exchange {

// Columns of docs/formats/referral.md.
const std::vector<std::string>& required_referral_columns();
const std::vector<std::string>& optional_referral_columns();

struct ReferralRules {
  std::set<std::string> laboratories;  // known codes
  Date today;                          // nothing is received later
};

// The referral as far as it could be read; complaints are added to `messages`.
laboratory::Referral read_referral_row(const TsvRow& row, const std::string& file,
                                       const ReferralRules& rules,
                                       std::vector<RowMessage>& messages);

}  // namespace kres::exchange
