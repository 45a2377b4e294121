// Holds the values of a table against the panel that the laboratory says it used.
#pragma once

#include <string>

#include "exchange/antibiograms/table_reader.h"
#include "susceptibility/interpretation.h"
#include "susceptibility/panels.h"

namespace kres::app {

class PanelCheck {
 public:
  // By name, whatever the case; an empty name checks nothing. Fails with the names that there are.
  static Result<PanelCheck> load(const std::string& panel);

  // A refusal for what cannot have been read off the panel.
  exchange::Check refuse(const OrganismTable& organisms) const;
  // The same as a flag: not_on_panel or outside_panel_range.
  void mark(susceptibility::Interpretation& interpretation, const OrganismTable& organisms) const;

 private:
  std::optional<susceptibility::PanelFault> fault(const susceptibility::Measurement& measurement,
                                                  const OrganismTable& organisms) const;
  std::string panel_;
  std::optional<susceptibility::Panels> panels_;
};

}  // namespace kres::app
