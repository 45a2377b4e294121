#include "susceptibility/covered_agents.h"

#include "susceptibility/select_row.h"

namespace kres::susceptibility {

namespace {

void add_row(CoveredAgent& entry, const BreakpointRow& row) {
  entry.mic = entry.mic || row.mic_s.is_value();
  entry.zone = entry.zone || row.zone_s.is_value();
  if (entry.disk_ug.empty() && row.zone_s.is_value()) entry.disk_ug = row.disk_ug;
  if (row.only_this_method) entry.method = row.method;
}

void add_ecoff(CoveredAgent& entry, const Ecoff& ecoff) {
  entry.mic = entry.mic || ecoff.mic;
  entry.zone = entry.zone || ecoff.zone;
  if (entry.disk_ug.empty() && ecoff.zone) entry.disk_ug = ecoff.disk_ug;
}

CoveredAgent entry_of(const Agent& agent, const Organism& organism, const Standard& standard) {
  CoveredAgent entry{.agent = &agent, .disk_ug = {}, .method = {}};
  Measurement probe;
  probe.organism = organism.name;
  probe.agent = agent.name;
  for (const auto unit : {Unit::mg_per_l, Unit::mm}) {
    probe.unit = unit;
    probe.method = unit == Unit::mm ? Method::disk : Method::broth_microdilution;
    if (const auto choice = select_breakpoint(standard.breakpoints, organism, probe); choice.row)
      add_row(entry, *choice.row);
    if (const auto* screen = select_screen(standard.breakpoints, organism, agent.name, unit))
      add_row(entry, *screen);
  }
  if (organism.ecoff_as.empty()) return entry;
  if (const auto* ecoff = standard.ecoffs.find(organism.ecoff_as, agent.name))
    add_ecoff(entry, *ecoff);
  return entry;
}

}  // namespace

std::vector<CoveredAgent> covered_agents(const std::string& organism, const Standard& standard,
                                         const AgentTable& agents) {
  std::vector<CoveredAgent> panel;
  const auto known = standard.organisms.resolve(organism);
  if (!known) return panel;
  for (const auto& agent : agents.agents()) {
    auto entry = entry_of(agent, *known, standard);
    if (entry.mic || entry.zone) panel.push_back(std::move(entry));
  }
  return panel;
}

}  // namespace kres::susceptibility
