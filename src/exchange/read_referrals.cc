#include "exchange/read_referrals.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "exchange/csv.h"
#include "exchange/genome_files.h"
#include "exchange/referral_sheet.h"
#include "susceptibility/measurement_table.h"

namespace kres::exchange {

namespace {

Result<Path> sheet_of(const Path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(path, ignored)) return path;
  for (const auto* name : {"referral.tsv", "referral.csv", "referral.xlsx"})
    if (std::filesystem::exists(path / name, ignored)) return path / name;
  return bad_input("holds no referral.tsv, referral.csv or referral.xlsx", path.string());
}

std::optional<Path> susceptibility_beside(const Path& sheet) {
  std::error_code ignored;
  for (const auto* name : {"susceptibility.tsv", "susceptibility.csv"})
    if (std::filesystem::exists(sheet.parent_path() / name, ignored))
      return sheet.parent_path() / name;
  return std::nullopt;
}

// The first line that has the identifier as a whole cell, 0 if none.
std::size_t line_of(std::string_view text, std::string_view identifier) {
  std::size_t number = 0;
  for (const auto line : split(text, '\n')) {
    ++number;
    for (const auto cell : split(line, '\t'))
      if (trim(cell) == identifier) return number;
  }
  return 0;
}

// Also of what stands before the header: nothing of the file may hold one.
Result<void> refuse_identity_numbers(std::string_view text, const std::string& name) {
  std::size_t number = 0;
  for (const auto line : split(text, '\n')) {
    ++number;
    for (const auto cell : split(line, '\t'))
      if (laboratory::contains_national_identity_number(cell))
        return bad_input("holds a national identity number; send a pseudonym instead", name,
                         number);
  }
  return {};
}

Result<void> read_susceptibility(const Path& file, const TsvTable& sheet, const AgentTable& agents,
                                 ReferralBatch& batch) {
  KRES_ASSIGN(const auto raw, read_file(file));
  KRES_ASSIGN(const auto text, to_tab_separated(raw, file.string()));
  KRES_TRY(refuse_identity_numbers(text, file.string()));
  KRES_ASSIGN(auto measurements, susceptibility::read_measurements(text, file.string(), agents));
  std::map<std::string_view, SentReferral*> by_sender;
  for (auto& sent : batch.referrals) by_sender[sent.referral.sender_id] = &sent;
  for (auto& measurement : measurements) {
    const auto found = by_sender.find(measurement.isolate);
    if (found != by_sender.end()) {
      found->second->measurements.push_back(std::move(measurement));
      continue;
    }
    const bool has_row =
        std::any_of(sheet.rows().begin(), sheet.rows().end(),
                    [&](const TsvRow& row) { return row["sender_id"] == measurement.isolate; });
    if (!has_row)
      return bad_input(fmt::format("isolate '{}' is not a sender_id of {}", measurement.isolate,
                                   Path(sheet.name()).filename().string()),
                       file.string(), line_of(text, measurement.isolate));
  }
  return {};
}

// A referral without an organism of its own takes the one its measurements name.
void take_organisms(ReferralBatch& batch) {
  for (auto& sent : batch.referrals)
    if (sent.referral.organism.empty() && !sent.measurements.empty())
      sent.referral.organism = sent.measurements.front().organism;
}

}  // namespace

Result<ReferralBatch> read_referrals(const Path& directory_or_sheet, const ReferralRules& rules,
                                     const AgentTable& agents) {
  KRES_ASSIGN(const auto sheet, sheet_of(directory_or_sheet));
  KRES_ASSIGN(const auto raw, read_file(sheet));
  ReferralBatch batch;
  const auto text = referral_table(raw, sheet.string(), batch.messages);
  if (!text) {
    batch.messages.push_back(message_of(text.error()));
    return batch;
  }
  const auto table = TsvTable::parse(*text, sheet.string(), required_referral_columns(rules),
                                     optional_referral_columns(rules));
  if (!table) {
    batch.messages.push_back(message_of(table.error()));
    return batch;
  }
  const auto files = [&](const TsvRow& row, std::vector<RowMessage>& messages) {
    return read_genome_files(sheet.parent_path(), row, table->name(), messages);
  };
  read_referral_rows(*table, rules, files, batch);
  if (const auto file = susceptibility_beside(sheet))
    if (const auto read = read_susceptibility(*file, *table, agents, batch); !read)
      batch.messages.push_back(message_of(read.error()));
  take_organisms(batch);
  return batch;
}

}  // namespace kres::exchange
