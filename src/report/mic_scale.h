// A concentration axis in two-fold dilutions with one MIC on it.
#pragma once

#include <vector>

#include "report/answer_document.h"
#include "report/pdf/canvas.h"

namespace kres::report {

// The dilutions (log2 of mg/L) that an axis shows: 0.03 mg/L is -5, 64 mg/L is 6.
struct MicAxis {
  int lowest = -5;
  int highest = 6;

  // Middle of a dilution step within `box`; values outside the axis stand at its ends.
  double position(const pdf::Box& box, double log2) const;
};

// An axis that holds every MIC, breakpoint and ECOFF of the rows with a dilution to spare.
MicAxis mic_axis(const std::vector<SusceptibilityRow>& rows);

// Draws nothing for a zone diameter. Above the R breakpoint is shaded dark, between S and R light;
// the ECOFF is a tick; the MIC a dot, an arrow head if its sign leaves it open.
void draw_mic(pdf::Canvas& canvas, const pdf::Box& box, const MicAxis& axis,
              const SusceptibilityRow& row);
// Labels of the axis, every fourth dilution.
void draw_mic_labels(pdf::Canvas& canvas, const pdf::Box& box, const MicAxis& axis,
                     Language language);

}  // namespace kres::report
