// Interpretations as a tab-separated table, one row each.
#pragma once

#include <string>

#include "susceptibility/interpretation.h"

namespace kres::susceptibility {

std::string tsv_header();  // with final newline
// `line` of the table that was interpreted, 0 if there is none.
std::string to_tsv(const Interpretation& interpretation, std::size_t line = 0);

}  // namespace kres::susceptibility
