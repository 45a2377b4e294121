#include "exchange/antibiograms/test_systems.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "susceptibility/measurement.h"

namespace kres::exchange {

namespace {

// True if a word of the text begins with what a system is called: "BD Phoenix" with "Phoenix".
bool names_system(std::string_view text, std::string_view system) {
  const auto lower = to_lower(text), sought = to_lower(system);
  for (auto at = lower.find(sought); at != std::string::npos; at = lower.find(sought, at + 1))
    if (at == 0 || lower[at - 1] == ' ') return true;
  return false;
}

}  // namespace

Result<TestSystems> TestSystems::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, {"kind", "text", "method"}));
  TestSystems out;
  for (const auto& row : table.rows()) {
    const bool is_system = row["kind"] == "system";
    if (!is_system && row["kind"] != "method")
      return bad_input(fmt::format("kind '{}' is neither method nor system", row["kind"]), name,
                       row.line());
    const auto method = susceptibility::parse_method(row["method"]);
    if (!method || row["text"].empty())
      return bad_input(fmt::format("method '{}' is unknown, or the text is empty", row["method"]),
                       name, row.line());
    out.rows_.push_back(
        {is_system, std::string(row["text"]), std::string(susceptibility::name_of(*method))});
  }
  return out;
}

std::string TestSystems::method(std::string_view words, std::string_view system) const {
  for (const auto& row : rows_)
    if (row.is_system && names_system(system, row.text)) return row.method;
  for (const auto& row : rows_)
    if (iequals(row.text, trim(words))) return row.method;
  return std::string(words);
}

}  // namespace kres::exchange
