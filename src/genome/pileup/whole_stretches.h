// How long the stretches are that reads hold without an unknown base.
#pragma once

#include <cstdint>
#include <span>

#include "genome/pileup/reads.h"

namespace kres::genome {

struct WholeStretches {
  double length = 0;  // bases, mean; 0 if there are none
  double share = 0;   // of all known bases, those that stand in them, 0-1
};

// Stretches of at least so many bases: no word that is looked for goes across an N, and shorter
// ones hold none.
WholeStretches whole_stretches(std::span<const Read> reads, std::uint32_t least);

}  // namespace kres::genome
