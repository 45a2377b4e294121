#include "storage/tables/isolate_index.h"

#include <fmt/format.h>

#include "base/text.h"
#include "storage/tables/columns.h"
#include "storage/tables/list_key.h"
#include "storage/tables/scope_condition.h"

namespace kres::storage {

using laboratory::Isolate;
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
constexpr std::string_view kNextRevision =
    "(select coalesce(max(revision), 0) + 1 from isolate_search)";

Parameters parameters_of(const Isolate& isolate) {
  return {{"list_key", list_key(isolate)},
          {"isolate", isolate.id.value},
          {"state", laboratory::name_of(isolate.state)},
          {"words", words_of(isolate)}};
}

}  // namespace

Result<void> IsolateIndex::add(const Isolate& isolate) {
  auto parameters = parameters_of(isolate);
  parameters.push_back({"laboratory", isolate.laboratory});
  KRES_TRY(session_.execute(
      fmt::format("insert into isolate_search (list_key, isolate, laboratory, state, words, "
                  "revision) values (:list_key, :isolate, :laboratory, :state, :words, {})",
                  kNextRevision),
      parameters));
  return count_one_more(isolate);
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
                  "words = :words, revision = {} where isolate = :isolate",
                  kNextRevision),
      parameters_of(isolate)));
  return left > 0 ? count_one_more(isolate) : Result<void>{};
}

Result<void> IsolateIndex::count_one_more(const Isolate& isolate) {
  KRES_TRY(session_.execute(
      "insert into isolate_tally (laboratory, state, isolates) select laboratory, state, 1 from "
      "isolate_search where isolate = :isolate on conflict (laboratory, state) do update set "
      "isolates = isolate_tally.isolates + 1",
      {{"isolate", isolate.id.value}}));
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
