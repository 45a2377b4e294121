#include "exchange/referral_sheet.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "exchange/csv.h"
#include "exchange/workbook_table.h"

namespace kres::exchange {

namespace {

std::vector<GenomeFile> refuse_files(const TsvRow& row, std::vector<RowMessage>& messages) {
  for (const auto& column : genome_file_columns())
    if (!row[column].empty())
      messages.push_back({Severity::error,
                          {},
                          row.line(),
                          column + ": files are sent on the page of the isolate, not by this sheet",
                          column,
                          "no_files"});
  return {};
}

Result<TsvTable> parse(std::string_view text, const std::string& name, const ReferralRules& rules) {
  return TsvTable::parse(text, name, required_referral_columns(rules),
                         optional_referral_columns(rules));
}

ReferralBatch read_table(const Result<std::string>& text, const std::string& name,
                         const ReferralRules& rules, ReferralBatch batch) {
  const auto table =
      text ? parse(*text, name, rules) : Result<TsvTable>(tl::unexpect, text.error());
  if (!table)
    batch.messages.push_back(message_of(table.error()));
  else
    read_referral_rows(*table, rules, refuse_files, batch);
  return batch;
}

}  // namespace

RowMessage message_of(const Error& error) {
  const auto text =
      error.remedy.empty() ? error.message : fmt::format("{} ({})", error.message, error.remedy);
  return {Severity::error, error.file, error.line, laboratory::without_identity_numbers(text), "",
          "table"};
}

Result<std::string> referral_table(std::string_view bytes, const std::string& name,
                                   std::vector<RowMessage>& messages) {
  if (looks_like_workbook(bytes))
    return workbook_table(bytes, name, {"received", "sampled"}, messages);
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return bad_input("is a workbook of the old form (.xls)", name, 0, "save it as .xlsx or as CSV");
  return to_tab_separated(bytes, name);
}

void read_referral_rows(const TsvTable& table, const ReferralRules& rules,
                        const RowFilesReader& files, ReferralBatch& batch) {
  const auto complain = [&](std::size_t line, std::string column, std::string code,
                            std::string text) {
    batch.messages.push_back(
        {Severity::error, table.name(), line, std::move(text), std::move(column), std::move(code)});
  };
  if (table.rows().empty()) complain(0, "", "no_rows", "holds no referral");
  if (table.rows().size() > kMostReferrals)
    return complain(0, "", "too_many_rows",
                    fmt::format("holds {} referrals, more than {} (send several sheets)",
                                table.rows().size(), kMostReferrals));
  std::map<std::pair<std::string, std::string>, std::size_t> seen;
  for (const auto& row : table.rows()) {
    const auto before = batch.messages.size();
    auto sent = read_referral_row(row, table.name(), rules, batch.messages);
    const auto [first, added] =
        seen.emplace(std::pair(sent.referral.laboratory, sent.referral.sender_id), row.line());
    if (!added)
      complain(row.line(), "sender_id", "twice",
               fmt::format("sender_id: stands in line {} too", first->second));
    sent.genomes = files(row, batch.messages);
    for (auto at = before; at < batch.messages.size(); ++at) batch.messages[at].file = table.name();
    if (batch.messages.size() == before) batch.referrals.push_back(std::move(sent));
  }
}

ReferralBatch read_referral_sheet(std::string_view bytes, const std::string& name,
                                  const ReferralRules& rules) {
  ReferralBatch batch;
  const auto text = referral_table(bytes, name, batch.messages);
  return read_table(text, name, rules, std::move(batch));
}

ReferralBatch read_referral_fields(const ReferralFields& fields, const ReferralRules& rules) {
  std::vector<std::string> columns, cells;
  for (const auto& [column, text] : fields) {
    columns.push_back(column);
    cells.push_back(text);
    std::replace_if(
        cells.back().begin(), cells.back().end(),
        [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  }
  const auto text = join(columns, "\t") + "\n" + join(cells, "\t") + "\n";
  return read_table(text, "referral", rules, {});
}

}  // namespace kres::exchange
