// Aligns two nearly equal short sequences by the fewest single-base edits.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "genome/align/alignment.h"

namespace kres::genome {

struct EditAlignment {
  std::size_t edits = 0;
  // `insertion` is a base of the query that the reference does not have.
  std::vector<Column> columns;
};

// Both end to end. Nothing if more than `most` edits are needed. Among equal ways pairs of bases
// come before gaps, so that gaps stand leftmost. Time: the shorter one's length times `most`.
std::optional<EditAlignment> align_by_edits(std::string_view reference, std::string_view query,
                                            std::size_t most);

}  // namespace kres::genome
