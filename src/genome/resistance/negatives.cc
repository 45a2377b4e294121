#include "genome/resistance/negatives.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "genome/result/json.h"

namespace kres::genome {

std::vector<Negative> find_negatives(const std::vector<Determinant>& determinants,
                                     const ReferenceSet& reference, Verdict quality) {
  std::map<std::string, std::uint32_t, std::less<>> searched;
  for (EntryId id = 0; id < reference.sequences().entries().size(); ++id) {
    if (reference.sequences().entry(id).kind != EntryKind::gene) break;  // genes stand first
    const auto family = reference.critical_family(id);
    if (family.empty()) continue;
    const auto found = searched.find(family);
    if (found == searched.end())
      searched.emplace(family, 1);
    else
      ++found->second;
  }
  std::vector<Negative> negatives;
  for (const auto& [family, entries] : searched) {
    const bool found = std::any_of(
        determinants.begin(), determinants.end(),
        [&](const Determinant& determinant) { return determinant.critical_family == family; });
    if (found) continue;
    const bool assessable = quality != Verdict::fail;
    negatives.push_back({.target = family,
                         .state = assessable ? "absent_covered" : "not_assessable",
                         .basis = fmt::format("assembly_{}", name_of(quality)),
                         .entries_searched = entries});
  }
  return negatives;
}

}  // namespace kres::genome
