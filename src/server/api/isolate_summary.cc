#include "server/api/isolate_summary.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "laboratory/turnaround.h"

namespace kres::api {

using laboratory::Isolate;
using Json = nlohmann::ordered_json;

namespace {

// What a step with the newest answer needs to name it.
Json newest_value(const laboratory::Standing& standing) {
  if (!standing.answer) return nullptr;
  return {{"id", standing.answer->id.value}, {"revision", standing.answer->revision}};
}

}  // namespace

Result<LaboratoriesByCode> load_laboratories(laboratory::UnitOfWork& work) {
  KRES_ASSIGN(auto all, work.laboratories().all());
  LaboratoriesByCode by_code;
  for (auto& laboratory : all) by_code.emplace(laboratory.code, std::move(laboratory));
  return by_code;
}

Json isolate_summary(const Isolate& isolate, const laboratory::Standing& standing,
                     const LaboratoriesByCode& laboratories, Date today) {
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
              {"cultured", standing.has_culture},
              {"received", isolate.received.iso()},
              {"due", isolate.due.iso()},
              {"days_used", clock.days_used},
              {"days_left", clock.days_left},
              {"overdue", clock.overdue && !expected},
              {"next_step", name_of(next_step(isolate, standing))},
              {"answer", newest_value(standing)},
              {"open_queries", standing.open_queries},
              {"constructed", isolate.constructed}};
}

std::string etag_of(const Isolate& isolate) {
  return fmt::format("\"{}.{}\"", isolate.accession, isolate.revision);
}

}  // namespace kres::api
