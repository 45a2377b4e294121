#include "mechanism/test_outcome_table.h"

#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "vocabulary/table_text.h"

namespace kres::mechanism {

namespace {

std::string ids_of(const ConfirmatoryTests& tests) {
  std::vector<std::string> ids;
  for (const auto& test : tests.all()) ids.push_back(test.id);
  return join(ids, ", ");
}

std::string codes_of(const ConfirmatoryTest& test) {
  std::vector<std::string> codes;
  for (const auto& outcome : test.outcomes) codes.push_back(outcome.code);
  return join(codes, ", ");
}

Result<std::optional<Date>> date_of(const TsvRow& row, const std::string& name, Date today) {
  if (row["date"].empty()) return std::nullopt;
  const auto date = Date::parse(row["date"]);
  if (!date)
    return bad_input(fmt::format("'{}' is no date", row["date"]), name, row.line(),
                     "write it as 2026-11-21");
  if (*date > today)
    return bad_input(fmt::format("{} is after today", date->iso()), name, row.line());
  return *date;
}

}  // namespace

Result<std::vector<IsolateTestOutcome>> read_test_outcomes(std::string_view text,
                                                           const std::string& name,
                                                           const ConfirmatoryTests& tests,
                                                           Date today) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name, {"isolate", "test", "outcome"}, {"date"}));
  std::vector<IsolateTestOutcome> all;
  std::map<std::string, std::size_t> seen;
  for (const auto& row : table.rows()) {
    IsolateTestOutcome one{
        .isolate = std::string(row["isolate"]),
        .outcome = {std::string(row["test"]), list_cell(row["outcome"]), std::nullopt}};
    if (one.isolate.empty()) return bad_input("names no isolate", name, row.line());
    const auto* test = tests.find(one.outcome.test);
    if (test == nullptr)
      return bad_input(fmt::format("there is no test '{}'", row["test"]), name, row.line(),
                       ids_of(tests));
    if (const auto possible = check_outcomes(*test, one.outcome.outcomes); !possible)
      return bad_input(possible.error().message, name, row.line(), codes_of(*test));
    KRES_ASSIGN(one.outcome.date, date_of(row, name, today));
    const auto key = fmt::format("{}\n{}\n{}", one.isolate, one.outcome.test, row["date"]);
    const auto [at, added] = seen.emplace(key, row.line());
    if (!added)
      return bad_input(fmt::format("{} of isolate '{}' stands in line {} already", row["test"],
                                   one.isolate, at->second),
                       name, row.line(), "state the days if it was done twice");
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace kres::mechanism
