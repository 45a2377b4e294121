// A laboratory's record of quality control and what was decided on it, read and judged.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "susceptibility/quality_control.h"

namespace kres::app {

struct QualityControlFiles {
  std::string ranges_version;
  susceptibility::QcEvaluation evaluation;
  std::vector<susceptibility::QcDecision> decisions;
};

// Judged by the ranges and requirements in the program. An empty path of decisions: there are none.
Result<QualityControlFiles> read_quality_control(const std::string& results,
                                                 const std::string& decisions);

}  // namespace kres::app
