#include "server/api/isolate_detail.h"

#include <nlohmann/json.hpp>

#include "mechanism/explanation_json.h"
#include "server/api/answer_json.h"
#include "server/api/earlier_json.h"
#include "server/api/isolate_summary.h"
#include "server/api/job_json.h"
#include "server/api/measurement_json.h"
#include "server/api/query_json.h"
#include "server/api/test_json.h"
#include "workflow/isolate_status.h"

namespace kres::api {

using Json = nlohmann::ordered_json;

namespace {

// `received`: a tube that is scanned later than it was announced changes the isolate's day alone.
Json referral_value(const laboratory::Referral& referral, Date received) {
  const auto& clinical = referral.clinical;
  const auto& patient = referral.patient;
  return {{"id", referral.id.value},
          {"sender_id", referral.sender_id},
          {"organism", referral.organism},
          {"reason", referral.reason},
          {"question", referral.question},
          {"sampled", referral.sampled ? Json(referral.sampled->iso()) : Json(nullptr)},
          {"received", received.iso()},
          {"clinical",
           {{"infection_or_carriage", clinical.infection_or_carriage},
            {"material", clinical.material},
            {"travel", clinical.travel},
            {"hospital_abroad", clinical.hospital_abroad},
            {"known_contact", clinical.known_contact},
            {"ward", clinical.ward}}},
          {"patient",
           {{"pseudonym", patient.pseudonym},
            {"age", patient.age ? Json(*patient.age) : Json(nullptr)},
            {"sex", patient.sex},
            {"municipality", patient.municipality}}}};
}

Json files_value(const IsolateRecords& records) {
  Json items = Json::array();
  for (const auto& file : records.files)
    items.push_back({{"name", file.blob.original_name},
                     {"sha256", file.blob.sha256},
                     {"size", file.blob.size},
                     {"media_type", file.blob.media_type},
                     {"role", name_of(file.place.role)},
                     {"lane", file.place.lane},
                     {"delivery", file.delivery}});
  return items;
}

Json analyses_value(const IsolateRecords& records) {
  Json items = Json::array();
  for (const auto& analysis : records.analyses)
    items.push_back(
        {{"id", analysis.id.value},
         {"created", iso_utc(analysis.created)},
         {"software", analysis.software},
         {"reference", {{"name", analysis.reference_name}, {"digest", analysis.reference_digest}}},
         {"status", analysis.verdict},
         {"current", analysis.id == records.isolate.current_analysis}});
  return items;
}

Result<Json> analysis_value(const IsolateRecords& records) {
  if (!records.analysis) return Json(nullptr);
  auto json = Json::parse(records.analysis->result, nullptr, false);
  if (json.is_discarded())
    return fail({ErrorCode::corrupt, "a stored analysis is not JSON", {}, 0, {}});
  return json;
}

Result<Json> explanation_value(const IsolateRecords& records, Language language) {
  if (!records.explanation) return Json(nullptr);
  const auto explanation =
      mechanism::explanation_from_json(records.explanation->document, "stored explanation");
  if (!explanation) return fail({ErrorCode::corrupt, explanation.error().message, {}, 0, {}});
  return Json::parse(mechanism::to_json(*explanation, language), nullptr, false);
}

Json permission(const Result<void>& verdict) {
  return {{"allowed", verdict.has_value()}, {"why", verdict ? "" : verdict.error().message}};
}

Json permissions_value(const laboratory::AnswerSituation& situation,
                       const laboratory::Person& person) {
  return {{"draft", permission(may_draft(situation, person))},
          {"validate", permission(may_validate(situation, person))},
          {"approve", permission(may_approve(situation, person))},
          {"amend", permission(may_amend(situation, person))},
          {"change_kind", permission(may_change_kind(situation, person))}};
}

Json history_value(const IsolateRecords& records) {
  Json items = Json::array();
  for (const auto& event : records.history)
    items.push_back({{"time", iso_utc(event.entry.time)},
                     {"person", event.entry.person},
                     {"event", event.entry.event},
                     {"detail", event.entry.detail}});
  return items;
}

Json clock_value(const laboratory::Turnaround& clock) {
  Json segments = Json::array();
  for (const auto& segment : clock.segments)
    segments.push_back({{"name", segment.name},
                        {"start", segment.start.iso()},
                        {"end", segment.end ? Json(segment.end->iso()) : Json(nullptr)},
                        {"days", segment.days}});
  return {{"received", clock.received.iso()}, {"due", clock.due.iso()},
          {"segments", std::move(segments)},  {"days_used", clock.days_used},
          {"days_left", clock.days_left},     {"working_days_used", clock.working_days_used},
          {"overdue", clock.overdue}};
}

Json openings_value(const IsolateRecords& records) {
  Json items = Json::array();
  for (const auto& opening : records.openings)
    items.push_back({{"answer", opening.answer.value},
                     {"person", opening.person},
                     {"form", opening.form},
                     {"time", iso_utc(opening.time)}});
  return items;
}

Json answers_value(const IsolateRecords& records) {
  Json items = Json::array();
  for (const auto& answer : records.answers) items.push_back(answer_value(answer));
  return items;
}

}  // namespace

Result<Json> isolate_detail(const Services& services, laboratory::UnitOfWork& work,
                            const laboratory::Isolate& isolate, Language language,
                            const Caller& caller) {
  const auto today = services.clock().today();
  const auto& rules = services.standards.in_force().control;
  KRES_ASSIGN(const auto records, load_records(work, isolate, rules));
  KRES_ASSIGN(const auto laboratories, load_laboratories(work));
  KRES_ASSIGN(auto standings, workflow::standings_of(work, {isolate}, rules));
  auto detail = isolate_summary(isolate, standings[isolate.id], laboratories, today);
  detail["referral"] = referral_value(records.referral, isolate.received);
  KRES_ASSIGN(detail["measurements"], measurements_value(records, services.agents, language));
  detail["tests"] = test_results_value(records.tests, services.tests, language);
  detail["files"] = files_value(records);
  detail["analyses"] = analyses_value(records);
  KRES_ASSIGN(detail["analysis"], analysis_value(records));
  KRES_ASSIGN(detail["explanation"], explanation_value(records, language));
  detail["queries"] = queries_value(records.queries);
  detail["earlier"] = earlier_value(records.earlier);
  detail["answers"] = answers_value(records);
  detail["openings"] = openings_value(records);
  KRES_ASSIGN(const auto situation, workflow::answer_situation(work, isolate, rules));
  detail["permissions"] = permissions_value(situation, caller.person);
  detail["history"] = history_value(records);
  detail["job"] = records.job ? job_value(*records.job) : Json(nullptr);
  KRES_ASSIGN(const auto clock, workflow::turnaround_of(work, isolate, services.clock()));
  detail["clock"] = clock_value(clock);
  return detail;
}

}  // namespace kres::api
