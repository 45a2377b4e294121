// Turns interpretations into the rows of the susceptibility table.
#include <algorithm>

#include "report/compose_parts.h"

namespace kres::report {
namespace {

using susceptibility::Interpretation;

std::vector<Remark> remarks(const Interpretation& interpretation, const AnswerTexts& texts) {
  std::vector<std::string> codes;
  if (!interpretation.reason.empty()) codes.push_back(interpretation.reason);
  for (const std::string& flag : interpretation.flags)
    if (std::find(codes.begin(), codes.end(), flag) == codes.end()) codes.push_back(flag);
  std::vector<Remark> out;
  for (const std::string& code : codes)
    out.push_back({code, texts.or_code("remark." + code, code)});
  return out;
}

void add_agent(SusceptibilityRow& row, const AgentTable& agents, const AnswerTexts& texts) {
  row.agent_name = {row.agent, row.agent};
  if (const Agent* agent = agents.find(row.agent)) {
    row.agent_name = agent->title;
    row.group = texts.or_code("class." + agent->drug_class, agent->drug_class);
  }
}

void add_breakpoint(SusceptibilityRow& row, const Interpretation& interpretation,
                    const AnswerTexts& texts) {
  if (!interpretation.breakpoint) return;
  const auto& applied = *interpretation.breakpoint;
  row.breakpoint_row = applied.row;
  row.s = applied.s;
  row.r = applied.r;
  row.bracketed = applied.bracketed;
  row.indication = applied.indication;
  // An indication that the row was chosen by is part of what the category means.
  if (!applied.indication.empty())
    row.remarks.insert(
        row.remarks.begin(),
        {"indication", texts.or_code("indication." + applied.indication, applied.indication)});
  row.breakpoint_note = applied.note;
}

SusceptibilityRow make_row(const Interpretation& interpretation, const AgentTable& agents,
                           const AnswerTexts& texts) {
  const susceptibility::Measurement& measured = interpretation.measurement;
  SusceptibilityRow row;
  row.agent = measured.agent;
  row.method = name_of(measured.method);
  row.method_name = texts.or_code("method." + row.method, row.method);
  row.sign = name_of(measured.sign);
  row.value = measured.value;
  row.unit = name_of(measured.unit);
  row.provenance = measured.provenance;
  if (interpretation.category) row.category = name_of(*interpretation.category);
  row.reason = interpretation.reason;
  row.technical_uncertainty = interpretation.has_flag("atu") || interpretation.reason == "atu";
  row.ecoff = interpretation.ecoff;
  row.wild_type = interpretation.wild_type;
  row.remarks = remarks(interpretation, texts);
  add_agent(row, agents, texts);
  add_breakpoint(row, interpretation, texts);
  return row;
}

}  // namespace

std::vector<SusceptibilityRow> compose_susceptibility(
    const std::vector<Interpretation>& interpretations, const AgentTable& agents,
    const AnswerTexts& texts) {
  std::vector<SusceptibilityRow> rows;
  for (const Interpretation& interpretation : interpretations)
    rows.push_back(make_row(interpretation, agents, texts));
  std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
    return agents.order_of(a.agent) < agents.order_of(b.agent);
  });
  return rows;
}

}  // namespace kres::report
