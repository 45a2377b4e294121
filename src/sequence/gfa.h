// Reads the segments of an assembly graph (GFA 1.0 to 1.2) as contigs.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "sequence/fasta.h"

namespace kres::sequence {

// Whether the first line that is neither blank nor a comment is a record of a GFA file.
bool looks_like_gfa(std::string_view text);

// One contig per S line, in their order; the tags are its description. Links say only whether a
// contig is circular: its end is linked to its own start and neither end to anything else. The
// overlap of such a link (127M, say) is the start once more: it is taken off the end, and where the
// bases there are not those of the start the contig is not called circular. All other records are
// passed over.
//
// Fails with bad_input, naming the line, on a segment without sequence ("*"), a length tag (LN)
// that is not the sequence's, a link of a segment that is not there, GFA 2, and on whatever
// parse_fasta() refuses in a sequence.
Result<FastaContent> parse_gfa(std::string_view text, const std::string& name,
                               const AssemblyLimits& limits);

}  // namespace kres::sequence
