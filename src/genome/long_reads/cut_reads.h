// Long reads in pieces of about a gene's length, so that what goes into a local assembly is
// bounded.
#pragma once

#include <cstddef>
#include <vector>

#include "sequence/fastq_record.h"

namespace kres::genome {

// Bases of a piece, at most: what tells two copies of one gene apart mostly stands in one piece.
inline constexpr std::size_t kPieceLength = 1000;

// Adds the pieces of a read, side by side and of about equal length; views of the record. A read
// without bases has none.
void cut_read(const sequence::FastqRecord& record, std::vector<sequence::FastqRecord>& pieces);

}  // namespace kres::genome
