// Parts of an explanation that are not about one agent: what is absent, and the referral's context.
#pragma once

#include <optional>
#include <vector>

#include "genome/result/genome_result.h"
#include "mechanism/explain_input.h"
#include "mechanism/explanation.h"
#include "mechanism/texts.h"

namespace kres::mechanism {

// The result's negatives and the intact target genes, with words.
std::vector<AbsentFinding> absent_findings(const genome::GenomeResult& genome, const Texts& texts);

// Nothing if the referral states nothing.
std::optional<BilingualText> context_text(const ClinicalContext& context, const Texts& texts);

}  // namespace kres::mechanism
