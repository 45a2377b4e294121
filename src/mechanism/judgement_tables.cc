#include "mechanism/judgement_tables.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "vocabulary/table_text.h"

namespace kres::mechanism {

namespace {

bool fits(std::string_view cell, std::string_view value) { return cell == "*" || cell == value; }

}  // namespace

Result<std::vector<ImplausiblePattern>> parse_implausible_patterns(std::string_view text,
                                                                   const std::string& name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name, {"id", "when", "suspects", "unless", "text", "source"}));
  std::vector<ImplausiblePattern> patterns;
  for (const auto& row : table.rows()) {
    ImplausiblePattern pattern{.id = std::string(row["id"]),
                               .when = {},
                               .suspects = list_cell(row["suspects"]),
                               .unless = list_cell(row["unless"]),
                               .text = std::string(row["text"])};
    for (const auto part : split(row["when"], '&')) {
      const auto equals = part.find('=');
      const auto category = equals == std::string_view::npos
                                ? std::nullopt
                                : susceptibility::parse_category(trim(part.substr(equals + 1)));
      if (!category)
        return bad_input(fmt::format("condition '{}' is not AGENT=S, I or R", trim(part)), name,
                         row.line());
      pattern.when.push_back({std::string(trim(part.substr(0, equals))), *category});
    }
    if (pattern.id.empty() || pattern.suspects.empty() || pattern.text.empty())
      return bad_input("a pattern needs id, suspects and text", name, row.line());
    patterns.push_back(std::move(pattern));
  }
  return patterns;
}

Result<std::vector<WorkUpRow>> parse_work_up_rows(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, {"fit", "reason", "class", "codes"}));
  std::vector<WorkUpRow> rows;
  for (const auto& row : table.rows())
    rows.push_back({std::string(row["fit"]), std::string(row["reason"]), std::string(row["class"]),
                    list_cell(row["codes"])});
  return rows;
}

std::vector<std::string> work_up_codes(const std::vector<WorkUpRow>& rows, std::string_view fit,
                                       std::string_view reason, std::string_view drug_class) {
  std::vector<std::string> codes;
  for (const auto& row : rows) {
    if (!fits(row.fit, fit) || !fits(row.reason, reason) || !fits(row.drug_class, drug_class))
      continue;
    for (const auto& code : row.codes)
      if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
  return codes;
}

}  // namespace kres::mechanism
