#include "app/copy_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kres::app {

namespace {

std::uint64_t bytes_of(const std::vector<storage::CopiedFile>& files) {
  std::uint64_t bytes = 0;
  for (const auto& file : files) bytes += file.size;
  return bytes;
}

void print_json(const RegistryCopy& copy, const Path& to) {
  using Json = nlohmann::ordered_json;
  auto tables = Json::array();
  for (const auto& table : copy.tables)
    tables.push_back({{"table", table.table}, {"rows", table.rows}, {"sha256", table.sha256}});
  const Json json = {{"directory", to.string()},
                     {"tables", std::move(tables)},
                     {"stored_files", copy.blobs.size()},
                     {"stored_bytes", bytes_of(copy.blobs)},
                     {"other_files", copy.files.size()},
                     {"events", copy.head.sequence},
                     {"head", copy.head.hash}};
  fmt::print("{}\n", json.dump());
}

}  // namespace

void print_copy(const RegistryCopy& copy, const Path& to, bool json) {
  if (json) return print_json(copy, to);
  std::int64_t rows = 0;
  for (const auto& table : copy.tables) {
    fmt::print("{:<28} {:>10} rows  {}\n", table.table, table.rows, table.sha256.substr(0, 16));
    rows += table.rows;
  }
  fmt::print("{} tables, {} rows; {} stored files of {} bytes; {} other files\n",
             copy.tables.size(), rows, copy.blobs.size(), bytes_of(copy.blobs), copy.files.size());
  fmt::print("Head of the audit trail: {} {}\n", copy.head.sequence, copy.head.hash);
  fmt::print("Made: {}\n", to.string());
}

}  // namespace kres::app
