#include "storage/tables/isolate_table.h"

#include <fmt/format.h>

#include "base/text.h"
#include "laboratory/accession.h"
#include "storage/tables/accession_counter.h"
#include "storage/tables/columns.h"
#include "storage/tables/isolate_index.h"
#include "storage/tables/isolate_row.h"
#include "storage/tables/list_key.h"
#include "storage/tables/scope_condition.h"

namespace kres::storage {

using laboratory::Isolate;
using laboratory::IsolateId;

namespace {

std::optional<int> days_to_answer(const Isolate& isolate) {
  if (!isolate.answered) return std::nullopt;
  return days_between(isolate.received, *isolate.answered);
}

// What add() and update() write.
Parameters changing_parameters(const Isolate& isolate) {
  return {{"received", isolate.received},
          {"due", isolate.due},
          {"sample", laboratory::name_of(isolate.sample)},
          {"answered", isolate.answered},
          {"days_to_answer", days_to_answer(isolate)},
          {"state", laboratory::name_of(isolate.state)},
          {"constructed", isolate.constructed},
          {"species", isolate.summary.species},
          {"st", isolate.summary.st},
          {"key_findings", joined(isolate.summary.key_findings)},
          {"case_definitions", joined(isolate.summary.case_definitions)},
          reference("current_analysis", isolate.current_analysis),
          reference("current_explanation", isolate.current_explanation),
          {"revision", isolate.revision},
          {"list_key", list_key(isolate)}};
}

}  // namespace

Result<Isolate> IsolateTable::add(Isolate isolate) {
  if (!scope_.includes(isolate.laboratory))
    return fail({.code = ErrorCode::not_found,
                 .message = "there is no such laboratory to refer isolates for",
                 .file = {},
                 .remedy = {}});
  KRES_ASSIGN(const auto number,
              next_accession_number(session_, isolate.received.year, isolate.suspected_group));
  isolate.accession =
      laboratory::make_accession(isolate.received.year, isolate.suspected_group, number);
  isolate.revision = 1;
  auto parameters = changing_parameters(isolate);
  for (auto& parameter :
       Parameters{{"accession", isolate.accession},
                  {"referral", isolate.referral.value},
                  {"laboratory", isolate.laboratory},
                  {"sender_id", isolate.sender_id},
                  {"suspected_group", laboratory::name_of(isolate.suspected_group)}})
    parameters.push_back(parameter);
  KRES_ASSIGN(
      const auto rows,
      session_.query(
          "insert into isolate (accession, referral, laboratory, sender_id, suspected_group, "
          "received, due, sample, answered, days_to_answer, state, constructed, species, st, "
          "key_findings, "
          "case_definitions, current_analysis, current_explanation, revision, list_key) values "
          "(:accession, :referral, :laboratory, :sender_id, :suspected_group, :received, :due, "
          ":sample, :answered, :days_to_answer, :state, :constructed, :species, :st, "
          ":key_findings, "
          ":case_definitions, "
          ":current_analysis, :current_explanation, :revision, :list_key) returning id",
          parameters));
  isolate.id = {rows.front().integer(0)};
  KRES_TRY(index_.add(isolate));
  return isolate;
}

Result<Isolate> IsolateTable::update(Isolate isolate) {
  const auto expected = isolate.revision++;
  auto parameters = changing_parameters(isolate);
  parameters.push_back({"id", isolate.id.value});
  parameters.push_back({"expected", expected});
  KRES_ASSIGN(
      const auto changed,
      session_.execute(
          "update isolate set received = :received, due = :due, sample = :sample, answered = "
          ":answered, days_to_answer = :days_to_answer, state = :state, constructed = "
          ":constructed, "
          "species = :species, st = :st, key_findings = :key_findings, case_definitions = "
          ":case_definitions, current_analysis = :current_analysis, current_explanation = "
          ":current_explanation, revision = :revision, list_key = :list_key where id = :id and "
          "revision = :expected",
          parameters));
  if (changed != 1)
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("{} was changed by someone else", isolate.accession),
                 .file = {},
                 .remedy = "look at it again"});
  KRES_TRY(index_.update(isolate));
  return isolate;
}

Result<std::optional<Isolate>> IsolateTable::find_where(const std::string& condition,
                                                        Parameters parameters) {
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelectIsolate) + condition + scope.sql,
                                              scope.with(std::move(parameters))));
  return first<Isolate>(rows, isolate_of);
}

Result<std::optional<Isolate>> IsolateTable::find(IsolateId id) {
  return find_where("where id = :id", {{"id", id.value}});
}

Result<std::optional<Isolate>> IsolateTable::find(const std::string& accession) {
  return find_where("where accession = :accession", {{"accession", accession}});
}

Result<std::optional<Isolate>> IsolateTable::of_referral(laboratory::ReferralId referral) {
  return find_where("where referral = :referral", {{"referral", referral.value}});
}

Result<std::vector<Isolate>> IsolateTable::of_patient(const std::string& laboratory,
                                                      const std::string& pseudonym) {
  if (pseudonym.empty()) return std::vector<Isolate>{};
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelectIsolate) +
                                 "where referral in (select id from referral where laboratory = "
                                 ":laboratory and pseudonym = :pseudonym)" +
                                 scope.sql + " order by received, id",
                             scope.with({{"laboratory", laboratory}, {"pseudonym", pseudonym}})));
  return every<Isolate>(rows, isolate_of);
}

Result<std::vector<Isolate>> IsolateTable::measured_on(Date day, const std::string& agent,
                                                       const std::string& method) {
  const auto scope = within(scope_);
  KRES_ASSIGN(
      const auto rows,
      session_.query(std::string(kSelectIsolate) +
                         "where id in (select isolate from measurement where measured = :day and "
                         "agent = :agent and method = :method and not exists (select 1 from "
                         "measurement as later where later.predecessor = measurement.id))" +
                         scope.sql + " order by id",
                     scope.with({{"day", day}, {"agent", agent}, {"method", method}})));
  return every<Isolate>(rows, isolate_of);
}

}  // namespace kres::storage
