// Reads one row of a referral sheet into a referral, with every complaint about it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/tsv.h"
#include "exchange/referral_batch.h"

namespace kres::exchange {

struct ReferralRules {
  std::set<std::string> laboratories;  // known codes
  Date today;                          // nothing is received later
  // Code of the laboratory that registers its own referrals: it need not name itself, may name no
  // other, and does not say when anything was received. Empty: the reference laboratory registers.
  std::string sender = {};
};

// Columns of docs/formats/referral.md.
std::vector<std::string> required_referral_columns(const ReferralRules& rules);
std::vector<std::string> optional_referral_columns(const ReferralRules& rules);
const std::vector<std::string>& genome_file_columns();  // among the optional ones

// The referral as far as it could be read, without genomes and measurements; complaints are added
// to `messages`.
SentReferral read_referral_row(const TsvRow& row, const std::string& file,
                               const ReferralRules& rules, std::vector<RowMessage>& messages);

}  // namespace kres::exchange
