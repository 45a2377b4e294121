// Reads a referral sheet from its bytes, as a page or a program sends it: a workbook, or text with
// tabs, semicolons or commas. Nothing is stored here.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/tsv.h"
#include "exchange/referral_batch.h"
#include "exchange/referral_row.h"

namespace kres::exchange {

inline constexpr std::size_t kMostReferrals = 10'000;  // of one sheet

// The tab-separated table in the bytes; what is wrong with single cells is added to `messages`.
Result<std::string> referral_table(std::string_view bytes, const std::string& name,
                                   std::vector<RowMessage>& messages);

// The files that a row names; complaints are added to the messages.
using RowFilesReader =
    std::function<std::vector<GenomeFile>(const TsvRow& row, std::vector<RowMessage>& messages)>;

// Adds every row to the batch that nothing is wrong with, and what is wrong with the others.
void read_referral_rows(const TsvTable& table, const ReferralRules& rules,
                        const RowFilesReader& files, ReferralBatch& batch);

// A sheet without files and measurements: these follow on the page of the isolate. What is wrong
// with it as a whole is a message too. `name` is what messages call it.
ReferralBatch read_referral_sheet(std::string_view bytes, const std::string& name,
                                  const ReferralRules& rules);

// One referral as fields by the names of the sheet's columns, with the same rules.
using ReferralFields = std::vector<std::pair<std::string, std::string>>;
ReferralBatch read_referral_fields(const ReferralFields& fields, const ReferralRules& rules);

// The error as a message about its line.
RowMessage message_of(const Error& error);

}  // namespace kres::exchange
