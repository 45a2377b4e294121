#include "app/panel_check.h"

#include <fmt/format.h>

#include "app/project_tables.h"
#include "base/text.h"

namespace kres::app {

using susceptibility::Refusal;
using susceptibility::RefusalReason;

Result<PanelCheck> PanelCheck::load(const std::string& panel) {
  PanelCheck check;
  if (panel.empty()) return check;
  KRES_ASSIGN(check.panels_, load_panels());
  for (const auto& name : check.panels_->names())
    if (iequals(name, panel)) check.panel_ = name;
  if (check.panel_.empty())
    return bad_input(fmt::format("panel '{}' is unknown", panel), {}, 0,
                     "there are: " + join(check.panels_->names(), ", "));
  return check;
}

std::optional<susceptibility::PanelFault> PanelCheck::fault(
    const susceptibility::Measurement& measurement, const OrganismTable& organisms) const {
  if (panel_.empty()) return std::nullopt;
  const auto organism = organisms.resolve(measurement.organism);
  if (!organism) return std::nullopt;
  return panels_->fault(panel_, *organism, measurement);
}

exchange::Check PanelCheck::refuse(const OrganismTable& organisms) const {
  if (panel_.empty()) return {};
  return [*this, &organisms](const susceptibility::Measurement& measurement,
                             const susceptibility::RawValue& raw) -> std::optional<Refusal> {
    const auto found = fault(measurement, organisms);
    if (!found) return std::nullopt;
    const auto& cell = found->is_range ? raw.value : raw.agent;
    return Refusal{
        found->is_range ? RefusalReason::outside_panel_range : RefusalReason::not_on_panel,
        raw.line,
        cell.column,
        cell.text,
        found->what,
        "name the method or the panel that was used"};
  };
}

void PanelCheck::mark(susceptibility::Interpretation& i, const OrganismTable& organisms) const {
  if (const auto found = fault(i.measurement, organisms))
    i.flags.emplace_back(found->is_range ? "outside_panel_range" : "not_on_panel");
}

}  // namespace kres::app
