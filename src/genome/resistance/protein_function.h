// Decides whether a protein found in translation can work, and how its loss is written.
#pragma once

#include <string>
#include <string_view>

#include "genome/protein/translated_align.h"
#include "genome/resistance/function_state.h"

namespace kres::genome {

// The same states and reasons as assess_function. A protein shorter than `least_percent` of the
// reference's is broken.
FunctionFinding assess_translated(const TranslatedAlignment& aligned, double least_percent);

// The loss as one change of the protein, from what a ribosome would read: "Q562*", "K633Lfs*8",
// "A169ins*10" (the number of codons up to the stop). Empty if the protein's start is not seen or
// nothing stops too early.
std::string loss_of(const TranslatedAlignment& aligned, std::string_view reference);

}  // namespace kres::genome
