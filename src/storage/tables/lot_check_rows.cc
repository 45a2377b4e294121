// Checks of lots, the part of StrainTable that has rows below its rows.
#include <map>

#include "storage/tables/columns.h"
#include "storage/tables/strain_table.h"

namespace kres::storage {

using laboratory::LotCheck;
using laboratory::LotCheckId;
using laboratory::RepeatedMic;
using laboratory::StrainId;

namespace {

LotCheck check_of(const Row& row) {
  return {
      .id = {row.integer(0)},
      .lot = {row.integer(1)},
      .kind = laboratory::check_kind_from(row.text(2)).value_or(laboratory::CheckKind::viability),
      .result = laboratory::check_result_from(row.text(3)).value_or(laboratory::CheckResult::weak),
      .checked = row.date(4),
      .mics = {},
      .analysis = {row.integer(5)},
      .statement = row.text(6),
      .entered_by = row.text(7),
      .entered = row.instant(8)};
}

RepeatedMic mic_of(const Row& row) {
  RepeatedMic mic{.agent = row.text(1),
                  .sign = row.text(2),
                  .value = row.real(3),
                  .before = {},
                  .before_sign = row.text(4)};
  if (!row.is_null(5)) mic.before = row.real(5);
  return mic;
}

}  // namespace

Result<LotCheckId> StrainTable::add_check(const LotCheck& check) {
  KRES_ASSIGN(const auto rows,
              session_.query("insert into lot_check (lot, kind, result, checked, analysis, "
                             "statement, entered_by, entered) values (:lot, :kind, :result, "
                             ":checked, :analysis, :statement, :entered_by, :entered) returning id",
                             {{"lot", check.lot.value},
                              {"kind", name_of(check.kind)},
                              {"result", name_of(check.result)},
                              {"checked", check.checked},
                              reference("analysis", check.analysis),
                              {"statement", check.statement},
                              {"entered_by", check.entered_by},
                              {"entered", check.entered}}));
  const LotCheckId id{rows.front().integer(0)};
  for (const auto& mic : check.mics)
    KRES_TRY(session_.execute(
        "insert into lot_check_mic (lot_check, agent, sign, value, before_sign, before_value) "
        "values (:lot_check, :agent, :sign, :value, :before_sign, :before_value)",
        {{"lot_check", id.value},
         {"agent", mic.agent},
         {"sign", mic.sign},
         {"value", mic.value},
         {"before_sign", mic.before_sign},
         {"before_value", mic.before}}));
  return id;
}

Result<std::vector<LotCheck>> StrainTable::checks_of(StrainId strain) {
  KRES_ASSIGN(
      const auto mic_rows,
      session_.query("select lot_check, agent, sign, value, before_sign, before_value from "
                     "lot_check_mic where lot_check in (select lot_check.id from lot_check join "
                     "lot on lot.id = lot_check.lot where lot.strain = :strain) order by agent",
                     {{"strain", strain.value}}));
  std::map<std::int64_t, std::vector<RepeatedMic>> mics;
  for (const auto& row : mic_rows) mics[row.integer(0)].push_back(mic_of(row));
  KRES_ASSIGN(const auto rows,
              session_.query("select id, lot, kind, result, checked, analysis, statement, "
                             "entered_by, entered from lot_check where lot in (select lot.id from "
                             "lot where lot.strain = :strain) order by id",
                             {{"strain", strain.value}}));
  auto checks = every<LotCheck>(rows, check_of);
  for (auto& check : checks) check.mics = mics[check.id.value];
  return checks;
}

}  // namespace kres::storage
