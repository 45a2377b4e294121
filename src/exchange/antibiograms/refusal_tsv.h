// Refused values as a tab-separated table, one row each.
#pragma once

#include <string>

#include "susceptibility/raw_value.h"

namespace kres::exchange {

std::string refusal_header();  // line, column, value, reason, what, remedy; with final newline
std::string to_tsv(const susceptibility::Refusal& refusal);

}  // namespace kres::exchange
