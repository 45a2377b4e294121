// The JSON form of a genome result, both ways. Key order is fixed, so equal results give equal
// bytes.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "genome/result/genome_result.h"

namespace kres::genome {

std::string to_json(const GenomeResult& result);  // one line, no final newline
// Errors name `name`: not JSON, another schema_version, a missing or ill-typed field.
Result<GenomeResult> result_from_json(std::string_view text, const std::string& name);

// Names used in JSON and on pages.
std::string_view name_of(Verdict);
std::string_view name_of(DeterminantKind);
std::string_view name_of(AlleleStatus);
std::string_view name_of(FunctionState);
std::string_view name_of(Prediction);  // WT | NWT | uncertain | no_rule

}  // namespace kres::genome
