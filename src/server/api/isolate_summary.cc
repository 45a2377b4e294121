#include "server/api/isolate_summary.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "laboratory/isolate_state.h"
#include "laboratory/turnaround.h"
#include "workflow/answer_situation.h"

namespace kres::api {

using laboratory::Isolate;
using Json = nlohmann::ordered_json;

namespace {

Result<std::string> next_step_of(laboratory::UnitOfWork& work, const Isolate& isolate) {
  bool has_genome = true;
  if (isolate.state == laboratory::IsolateState::received) {
    KRES_ASSIGN(const auto files, work.isolates().files(isolate.id));
    has_genome = !files.empty();
  }
  KRES_ASSIGN(const auto situation, workflow::answer_situation(work, isolate));
  return std::string(name_of(laboratory::next_step(isolate.state, has_genome, situation.basis)));
}

}  // namespace

Result<LaboratoriesByCode> load_laboratories(laboratory::UnitOfWork& work) {
  KRES_ASSIGN(auto all, work.laboratories().all());
  LaboratoriesByCode by_code;
  for (auto& laboratory : all) by_code.emplace(laboratory.code, std::move(laboratory));
  return by_code;
}

Result<Json> isolate_summary(laboratory::UnitOfWork& work, const Isolate& isolate,
                             const LaboratoriesByCode& laboratories, Date today) {
  KRES_ASSIGN(const auto next_step, next_step_of(work, isolate));
  const auto clock = laboratory::turnaround(
      {.received = isolate.received, .analysed = {}, .validated = {}, .signed_ = isolate.answered},
      today);
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
              {"received", isolate.received.iso()},
              {"due", isolate.due.iso()},
              {"days_used", clock.days_used},
              {"days_left", clock.days_left},
              {"overdue", clock.overdue},
              {"next_step", next_step},
              {"constructed", isolate.constructed}};
}

std::string etag_of(const Isolate& isolate) {
  return fmt::format("\"{}.{}\"", isolate.accession, isolate.revision);
}

}  // namespace kres::api
