// How well a determinant fits a condition of a rule by its name, class or family.
#pragma once

#include "genome/phenotype/rule_table.h"
#include "genome/result/genome_result.h"

namespace kres::genome {

// An allele of a pattern without '*' fits surely only if it is named, since a novel allele may
// differ from the nearest one in the very residue that matters.
enum class GeneFit { no, nearest, sure };

// Requires: classes that the condition names are in the table. Conditions on targets, operons and
// insertions fit no determinant.
GeneFit fit_of_condition(const RuleCondition& condition, const RuleTable& rules,
                         const Determinant& determinant);

}  // namespace kres::genome
