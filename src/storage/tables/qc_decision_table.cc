#include "storage/tables/qc_decision_table.h"

#include <map>

#include "storage/tables/columns.h"
#include "storage/tables/value_list.h"

namespace kres::storage {

using laboratory::QcDecisionId;
using laboratory::QcDecisionRecord;

namespace {

constexpr std::string_view kSelect =
    "select id, day, agent, method, disk_ug, accepted, reason, person, decided, predecessor "
    "from qc_decision ";

QcDecisionRecord decision_of(const Row& row) {
  return {.id = {row.integer(0)},
          .of = {row.date(1), row.text(2), row.text(3), row.text(4)},
          .accepted = row.flag(5),
          .reason = row.text(6),
          .person = row.text(7),
          .decided = row.instant(8),
          .seen = {},
          .predecessor = {row.integer(9)}};
}

}  // namespace

Result<QcDecisionId> QcDecisionTable::add(const QcDecisionRecord& record) {
  KRES_ASSIGN(const auto rows,
              session_.query("insert into qc_decision (day, agent, method, disk_ug, accepted, "
                             "reason, person, decided, predecessor) values (:day, :agent, "
                             ":method, :disk_ug, :accepted, :reason, :person, :decided, "
                             ":predecessor) returning id",
                             {{"day", record.of.day},
                              {"agent", record.of.agent},
                              {"method", record.of.method},
                              {"disk_ug", record.of.disk_ug},
                              {"accepted", record.accepted},
                              {"reason", record.reason},
                              {"person", record.person},
                              {"decided", record.decided},
                              reference("predecessor", record.predecessor)}));
  const QcDecisionId id{rows.front().integer(0)};
  for (const auto seen : record.seen)
    KRES_TRY(session_.execute(
        "insert into qc_decision_result (decision, result) values (:decision, :result)",
        {{"decision", id.value}, {"result", seen.value}}));
  return id;
}

Result<std::optional<QcDecisionRecord>> QcDecisionTable::find(QcDecisionId id) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "where id = :id", {{"id", id.value}}));
  KRES_ASSIGN(auto decisions, with_seen(rows));
  if (decisions.empty()) return std::optional<QcDecisionRecord>();
  return std::optional(std::move(decisions.front()));
}

Result<std::vector<QcDecisionRecord>> QcDecisionTable::all(
    const laboratory::QcSelection& selection) {
  KRES_ASSIGN(
      const auto rows,
      session_.query(
          std::string(kSelect) + "where day >= :from_day and day <= :to_day "
                                 "and (:agent = '' or agent = :agent) order by id",
          {{"from_day", selection.from}, {"to_day", selection.to}, {"agent", selection.agent}}));
  return with_seen(rows);
}

Result<std::vector<QcDecisionRecord>> QcDecisionTable::on(const std::vector<Date>& days) {
  if (days.empty()) return std::vector<QcDecisionRecord>{};
  Parameters parameters;
  const auto list = value_list("day", days, parameters);
  KRES_ASSIGN(
      const auto rows,
      session_.query(fmt::format("{}where day in ({}) order by id", kSelect, list), parameters));
  return with_seen(rows);
}

Result<std::vector<QcDecisionRecord>> QcDecisionTable::with_seen(const std::vector<Row>& rows) {
  auto decisions = every<QcDecisionRecord>(rows, decision_of);
  if (decisions.empty()) return decisions;
  std::map<QcDecisionId, QcDecisionRecord*> by_id;
  for (auto& decision : decisions) by_id[decision.id] = &decision;
  KRES_ASSIGN(const auto seen,
              session_.query(
                  "select decision, result from qc_decision_result where decision >= "
                  ":first and decision <= :last order by result",
                  {{"first", by_id.begin()->first.value}, {"last", by_id.rbegin()->first.value}}));
  for (const auto& row : seen)
    if (const auto found = by_id.find({row.integer(0)}); found != by_id.end())
      found->second->seen.push_back({row.integer(1)});
  return decisions;
}

}  // namespace kres::storage
