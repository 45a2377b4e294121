#include "storage/tables/sender_query_table.h"

#include <fmt/format.h>

#include "storage/tables/columns.h"
#include "storage/tables/scope_condition.h"
#include "storage/tables/value_list.h"

namespace kres::storage {

using laboratory::QueryState;
using laboratory::SenderQuery;
using laboratory::SenderQueryId;

namespace {

constexpr std::string_view kSelect =
    "select id, isolate, (select accession from isolate where isolate.id = sender_query.isolate), "
    "laboratory, (select sender_id from isolate where isolate.id = sender_query.isolate), "
    "criterion, field, question_nb, question_en, asked_by, asked, state, closed_by, closed, "
    "closing from sender_query where 1 = 1 ";

SenderQuery query_of(const Row& row) {
  return {.id = {row.integer(0)},
          .isolate = {row.integer(1)},
          .accession = row.text(2),
          .laboratory = row.text(3),
          .sender_id = row.text(4),
          .criterion = row.text(5),
          .field = row.text(6),
          .question_nb = row.text(7),
          .question_en = row.text(8),
          .asked_by = row.text(9),
          .asked = row.instant(10),
          .state = laboratory::query_state_from(row.text(11)).value_or(QueryState::open),
          .closed_by = row.text(12),
          .closed = row.optional_instant(13),
          .closing = row.text(14)};
}

}  // namespace

Result<void> SenderQueryTable::add(std::vector<SenderQuery>& queries) {
  if (queries.empty()) return {};
  std::vector<Parameters> values;
  for (const auto& query : queries)
    values.push_back({{"isolate", query.isolate.value},
                      {"laboratory", query.laboratory},
                      {"criterion", query.criterion},
                      {"field", query.field},
                      {"question_nb", query.question_nb},
                      {"question_en", query.question_en},
                      {"asked_by", query.asked_by},
                      {"asked", query.asked},
                      {"state", laboratory::name_of(QueryState::open)},
                      {"closed_by", ""},
                      {"closing", ""}});
  Parameters parameters;
  const auto list = row_list(std::move(values), parameters);
  KRES_ASSIGN(const auto rows,
              session_.query("insert into sender_query (isolate, laboratory, criterion, field, "
                             "question_nb, question_en, asked_by, asked, state, closed_by, "
                             "closing) values " +
                                 list + " returning isolate, criterion, id",
                             parameters));
  std::map<std::pair<std::int64_t, std::string>, std::int64_t> numbers;  // in any order
  for (const auto& row : rows) numbers[{row.integer(0), row.text(1)}] = row.integer(2);
  for (auto& query : queries) query.id = {numbers.at({query.isolate.value, query.criterion})};
  return {};
}

Result<std::optional<SenderQuery>> SenderQueryTable::find(SenderQueryId id) {
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "and id = :id" + scope.sql,
                                              scope.with({{"id", id.value}})));
  return first<SenderQuery>(rows, query_of);
}

Result<std::map<laboratory::IsolateId, std::int64_t>> SenderQueryTable::open_of_each(
    const std::vector<laboratory::IsolateId>& isolates) {
  std::map<laboratory::IsolateId, std::int64_t> open;
  if (isolates.empty()) return open;
  auto scope = within(scope_);
  const auto list = value_list("isolate", isolates, scope.parameters);
  // Not "where state = 'open'": SQLite would look at all open ones, which grow with the registry.
  KRES_ASSIGN(
      const auto rows,
      session_.query(fmt::format("select isolate, sum(case when state = 'open' then 1 else 0 "
                                 "end) as open from sender_query where isolate in ({}){} "
                                 "group by isolate",
                                 list, scope.sql),
                     scope.parameters));
  for (const auto& row : rows)
    if (const auto count = row.integer(1); count > 0) open[{row.integer(0)}] = count;
  return open;
}

Result<void> SenderQueryTable::close(const SenderQuery& query) {
  KRES_ASSIGN(const auto changed,
              session_.execute("update sender_query set state = :state, closed_by = :closed_by, "
                               "closed = :closed, closing = :closing where id = :id and state = "
                               "'open'",
                               {{"state", laboratory::name_of(query.state)},
                                {"closed_by", query.closed_by},
                                {"closed", query.closed},
                                {"closing", query.closing},
                                {"id", query.id.value}}));
  if (changed == 1) return {};
  return fail({.code = ErrorCode::conflict,
               .message = "The question was answered or withdrawn by someone else",
               .file = {},
               .remedy = "look at it again"});
}

Result<std::vector<SenderQuery>> SenderQueryTable::of(laboratory::IsolateId isolate) {
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "and isolate = :isolate" +
                                                  scope.sql + " order by id",
                                              scope.with({{"isolate", isolate.value}})));
  return every<SenderQuery>(rows, query_of);
}

Result<std::vector<SenderQuery>> SenderQueryTable::list(std::optional<QueryState> state,
                                                        int limit) {
  auto condition = within(scope_);
  condition.parameters.push_back({"limit", limit});
  if (state) {
    condition.sql += " and state = :state";
    condition.parameters.push_back({"state", laboratory::name_of(*state)});
  }
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + condition.sql +
                                                  " order by id desc limit :limit",
                                              condition.parameters));
  return every<SenderQuery>(rows, query_of);
}

}  // namespace kres::storage
