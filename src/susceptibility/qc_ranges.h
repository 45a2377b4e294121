// What the strains of quality control must give, and which of them a result rests on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "susceptibility/measurement.h"

namespace kres::susceptibility {

enum class QcRole { routine, inhibitor, resistance };

struct QcRange {
  std::string strain;   // "ATCC 25922"
  std::string species;  // of the strain
  QcRole role = QcRole::routine;
  std::string agent;
  Unit unit = Unit::mg_per_l;
  std::string disk_ug;                            // empty for a MIC
  std::optional<double> low;                      // mg/L or mm, inclusive; absent: no lower limit
  double high = 0;                                // inclusive
  std::optional<double> target_low, target_high;  // as published, both or none
  std::size_t line = 0;
};

// A MIC on the log2 scale, a zone in mm: the scale on which quality control is drawn and judged.
double qc_scale(Unit unit, double value);
// Middle of the target, or of the range where no target is published; on that scale. Two values if
// the middle lies between two dilutions or millimetres.
struct QcCentre {
  double low = 0, high = 0;
};
QcCentre centre_of(const QcRange& range);

class QcRanges {
 public:
  // Reads data/qc_ranges.tsv; `name` stands in errors.
  static Result<QcRanges> parse(std::string_view text, std::string name);

  const std::string& version() const { return version_; }  // "EUCAST QC 2026"
  const std::vector<QcRange>& rows() const { return rows_; }
  // nullptr if the strain has no range for this. A load is compared as far as it is known.
  const QcRange* find(std::string_view strain, std::string_view agent, Unit unit,
                      std::string_view disk_ug) const;

 private:
  std::string version_;
  std::vector<QcRange> rows_;
};

// "atcc25922", "ATCC25922", "ATCC 25922" -> "ATCC 25922"; other text comes back trimmed.
std::string qc_strain_name(std::string_view text);
std::string_view name_of(QcRole role);

}  // namespace kres::susceptibility
