#include "server/api/isolate_summary.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "laboratory/isolate_state.h"
#include "laboratory/turnaround.h"
#include "workflow/answer_situation.h"

namespace kres::api {

using laboratory::Isolate;
using Json = nlohmann::ordered_json;

namespace {

Result<std::string> next_step_of(laboratory::UnitOfWork& work, const Isolate& isolate,
                                 const laboratory::AnswerSituation& situation) {
  laboratory::StepFacts facts{.state = isolate.state, .sample = isolate.sample};
  if (isolate.state == laboratory::IsolateState::received) {
    KRES_ASSIGN(const auto files, work.isolates().files(isolate.id));
    KRES_ASSIGN(const auto measurements, work.measurements().current_of(isolate.id));
    facts.has_genome = !files.empty();
    facts.has_measurements = !measurements.empty();
  }
  facts.basis = situation.basis;
  return std::string(name_of(laboratory::next_step(facts)));
}

// What a step with the newest answer needs to name it.
Json newest_value(const laboratory::AnswerSituation& situation) {
  if (!situation.newest) return nullptr;
  return {{"id", situation.newest->id.value}, {"revision", situation.newest->revision}};
}

bool is_open(const laboratory::SenderQuery& query) {
  return query.state == laboratory::QueryState::open;
}

}  // namespace

Result<LaboratoriesByCode> load_laboratories(laboratory::UnitOfWork& work) {
  KRES_ASSIGN(auto all, work.laboratories().all());
  LaboratoriesByCode by_code;
  for (auto& laboratory : all) by_code.emplace(laboratory.code, std::move(laboratory));
  return by_code;
}

Result<Json> isolate_summary(laboratory::UnitOfWork& work, const Isolate& isolate,
                             const LaboratoriesByCode& laboratories,
                             const susceptibility::QcRules& rules, Date today) {
  KRES_ASSIGN(const auto situation, workflow::answer_situation(work, isolate, rules));
  KRES_ASSIGN(const auto next_step, next_step_of(work, isolate, situation));
  KRES_ASSIGN(const auto queries, work.sender_queries().of(isolate.id));
  const auto clock = laboratory::turnaround(
      {.received = isolate.received, .analysed = {}, .validated = {}, .signed_ = isolate.answered},
      today);
  const bool expected = isolate.state == laboratory::IsolateState::expected;
  const auto known = laboratories.find(isolate.laboratory);
  const auto& name = known == laboratories.end() ? isolate.laboratory : known->second.name;
  return Json{{"accession", isolate.accession},
              {"sender_id", isolate.sender_id},
              {"laboratory", {{"code", isolate.laboratory}, {"name", name}}},
              {"suspected_group", name_of(isolate.suspected_group)},
              {"species", isolate.summary.species},
              {"st", isolate.summary.st},
              {"key_findings", isolate.summary.key_findings},
              {"case_definitions", isolate.summary.case_definitions},
              {"state", name_of(isolate.state)},
              {"sample", name_of(isolate.sample)},
              {"received", isolate.received.iso()},
              {"due", isolate.due.iso()},
              {"days_used", clock.days_used},
              {"days_left", clock.days_left},
              {"overdue", clock.overdue && !expected},
              {"next_step", next_step},
              {"answer", newest_value(situation)},
              {"open_queries", std::count_if(queries.begin(), queries.end(), is_open)},
              {"constructed", isolate.constructed}};
}

std::string etag_of(const Isolate& isolate) {
  return fmt::format("\"{}.{}\"", isolate.accession, isolate.revision);
}

}  // namespace kres::api
