// Counts of a validation: what was promised, on how many specimens, and whether it was kept.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/proportion.h"
#include "validation/damage_panel.h"
#include "validation/run.h"

namespace kres::validation {

// Keys of figures: function_state  random_breaks  wrong_exact  sensitivity  specificity_absent
// specificity_others  repeatability, and those of reads (validation/report/reads_part.h).
struct Figure {
  std::string key;
  Proportion proportion;
  double least = 1;  // share (0-1) that was promised
  bool kept() const {
    return static_cast<double>(proportion.count) >= least * static_cast<double>(proportion.total);
  }
};

// Specimens of one family or case that came out as they must, of all.
struct Tally {
  std::string name;
  Proportion damage, breaks;
};

struct Outcomes {
  std::vector<Outcome> damage, breaks, absent;
  std::vector<Outcome> damage_again;  // a second run with other threads; empty: not run
};

struct Summary {
  std::vector<Figure> figures;  // of what was run
  std::vector<Tally> families, cases;
  std::vector<std::string> faults;  // one line each
  bool kept() const;
};

Summary summarise(const Outcomes& outcomes);

}  // namespace kres::validation
