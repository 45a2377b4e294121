// The TSV view of a result: one line per determinant, for people with spreadsheets.
#pragma once

#include <string>

#include "genome/result/genome_result.h"

namespace kres::genome {

std::string result_tsv_header();
// Lines end with a newline. A genome without determinants gives one line that says so.
std::string result_tsv(const GenomeResult& result);

}  // namespace kres::genome
