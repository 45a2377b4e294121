// Reads a referral: a directory with referral.tsv, susceptibility.tsv and genome files, or a sheet
// that names them (docs/formats/referral.md). Nothing is stored here.
#pragma once

#include "base/error.h"
#include "base/files.h"
#include "exchange/referral_batch.h"
#include "exchange/referral_row.h"
#include "vocabulary/agent_table.h"

namespace kres::exchange {

// Every row is read and every file opened, so that all that is wrong is said at once. An error is
// returned only if the sheet itself cannot be found or opened.
Result<ReferralBatch> read_referrals(const Path& directory_or_sheet, const ReferralRules& rules,
                                     const AgentTable& agents);

}  // namespace kres::exchange
