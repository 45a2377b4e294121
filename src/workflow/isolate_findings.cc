#include "workflow/isolate_findings.h"

#include <set>
#include <utility>

namespace kres::workflow {

std::vector<laboratory::IsolateFinding> findings_in(const genome::GenomeResult& genome) {
  std::set<std::pair<std::string, std::string>> found;
  for (const auto& determinant : genome.determinants) {
    if (determinant.intrinsic || determinant.minor || determinant.trace) continue;
    found.emplace("determinant", determinant.symbol);
    if (!determinant.drug_class.empty()) found.emplace("class", determinant.drug_class);
    if (!determinant.critical_family.empty()) found.emplace("class", determinant.critical_family);
  }
  for (const auto& negative : genome.negatives)
    if (negative.state != "absent_covered") found.emplace("unassessed", negative.target);
  std::vector<laboratory::IsolateFinding> findings;
  for (const auto& [kind, name] : found) findings.push_back({kind, name});
  return findings;
}

}  // namespace kres::workflow
