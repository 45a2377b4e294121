#include "storage/tables/isolate_index.h"

#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "storage/tables/columns.h"
#include "storage/tables/list_key.h"
#include "storage/tables/scope_condition.h"
#include "storage/tables/value_list.h"

namespace kres::storage {

using laboratory::Isolate;
using laboratory::IsolateId;
using laboratory::IsolateState;

namespace {

// One a line, so that no search finds the end of one word with the beginning of the next.
std::string words_of(const Isolate& isolate) {
  const auto& summary = isolate.summary;
  return fold_case(fmt::format("{}\n{}\n{}\n{}\n{}\n{}", isolate.accession, isolate.sender_id,
                               summary.species, summary.st, joined(summary.key_findings),
                               joined(summary.case_definitions)));
}

// There is one writer at a time, so that changes are numbered in the order of their commits.
constexpr std::string_view kLastRevision =
    "(select coalesce(max(revision), 0) from isolate_search)";

constexpr std::size_t kMostWaiting = 100;  // isolates

Parameters parameters_of(const Isolate& isolate) {
  return {{"list_key", list_key(isolate)},
          {"isolate", isolate.id.value},
          {"state", laboratory::name_of(isolate.state)},
          {"words", words_of(isolate)}};
}

}  // namespace

Result<void> IsolateIndex::add(const Isolate& isolate) {
  auto row = parameters_of(isolate);
  row.push_back({"laboratory", isolate.laboratory});
  rows_.push_back(std::move(row));
  waiting_.push_back(isolate.id);
  return waiting_.size() < kMostWaiting ? Result<void>{} : later_.run();
}

Result<void> IsolateIndex::write_waiting() {
  if (waiting_.empty()) return {};
  KRES_ASSIGN(const auto last, session_.query(fmt::format("select {}", kLastRevision)));
  auto revision = last.front().integer(0);
  for (auto& row : rows_) row.push_back({"revision", ++revision});
  Parameters parameters;
  const auto values = row_list(std::move(rows_), parameters);
  KRES_TRY(
      session_.execute("insert into isolate_search (list_key, isolate, state, words, "
                       "laboratory, revision) values " +
                           values,
                       parameters));
  rows_.clear();
  KRES_TRY(count_more(std::exchange(waiting_, {})));
  return {};
}

Result<void> IsolateIndex::update(const Isolate& isolate) {
  KRES_ASSIGN(const auto left,
              session_.execute(
                  "update isolate_tally set isolates = isolates - 1 where (laboratory, "
                  "state) = (select laboratory, state from isolate_search where "
                  "isolate = :isolate and state <> :state)",
                  {{"isolate", isolate.id.value}, {"state", laboratory::name_of(isolate.state)}}));
  KRES_TRY(session_.execute(
      fmt::format("update isolate_search set list_key = :list_key, state = :state, "
                  "words = :words, revision = {} + 1 where isolate = :isolate",
                  kLastRevision),
      parameters_of(isolate)));
  return left > 0 ? count_more({isolate.id}) : Result<void>{};
}

Result<void> IsolateIndex::count_more(const std::vector<IsolateId>& isolates) {
  Parameters parameters;
  const auto list = value_list("isolate", isolates, parameters);
  KRES_TRY(session_.execute(
      fmt::format("insert into isolate_tally (laboratory, state, isolates) select laboratory, "
                  "state, count(*) from isolate_search where isolate in ({}) group by laboratory, "
                  "state on conflict (laboratory, state) do update set isolates = "
                  "isolate_tally.isolates + excluded.isolates",
                  list),
      parameters));
  return {};
}

Result<std::map<IsolateState, std::int64_t>> IsolateIndex::by_state(
    const laboratory::Scope& scope) {
  const auto narrow = within(scope);
  KRES_ASSIGN(const auto rows,
              session_.query("select state, sum(isolates) from isolate_tally where 1 = 1" +
                                 narrow.sql + " group by state",
                             narrow.parameters));
  std::map<IsolateState, std::int64_t> counts;
  for (const auto& row : rows)
    if (const auto state = laboratory::isolate_state_from(row.text(0)))
      counts[*state] = row.integer(1);
  return counts;
}

}  // namespace kres::storage
