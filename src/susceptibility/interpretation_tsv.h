// Interpretations as a tab-separated table, one row each.
#pragma once

#include <string>

#include "susceptibility/interpretation.h"

namespace kres::susceptibility {

std::string tsv_header();  // with final newline
std::string to_tsv(const Interpretation& interpretation);

}  // namespace kres::susceptibility
