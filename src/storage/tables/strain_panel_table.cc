#include "storage/tables/strain_panel_table.h"

#include <map>

#include "laboratory/bank/strain_number.h"
#include "storage/tables/bank_counter.h"
#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::PanelId;
using laboratory::PanelMember;
using laboratory::StrainPanel;

namespace {

constexpr std::string_view kSelect =
    "select id, number, title, query, key_digest, made_by, made, strain_panel_opening.person, "
    "strain_panel_opening.at from strain_panel left join strain_panel_opening on "
    "strain_panel_opening.panel = strain_panel.id ";

const std::string kMembers =
    "select code, strain.id, strain.number, group_name, panel from strain_panel_member join strain "
    "on strain.id = strain_panel_member.strain ";

StrainPanel panel_of(const Row& row) {
  return {.id = {row.integer(0)},
          .number = row.text(1),
          .title = row.text(2),
          .query = row.text(3),
          .key_digest = row.text(4),
          .made_by = row.text(5),
          .made = row.instant(6),
          .opened_by = row.text(7),
          .opened = row.optional_instant(8),
          .members = {}};
}

PanelMember member_of(const Row& row) {
  return {row.text(0), {row.integer(1)}, row.text(2), row.text(3)};
}

}  // namespace

Result<StrainPanel> StrainPanelTable::add(StrainPanel panel, const std::string& salt) {
  KRES_ASSIGN(const auto number, next_bank_number(session_, "panel"));
  panel.number = laboratory::make_panel_number(number);
  KRES_ASSIGN(const auto rows,
              session_.query("insert into strain_panel (number, title, query, salt, key_digest, "
                             "made_by, made) values (:number, :title, :query, :salt, :key_digest, "
                             ":made_by, :made) returning id",
                             {{"number", panel.number},
                              {"title", panel.title},
                              {"query", panel.query},
                              {"salt", salt},
                              {"key_digest", panel.key_digest},
                              {"made_by", panel.made_by},
                              {"made", panel.made}}));
  panel.id = {rows.front().integer(0)};
  for (const auto& member : panel.members)
    KRES_TRY(session_.execute(
        "insert into strain_panel_member (panel, code, strain, group_name) values (:panel, :code, "
        ":strain, :group_name)",
        {{"panel", panel.id.value},
         {"code", member.code},
         {"strain", member.strain.value},
         {"group_name", member.group}}));
  return panel;
}

Result<std::optional<StrainPanel>> StrainPanelTable::find(const std::string& number) {
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "where number = :number",
                                              {{"number", number}}));
  auto panel = first<StrainPanel>(rows, panel_of);
  if (!panel) return panel;
  KRES_ASSIGN(const auto members, session_.query(kMembers + "where panel = :panel order by code",
                                                 {{"panel", panel->id.value}}));
  panel->members = every<PanelMember>(members, member_of);
  return panel;
}

Result<std::vector<StrainPanel>> StrainPanelTable::all() {
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "order by id desc"));
  KRES_ASSIGN(const auto member_rows, session_.query(kMembers + "order by panel, code"));
  std::map<std::int64_t, std::vector<PanelMember>> members;
  for (const auto& row : member_rows) members[row.integer(4)].push_back(member_of(row));
  auto panels = every<StrainPanel>(rows, panel_of);
  for (auto& panel : panels) panel.members = std::move(members[panel.id.value]);
  return panels;
}

Result<void> StrainPanelTable::open(PanelId panel, const std::string& person, Instant at) {
  const auto opened = session_.execute(
      "insert into strain_panel_opening (panel, person, at) values (:panel, :person, :at)",
      {{"panel", panel.value}, {"person", person}, {"at", at}});
  if (!opened && opened.error().code == ErrorCode::conflict)
    return fail({.code = ErrorCode::conflict,
                 .message = "The key was opened before",
                 .file = {},
                 .remedy = {}});
  if (!opened) return fail(opened.error());
  return {};
}

Result<std::string> StrainPanelTable::salt_of(PanelId panel) {
  KRES_ASSIGN(const auto rows, session_.query("select salt from strain_panel where id = :id",
                                              {{"id", panel.value}}));
  return rows.empty() ? std::string() : rows.front().text(0);
}

}  // namespace kres::storage
