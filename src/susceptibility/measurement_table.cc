#include "susceptibility/measurement_table.h"

#include <map>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "susceptibility/raw_value.h"

namespace kres::susceptibility {

namespace {

char separator_of(std::string_view text) {
  while (text.starts_with('#')) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  const auto header = text.substr(0, text.find('\n'));
  for (const char separator : {'\t', ';', ','})
    if (header.find(separator) != std::string_view::npos) return separator;
  return '\t';
}

Cell cell(const TsvRow& row, const char* column) { return {std::string(row[column]), column}; }

RawValue raw_value(const TsvRow& row) {
  RawValue raw;
  raw.line = row.line();
  raw.isolate = cell(row, "isolate");
  raw.organism = cell(row, "organism");
  raw.agent = cell(row, "agent");
  raw.method = cell(row, "method");
  raw.system = cell(row, "system");
  raw.sign = cell(row, "sign");
  raw.value = cell(row, "value");
  raw.unit = cell(row, "unit");
  raw.disk_ug = cell(row, "disk_ug");
  raw.guideline = cell(row, "guideline");
  raw.indication = cell(row, "indication");
  raw.route = cell(row, "route");
  raw.provenance = cell(row, "provenance");
  raw.date = cell(row, "date");
  return raw;
}

}  // namespace

Result<std::vector<Measurement>> read_measurements(std::string_view text, const std::string& name,
                                                   const AgentTable& agents) {
  KRES_ASSIGN(
      const auto table,
      TsvTable::parse(
          text, name, {"isolate", "organism", "agent", "method", "sign", "value"},
          {"indication", "unit", "route", "system", "provenance", "date", "disk_ug", "guideline"},
          false, separator_of(text)));
  std::vector<Measurement> measurements;
  std::map<std::tuple<std::string, std::string, Method>, std::size_t> seen;
  for (const auto& row : table.rows()) {
    auto read = read_value(raw_value(row), agents);
    if (!read) return bad_input(read.error().text(), name, row.line(), read.error().remedy);
    Measurement& m = *read;
    const auto [at, added] = seen.emplace(std::tuple(m.isolate, m.agent, m.method), row.line());
    if (!added)
      return bad_input(fmt::format("isolate '{}' has {} by {} in line {} already", m.isolate,
                                   m.agent, name_of(m.method), at->second),
                       name, row.line());
    measurements.push_back(std::move(m));
  }
  if (measurements.empty()) return bad_input("holds no measurement", name);
  return measurements;
}

}  // namespace kres::susceptibility
