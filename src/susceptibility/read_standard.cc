#include "susceptibility/read_standard.h"

namespace kres::susceptibility {

Result<Standard> read_standard(BreakpointTable breakpoints, const TableSource& text_of) {
  KRES_ASSIGN(const auto ecoff_text, text_of("breakpoints/ecoffs_2025.tsv"));
  KRES_ASSIGN(auto ecoffs, EcoffTable::parse(ecoff_text, "ecoffs_2025.tsv"));
  KRES_ASSIGN(const auto organism_text, text_of("organisms.tsv"));
  KRES_ASSIGN(auto organisms, OrganismTable::parse(organism_text, "organisms.tsv"));
  KRES_ASSIGN(const auto expected_text, text_of("expected_resistance.tsv"));
  KRES_ASSIGN(auto expected, ExpectedResistance::parse(expected_text, "expected_resistance.tsv"));
  KRES_ASSIGN(const auto expert_text, text_of("expert_rules.tsv"));
  KRES_ASSIGN(auto expert, ExpertRules::parse(expert_text, "expert_rules.tsv"));
  KRES_ASSIGN(const auto difference_text, text_of("guideline_differences.tsv"));
  KRES_ASSIGN(auto differences,
              GuidelineDifferences::parse(difference_text, "guideline_differences.tsv"));
  KRES_ASSIGN(auto control, read_qc_rules(text_of));
  return Standard{std::move(breakpoints), std::move(ecoffs), std::move(organisms),
                  std::move(expected),    std::move(expert), std::move(differences),
                  std::move(control)};
}

}  // namespace kres::susceptibility
