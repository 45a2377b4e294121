// The steps of compose_answer() that fill one part of the document each.
#pragma once

#include <vector>

#include "genome/result/genome_result.h"
#include "report/answer_document.h"
#include "report/answer_texts.h"
#include "susceptibility/interpretation.h"
#include "vocabulary/agent_table.h"

namespace kres::report {

// Rows in the order of the agent table, each with what a reader must know about it.
std::vector<SusceptibilityRow> compose_susceptibility(
    const std::vector<susceptibility::Interpretation>& interpretations, const AgentTable& agents,
    const AnswerTexts& texts);

// Determinants: carbapenemases and other critical genes first, then by class, broken genes after
// those and the species' own genes last.
std::vector<Finding> compose_findings(const genome::GenomeResult& genome, const AgentTable& agents,
                                      const AnswerTexts& texts);

GenomeSummary compose_genome(const genome::GenomeResult& genome);

}  // namespace kres::report
