#include "exchange/read_referrals.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "exchange/csv.h"
#include "exchange/genome_files.h"
#include "susceptibility/measurement_table.h"

namespace kres::exchange {

namespace {

void add_error(ReferralBatch& batch, const Error& error) {
  auto text =
      error.remedy.empty() ? error.message : fmt::format("{} ({})", error.message, error.remedy);
  batch.messages.push_back(
      {Severity::error, error.file, error.line, laboratory::without_identity_numbers(text)});
}

Result<Path> sheet_of(const Path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(path, ignored)) return path;
  for (const auto* name : {"referral.tsv", "referral.csv"})
    if (std::filesystem::exists(path / name, ignored)) return path / name;
  return bad_input("holds neither referral.tsv nor referral.csv", path.string());
}

std::optional<Path> susceptibility_beside(const Path& sheet) {
  std::error_code ignored;
  for (const auto* name : {"susceptibility.tsv", "susceptibility.csv"})
    if (std::filesystem::exists(sheet.parent_path() / name, ignored))
      return sheet.parent_path() / name;
  return std::nullopt;
}

void read_rows(const TsvTable& table, const Path& sheet, const ReferralRules& rules,
               ReferralBatch& batch) {
  std::map<std::string_view, std::size_t> seen;
  for (const auto& row : table.rows()) {
    const auto before = batch.messages.size();
    SentReferral sent{.referral = read_referral_row(row, table.name(), rules, batch.messages),
                      .genomes = {},
                      .measurements = {},
                      .file = table.name(),
                      .line = row.line()};
    const auto [first, added] = seen.emplace(row["sender_id"], row.line());
    if (!added)
      batch.messages.push_back({Severity::error, table.name(), row.line(),
                                fmt::format("sender_id: stands in line {} too", first->second)});
    sent.genomes = read_genome_files(sheet.parent_path(), row, table.name(), batch.messages);
    if (batch.messages.size() == before) batch.referrals.push_back(std::move(sent));
  }
  if (table.rows().empty())
    batch.messages.push_back({Severity::error, table.name(), 0, "holds no referral"});
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
  const auto text = to_tab_separated(raw, sheet.string());
  if (!text) {
    add_error(batch, text.error());
    return batch;
  }
  const auto table = TsvTable::parse(*text, sheet.string(), required_referral_columns(),
                                     optional_referral_columns());
  if (!table) {
    add_error(batch, table.error());
    return batch;
  }
  read_rows(*table, sheet, rules, batch);
  if (const auto file = susceptibility_beside(sheet))
    if (const auto read = read_susceptibility(*file, *table, agents, batch); !read)
      add_error(batch, read.error());
  take_organisms(batch);
  return batch;
}

}  // namespace kres::exchange
