#include "workflow/bank/due.h"

#include <algorithm>
#include <map>
#include <set>

#include "workflow/bank/places.h"

namespace kres::workflow {

namespace {

Result<std::vector<DueLot>> due_lots(const BankDesk& desk, laboratory::UnitOfWork& work) {
  const auto today = desk.services.clock.today();
  KRES_ASSIGN(auto lots, work.strains().stocked_lots());
  std::vector<DueLot> due;
  for (auto& lot : lots) {
    const auto day = viability_due(lot.lot, lot.checks, desk.rules.viability_months);
    if (!day) continue;
    const int left = days_between(today, *day);
    if (left <= desk.rules.notice_days) due.push_back({std::move(lot), *day, left});
  }
  std::stable_sort(due.begin(), due.end(),
                   [](const DueLot& a, const DueLot& b) { return a.due < b.due; });
  return due;
}

Result<std::vector<FewSites>> few_sites(const BankDesk& desk, laboratory::UnitOfWork& work) {
  KRES_ASSIGN(const auto tree, place_tree(work));
  KRES_ASSIGN(const auto boxes, work.vials().strain_boxes());
  std::map<std::string, FewSites> strains;
  std::map<std::string, std::set<laboratory::StoragePlaceId>> sites;
  for (const auto& row : boxes) {
    strains.try_emplace(row.strain, FewSites{row.strain, row.accession, row.species, {}});
    sites[row.strain].insert(tree.site_of(row.box));
  }
  std::vector<FewSites> few;
  for (auto& [number, strain] : strains) {
    if (sites[number].size() >= static_cast<std::size_t>(desk.rules.least_sites)) continue;
    for (const auto site : sites[number]) strain.sites.push_back(tree.path(site));
    few.push_back(std::move(strain));
  }
  return few;
}

}  // namespace

Result<DueInBank> due_in_bank(const BankDesk& desk, laboratory::UnitOfWork& work) {
  DueInBank due;
  KRES_ASSIGN(due.viability, due_lots(desk, work));
  KRES_ASSIGN(due.thawed, work.vials().thawed(desk.rules.thaw_limit));
  KRES_ASSIGN(due.few_sites, few_sites(desk, work));
  return due;
}

}  // namespace kres::workflow
