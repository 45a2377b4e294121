#include "susceptibility/qc_result.h"

#include "base/text.h"
#include "base/tsv.h"
#include "susceptibility/qc_ranges.h"
#include "susceptibility/raw_value.h"

namespace kres::susceptibility {

namespace {

Cell cell(const TsvRow& row, const char* column) { return {std::string(row[column]), column}; }

RawValue raw_value(const TsvRow& row) {
  RawValue raw;
  raw.line = row.line();
  raw.isolate = cell(row, "strain");
  raw.organism = raw.isolate;
  raw.agent = cell(row, "agent");
  raw.method = cell(row, "method");
  raw.system = cell(row, "system");
  raw.sign = cell(row, "sign");
  raw.value = cell(row, "value");
  raw.unit = cell(row, "unit");
  raw.disk_ug = cell(row, "disk_ug");
  raw.date = cell(row, "date");
  return raw;
}

}  // namespace

Result<std::vector<QcResult>> read_qc_results(std::string_view text, const std::string& name,
                                              const AgentTable& agents) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name, {"date", "strain", "agent", "method", "value"},
                              {"sign", "unit", "disk_ug", "system", "lot", "medium", "person"}));
  std::vector<QcResult> results;
  for (const auto& row : table.rows()) {
    auto read = read_value(raw_value(row), agents);
    if (!read) return bad_input(read.error().text(), name, row.line(), read.error().remedy);
    if (!read->date) return bad_input("date is empty", name, row.line());
    QcResult result{.strain = qc_strain_name(row["strain"]),
                    .measurement = std::move(*read),
                    .lot = std::string(row["lot"]),
                    .medium = std::string(row["medium"]),
                    .person = std::string(row["person"]),
                    .line = row.line()};
    result.measurement.isolate = result.measurement.organism = result.strain;
    results.push_back(std::move(result));
  }
  if (results.empty()) return bad_input("holds no result of quality control", name);
  return results;
}

}  // namespace kres::susceptibility
