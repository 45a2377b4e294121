#include "workflow/bank/panels.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "laboratory/bank/strain_number.h"
#include "workflow/bank/bank_note.h"

namespace kres::workflow {

using laboratory::PanelMember;
using laboratory::PanelQuery;
using laboratory::PanelSelection;
using laboratory::StrainPanel;
using laboratory::UnitOfWork;

namespace {

void sort_by_code(std::vector<PanelMember>& members) {
  std::sort(members.begin(), members.end(),
            [](const PanelMember& a, const PanelMember& b) { return a.code < b.code; });
}

// Random codes, no two alike, sorted by code: their order tells nothing of the choice.
std::vector<PanelMember> blinded(const PanelSelection& selection, const RandomNumber& random) {
  std::set<std::string> codes;
  std::vector<PanelMember> members;
  for (const auto& choice : selection.chosen) {
    auto code = laboratory::blinded_code(random());
    while (!codes.insert(code).second) code = laboratory::blinded_code(random());
    members.push_back({code, choice.strain.strain.id, choice.strain.strain.number, choice.group});
  }
  sort_by_code(members);
  return members;
}

std::string salt_from(const RandomNumber& random) {
  std::string salt;
  for (int word = 0; word < 4; ++word) salt += fmt::format("{:08x}", random());
  return salt;
}

}  // namespace

Result<PanelSelection> try_panel(UnitOfWork& work, const PanelQuery& query) {
  KRES_TRY(check_panel(query));
  std::vector<std::vector<laboratory::CatalogueEntry>> candidates;
  for (const auto& group : query.groups) {
    auto filter = group.filter;
    filter.limit = laboratory::kMostCatalogueLines;
    auto& found = candidates.emplace_back();
    while (true) {
      KRES_ASSIGN(const auto page, work.catalogue().list(filter));
      found.insert(found.end(), page.begin(), page.end());
      if (page.size() < static_cast<std::size_t>(filter.limit)) break;
      filter.after = page.back().strain.number;
    }
  }
  return select_panel(query, candidates);
}

Result<StrainPanel> make_panel(const BankDesk& desk, const PanelQuery& query,
                               const std::string& text, const RandomNumber& random,
                               const std::string& person) {
  KRES_ASSIGN(auto work, desk.services.registry.write());
  KRES_ASSIGN(const auto selection, try_panel(*work, query));
  if (selection.chosen.empty()) return bad_input("No strain fits the query");
  const auto salt = salt_from(random);
  StrainPanel panel{.number = {},
                    .title = query.title,
                    .query = text,
                    .key_digest = {},
                    .made_by = person,
                    .made = desk.services.clock.now(),
                    .opened_by = {},
                    .opened = {},
                    .members = blinded(selection, random)};
  panel.key_digest = key_digest_of(panel.members, salt);
  KRES_ASSIGN(panel, work->strain_panels().add(std::move(panel), salt));
  KRES_TRY(note(*work, person, panel.made,
                {.event = "strain_panel.sealed",
                 .subject = panel.number,
                 .detail = fmt::format("{} strains", panel.members.size()),
                 .digest_before = {},
                 .digest_after = panel.key_digest}));
  KRES_TRY(work->commit());
  return panel;
}

Result<StrainPanel> panel_numbered(UnitOfWork& work, const std::string& number) {
  KRES_ASSIGN(auto panel, work.strain_panels().find(laboratory::as_bank_code(number)));
  if (!panel)
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("There is no panel '{}'", number),
                 .file = {},
                 .remedy = {}});
  sort_by_code(panel->members);
  return *std::move(panel);
}

Result<StrainPanel> open_panel(const BankDesk& desk, const std::string& number,
                               const std::string& person) {
  KRES_ASSIGN(auto work, desk.services.registry.write());
  KRES_ASSIGN(auto panel, panel_numbered(*work, number));
  KRES_ASSIGN(const auto salt, work->strain_panels().salt_of(panel.id));
  if (key_digest_of(panel.members, salt) != panel.key_digest)
    return fail(
        {.code = ErrorCode::corrupt,
         .message = fmt::format("The key of {} is not the one that was sealed", panel.number),
         .file = {},
         .remedy = "restore it from a backup"});
  const auto now = desk.services.clock.now();
  KRES_TRY(work->strain_panels().open(panel.id, person, now));
  KRES_TRY(note(*work, person, now,
                {.event = "strain_panel.opened",
                 .subject = panel.number,
                 .detail = {},
                 .digest_before = panel.key_digest,
                 .digest_after = panel.key_digest}));
  KRES_TRY(work->commit());
  panel.opened_by = person;
  panel.opened = now;
  return panel;
}

}  // namespace kres::workflow
