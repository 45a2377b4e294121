// One pass over files of long reads: their quality, and the pieces of them worth keeping.
#pragma once

#include "genome/reads/scan_reads.h"

namespace kres::genome {

// As scan_reads() of files of single reads, each read cut into pieces (cut_reads.h) that stand for
// themselves from there on: stores and recruited reads hold pieces, numbered through. What is
// measured (`reads`, `bases`, `quality`) is of whole reads, without quality by cycle, which tells
// nothing of reads that begin anywhere. Fails on damaged files, on
// files without reads, and on two that are the same.
Result<ScannedReads> scan_long_reads(const std::vector<Path>& files, const ScanOptions& options);

}  // namespace kres::genome
