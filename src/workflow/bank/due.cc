#include "workflow/bank/due.h"

#include <algorithm>

#include "laboratory/bank/lot_check.h"

namespace kres::workflow {

namespace {

constexpr int kMonthsDiffer = 4;

Result<std::vector<DueLot>> due_lots(const BankDesk& desk, laboratory::UnitOfWork& work) {
  const auto today = desk.services.clock.today();
  // Months differ in length: some days more than the notice are asked for, and looked at below.
  const auto last_seen = add_days(
      laboratory::add_months(add_days(today, desk.rules.notice_days), -desk.rules.viability_months),
      kMonthsDiffer);
  KRES_ASSIGN(auto lots, work.strains().stocked_lots(last_seen));
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

Result<std::vector<FewSites>> few_sites(const BankDesk& desk, laboratory::UnitOfWork& work,
                                        const laboratory::PlaceTree& tree) {
  KRES_ASSIGN(const auto rows, work.vials().at_few_sites(desk.rules.least_sites));
  std::vector<FewSites> few;
  for (const auto& row : rows) {
    if (few.empty() || few.back().strain != row.strain)
      few.push_back({row.strain, row.accession, row.species, {}});
    if (row.site) few.back().sites.push_back(tree.path(row.site));
  }
  return few;
}

}  // namespace

Result<DueInBank> due_in_bank(const BankDesk& desk, laboratory::UnitOfWork& work,
                              const laboratory::PlaceTree& tree) {
  DueInBank due;
  KRES_ASSIGN(due.viability, due_lots(desk, work));
  KRES_ASSIGN(due.thawed, work.vials().thawed(desk.rules.thaw_limit));
  KRES_ASSIGN(due.few_sites, few_sites(desk, work, tree));
  return due;
}

}  // namespace kres::workflow
