// Places a read with gaps near a place that is known without them.
#pragma once

#include <optional>
#include <string_view>

#include "genome/pileup/read_place.h"

namespace kres::genome {

// `bases`: the read as it lies on the contig's forward strand; `start`: contig position of its
// first base, may be below 0. The longest stretch that is equal there stays where it is; what lies
// before and behind it is aligned by genome/align, gaps leftmost. Contig and strand of the place
// are left to the caller. Nothing if no stretch of kAnchorLength bases is equal.
std::optional<ReadPlace> place_with_gaps(std::string_view bases, std::string_view contig,
                                         std::int64_t start, std::uint32_t widest_gap);

// What a place scores (read_placer.h).
std::int32_t score_of(const std::vector<Column>& columns);

}  // namespace kres::genome
