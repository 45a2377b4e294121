// Results of quality control in the order of their days, on the scale they are drawn on, with the
// run rules that each of them breaks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "susceptibility/qc_ranges.h"
#include "susceptibility/qc_result.h"

namespace kres::susceptibility {

// undecided: a censored value whose sign leaves it open ("<=0.06" of a range from 0.008).
enum class QcState { in, out, undecided, no_range };

// Run rules, after Westgard et al., Clin Chem 1981;27:493-501 (2-2s, 10x) and Nelson, J Qual
// Technol 1984;16:237-239 (trend), with the limits of the range in the place of standard
// deviations, which dilution steps do not have. Only `outside` blocks a day.
//   outside     outside the range
//   two_at_edge this and the one before at the same limit of the range
//   shift       ten in a row on one side of the centre
//   trend       six in a row, each above (or each below) the one before
//   two_of_twenty  out, and another of the last twenty too (EUCAST disk diffusion manual, ch. 9)
enum class QcRule { outside, two_at_edge, shift, trend, two_of_twenty };

struct QcPoint {
  QcResult result;
  double place = 0;  // log2 of mg/L (nearest dilution), or mm
  QcState state = QcState::no_range;
  std::vector<QcRule> rules;
};

// One chart: a strain, an agent, a method.
struct QcSeries {
  std::string strain, agent;
  Method method = Method::broth_microdilution;
  std::string disk_ug;
  std::optional<QcRange> range;     // absent if the strain has none
  std::optional<double> low, high;  // limits on the scale of `place`
  std::optional<QcCentre> centre;
  std::vector<QcPoint> points;  // by date, those of a day in the order of the record
};

// Series in the order of strain, agent, method and load.
std::vector<QcSeries> levey_jennings(const std::vector<QcResult>& results, const QcRanges& ranges);

// One result on its own.
QcState state_of(const QcResult& result, const QcRanges& ranges);

std::string_view name_of(QcState state);
std::string_view name_of(QcRule rule);

}  // namespace kres::susceptibility
