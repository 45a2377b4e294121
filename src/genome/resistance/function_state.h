// Decides whether a gene that was found can work: intact, broken, or not assessable.
//
// Reasons are codes that pages translate, "code" or "code:detail" (docs/formats/analysis.md):
//   intact       ""  late_stop:285/293  stop_lost
//   broken       start_lost  internal_stop:65/293  frameshift:120  deletion:300  insertion:1200@120
//                truncated:71  inversion:300@101  replaced:300@101 (rearranged.cc)
//   not_assessable  contig_end  split  reference_not_coding  ambiguous_bases
//                rare_start:CTG (whole, but few genes start so)
//                start_differs  stretch_differs:20@31 (gene_call.cc)
#pragma once

#include <string>
#include <string_view>

#include "genome/reference/entry.h"
#include "genome/result/genome_result.h"
#include "genome/search/aligned.h"

namespace kres::genome {

struct FunctionFinding {
  FunctionState state = FunctionState::not_assessable;
  std::string reason;
  double protein_percent = 0;  // of the reference protein, in frame before the first stop
  std::string protein;         // observed, before the first stop; empty if it cannot be read
};

// `observed` are the contig's bases under `aligned`, in the entry's direction. A protein shorter
// than `least_percent` of the reference's is broken.
FunctionFinding assess_function(const AlignedPlacement& aligned, std::string_view entry,
                                Coding coding, std::string_view observed, double least_percent);

}  // namespace kres::genome
