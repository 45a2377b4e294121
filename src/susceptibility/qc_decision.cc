#include "susceptibility/qc_decision.h"

#include <set>

#include <fmt/format.h>

#include "base/tsv.h"

namespace kres::susceptibility {

namespace {

Result<QcDecision> read_row(const TsvRow& row, const std::string& name, const AgentTable& agents) {
  const auto wrong = [&](const char* column, const char* what) {
    return bad_input(fmt::format("{} '{}' {}", column, row[column], what), name, row.line());
  };
  const auto date = Date::parse(row["date"]), decided = Date::parse(row["decided"]);
  if (!date) return wrong("date", "is no date such as 2026-11-21");
  if (!decided) return wrong("decided", "is no date such as 2026-11-21");
  if (*decided < *date) return wrong("decided", "is before the day of the quality control");
  const auto* agent = agents.find(row["agent"]);
  if (agent == nullptr) return wrong("agent", "is unknown");
  const auto method = parse_method(row["method"]);
  if (!method) return wrong("method", "is unknown");
  if (row["decision"] != "accept" && row["decision"] != "reject")
    return wrong("decision", "is neither accept nor reject");
  if (row["person"].empty()) return wrong("person", "is empty: a decision has a name");
  if (row["reason"].empty()) return wrong("reason", "is empty: a decision has a reason");
  return QcDecision{.date = *date,
                    .agent = agent->name,
                    .method = *method,
                    .disk_ug = std::string(row["disk_ug"]),
                    .accepted = row["decision"] == "accept",
                    .person = std::string(row["person"]),
                    .decided = *decided,
                    .reason = std::string(row["reason"])};
}

}  // namespace

Result<std::vector<QcDecision>> read_qc_decisions(std::string_view text, const std::string& name,
                                                  const AgentTable& agents) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name,
                                                {"date", "agent", "method", "decision", "person",
                                                 "decided", "reason"},
                                                {"disk_ug"}));
  std::vector<QcDecision> decisions;
  std::set<std::string> seen;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto decision, read_row(row, name, agents));
    const auto key = fmt::format("{}|{}|{}|{}", decision.date.iso(), decision.agent,
                                 name_of(decision.method), decision.disk_ug);
    if (!seen.insert(key).second)
      return bad_input("a day, agent and method are decided twice", name, row.line());
    decisions.push_back(std::move(decision));
  }
  return decisions;
}

}  // namespace kres::susceptibility
