// How the isolates of a page stand, in one statement however many they are.
#include <fmt/format.h>

#include "storage/tables/columns.h"
#include "storage/tables/isolate_table.h"
#include "storage/tables/scope_condition.h"

namespace kres::storage {

using laboratory::Isolate;
using laboratory::Standing;
using laboratory::Standings;

namespace {

// {} takes what is known of answers outside the laboratory: the signed ones.
constexpr std::string_view kStanding =
    "select isolate.id, newest.id, newest.revision, newest.explanation, "
    "case when exists (select 1 from isolate_file where isolate_file.isolate = isolate.id) then 1 "
    "else 0 end, "
    "case when exists (select 1 from measurement where measurement.isolate = isolate.id) then 1 "
    "else 0 end, "
    "coalesce((select state from job where job.isolate = isolate.id order by job.id desc limit 1), "
    "''), "
    "case when exists (select 1 from measurement where measurement.isolate = isolate.id and not "
    "exists (select 1 from measurement as later where later.predecessor = measurement.id) and not "
    "exists (select 1 from interpretation join explanation_interpretation as tie on "
    "tie.interpretation = interpretation.id where interpretation.measurement = measurement.id and "
    "tie.explanation = isolate.current_explanation)) then 0 else 1 end, "
    "case when exists (select 1 from test_result where test_result.isolate = isolate.id and not "
    "exists (select 1 from test_result as later where later.predecessor = test_result.id) and not "
    "exists (select 1 from explanation_test_result as tie where tie.test_result = test_result.id "
    "and tie.explanation = isolate.current_explanation)) or exists (select 1 from "
    "explanation_test_result as tie join test_result as later on later.predecessor = "
    "tie.test_result where tie.explanation = isolate.current_explanation) then 0 else 1 end, "
    "(select count(*) from sender_query where sender_query.isolate = isolate.id and "
    "sender_query.state = 'open'), "
    "case when exists (select 1 from audit_event where event = 'isolate.cultured' and subject = "
    "isolate.accession) then 1 else 0 end "
    "from isolate left join answer as newest on newest.isolate = isolate.id and newest.version = "
    "(select max(answer.version) from answer where answer.isolate = isolate.id{}) "
    "where isolate.id in ({}){}";

Standing standing_of(const Row& row) {
  Standing standing{.answer = {},
                    .has_culture = row.flag(10),
                    .has_genome = row.flag(4),
                    .has_measurements = row.flag(5),
                    .analysing = row.text(6) == "queued" || row.text(6) == "running",
                    .all_explained = row.flag(7) && row.flag(8),
                    .open_queries = row.integer(9)};
  if (!row.is_null(1))
    standing.answer = {
        .id = {row.integer(1)}, .revision = row.integer(2), .explanation = {row.integer(3)}};
  return standing;
}

}  // namespace

Result<Standings> IsolateTable::standings(const std::vector<Isolate>& isolates) {
  Standings standings;
  if (isolates.empty()) return standings;
  auto scope = within(scope_, "isolate.laboratory");
  std::string names;
  for (const auto& isolate : isolates) {
    const auto name = fmt::format("isolate_{}", scope.parameters.size());
    names += (names.empty() ? ":" : ", :") + name;
    scope.parameters.push_back({name, isolate.id.value});
  }
  const auto* seen = scope_.whole() ? "" : " and answer.state = 'signed'";
  KRES_ASSIGN(const auto rows,
              session_.query(fmt::format(fmt::runtime(kStanding), seen, names, scope.sql),
                             scope.parameters));
  for (const auto& row : rows)
    standings.emplace(laboratory::IsolateId{row.integer(0)}, standing_of(row));
  return standings;
}

}  // namespace kres::storage
