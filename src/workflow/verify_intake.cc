#include "workflow/verify_intake.h"

#include <algorithm>

#include <fmt/format.h>

#include "laboratory/record_digest.h"
#include "workflow/broken_registry.h"
#include "workflow/event_words.h"

namespace kres::workflow {

using laboratory::AuditEntry;
using laboratory::QueryState;
using laboratory::RecordKind;
using laboratory::Scan;
using laboratory::ScanOutcome;
using laboratory::Shipment;
using laboratory::UnitOfWork;

namespace {

// "answer 12, EUCAST v17.0, keep" parted at the first and the last comma.
struct AboutAnswer {
  std::int64_t answer = 0;
  std::string_view middle, last;
};
AboutAnswer about_answer(std::string_view detail) {
  const auto first = detail.find(", "), last = detail.rfind(", ");
  AboutAnswer about{.answer = number_in(detail.substr(0, first)), .middle = {}, .last = {}};
  if (first == std::string_view::npos) return about;
  about.last = detail.substr(last + 2);
  if (last > first) about.middle = detail.substr(first + 2, last - first - 2);
  return about;
}

bool is_by(const AuditEntry& entry, const std::string& person, Instant time) {
  return entry.person == person && entry.time == time;
}

Result<void> require_as_many(UnitOfWork& work, RecordKind kind, std::string_view name,
                             std::size_t told) {
  KRES_ASSIGN(const auto stored, work.census().numbers(kind));
  if (stored.size() == told) return {};
  return broken(
      fmt::format("{} {} are kept, but the trail speaks of {}", stored.size(), name, told));
}

std::string_view state_after(const AuditEntry& entry) {
  if (entry.event == "query.answered") return name_of(QueryState::answered);
  return entry.event == "query.withdrawn" ? name_of(QueryState::withdrawn)
                                          : name_of(QueryState::open);
}

bool is_told_by(const Shipment& box, const std::vector<AuditEntry>& story) {
  if (story.empty() || !is_by(story.front(), box.dispatched_by, box.dispatched)) return false;
  if (box.open()) return story.size() == 1;
  return story.size() == 2 && is_by(story.back(), box.closed_by, *box.closed);
}

std::string_view event_of(ScanOutcome outcome) {
  if (outcome == ScanOutcome::received) return "sample.received";
  return outcome == ScanOutcome::unexpected ? "sample.unexpected" : "sample.unknown";
}

// Whether the scan is the one its events tell; `subject` is the isolate's, if it has one.
bool is_told_by(const Scan& scan, const std::string& subject,
                const std::vector<AuditEntry>& story) {
  const auto& made = story.front();
  if (made.event != event_of(scan.outcome) || !is_by(made, scan.person, scan.time)) return false;
  if (scan.isolate && made.subject != subject) return false;
  const bool undoing_told =
      story.size() > 1 && scan.undone && is_by(story.back(), scan.undone_by, *scan.undone);
  // What was unknown changed nothing, and undoing it neither.
  return undoing_told || (story.size() == 1 && (!scan.undone || !scan.isolate));
}

}  // namespace

void IntakeClaims::note(const laboratory::AuditEvent& event) {
  const auto& entry = event.entry;
  const auto& name = entry.event;
  if (name.starts_with("query.")) queries_[number_in(entry.detail)].push_back(entry);
  if (name.starts_with("shipment.")) boxes_[number_in(entry.subject)].push_back(entry);
  if (name == "sample.dispatched") packed_[number_in(entry.detail)].insert(entry.subject);
  if (name == "sample.received" || name == "sample.unexpected" || name == "sample.scan_undone")
    scans_[number_in(entry.detail)].push_back(entry);
  if (name == "sample.unknown") scans_[number_in(entry.subject)].push_back(entry);
  if (name == "answer.opened") openings_[about_answer(entry.detail).answer].push_back(entry);
  if (name == "answer.change_decided") decisions_.push_back(entry);
  if (name == "patients.linked") links_.push_back(entry);
  if (name == "identity.entered") {
    patients_[entry.subject] = number_in(entry.detail);
    ties_.push_back(entry);
  }
}

Result<void> IntakeClaims::check(UnitOfWork& work) const {
  KRES_TRY(check_queries(work));
  KRES_TRY(check_links(work));
  KRES_TRY(check_openings(work));
  KRES_TRY(check_decisions(work));
  KRES_TRY(check_boxes(work));
  return check_scans(work);
}

Result<void> IntakeClaims::check_patient(UnitOfWork& work,
                                         const laboratory::Isolate& isolate) const {
  const auto found = patients_.find(isolate.accession);
  KRES_ASSIGN(const auto patient, work.patients().of_isolate(isolate.id));
  const auto told = found == patients_.end() ? 0 : found->second;
  if ((patient ? patient->id.value : 0) == told) return {};
  return broken(
      fmt::format("{} is not tied to the patient that the trail names", isolate.accession));
}

Result<void> IntakeClaims::check_queries(UnitOfWork& work) const {
  KRES_TRY(
      require_as_many(work, RecordKind::sender_query, "questions to senders", queries_.size()));
  for (const auto& [number, story] : queries_) {
    KRES_ASSIGN(const auto query, work.sender_queries().find(laboratory::SenderQueryId{number}));
    if (query && name_of(query->state) == state_after(story.back()) &&
        digest_of(*query) == story.back().after_digest)
      continue;
    return broken(fmt::format("query {} of {} is not as {} left it", number, story.back().subject,
                              story.back().event));
  }
  return {};
}

Result<void> IntakeClaims::check_links(UnitOfWork& work) const {
  KRES_TRY(require_as_many(work, RecordKind::isolate_patient, "ties of isolates to patients",
                           ties_.size()));
  KRES_TRY(require_as_many(work, RecordKind::patient_link, "links of patients", links_.size()));
  for (const auto& entry : links_) {
    const laboratory::PatientId first{number_in(entry.subject)}, second{number_in(entry.detail)};
    KRES_ASSIGN(const auto links, work.patients().links_of(first));
    const bool told = std::any_of(links.begin(), links.end(), [&](const auto& link) {
      return link.first == first && link.second == second &&
             is_by(entry, link.linked_by, link.linked);
    });
    if (!told)
      return broken(
          fmt::format("{} and {} are not linked as the trail says", entry.subject, entry.detail));
  }
  return {};
}

Result<void> IntakeClaims::check_openings(UnitOfWork& work) const {
  std::size_t told = 0;
  for (const auto& [answer, story] : openings_) {
    told += story.size();
    KRES_ASSIGN(const auto openings, work.deliveries().openings_of(laboratory::AnswerId{answer}));
    const bool same =
        std::equal(openings.begin(), openings.end(), story.begin(), story.end(),
                   [](const laboratory::AnswerOpening& opening, const AuditEntry& entry) {
                     return is_by(entry, opening.person, opening.time) &&
                            about_answer(entry.detail).last == opening.form;
                   });
    if (!same)
      return broken(fmt::format("openings of answer {} are not those of the trail", answer));
  }
  return require_as_many(work, RecordKind::answer_opening, "openings of answers", told);
}

Result<void> IntakeClaims::check_decisions(UnitOfWork& work) const {
  KRES_TRY(require_as_many(work, RecordKind::change_decision, "decisions about answers",
                           decisions_.size()));
  for (const auto& entry : decisions_) {
    const auto about = about_answer(entry.detail);
    KRES_ASSIGN(const auto decision,
                work.deliveries().decision_of(laboratory::AnswerId{about.answer},
                                              std::string(about.middle)));
    if (!decision || name_of(decision->choice) != about.last ||
        !is_by(entry, decision->person, decision->time))
      return broken(fmt::format("the decision about {} of {} is not the one of the trail",
                                entry.detail, entry.subject));
  }
  return {};
}

Result<void> IntakeClaims::check_boxes(UnitOfWork& work) const {
  KRES_TRY(require_as_many(work, RecordKind::shipment, "boxes", boxes_.size()));
  for (const auto& [number, story] : boxes_) {
    KRES_ASSIGN(const auto box, work.shipments().find(laboratory::ShipmentId{number}));
    if (!box || !is_told_by(*box, story))
      return broken(fmt::format("shipment {} is not as {} left it", number, story.back().event));
    std::set<std::string> tubes;
    for (const auto id : box->tubes) {
      KRES_ASSIGN(const auto isolate, work.isolates().find(id));
      if (isolate) tubes.insert(isolate->accession);
    }
    const auto packed = packed_.find(number);
    if (packed == packed_.end() ? !tubes.empty() : tubes != packed->second)
      return broken(fmt::format("the tubes of shipment {} are not those that were packed", number));
  }
  return {};
}

Result<void> IntakeClaims::check_scans(UnitOfWork& work) const {
  KRES_ASSIGN(const auto stored, work.census().numbers(RecordKind::scan));
  for (const auto& [number, story] : scans_)
    if (!std::binary_search(stored.begin(), stored.end(), number))
      return broken(fmt::format("scan {} of the trail is missing", number));
  for (const auto number : stored) {
    KRES_ASSIGN(const auto scan, work.shipments().find(laboratory::ScanId{number}));
    if (!scan || scan->outcome == ScanOutcome::already) continue;
    const auto story = scans_.find(number);
    KRES_ASSIGN(const auto isolate, work.isolates().find(scan->isolate));
    if (story == scans_.end() ||
        !is_told_by(*scan, isolate ? isolate->accession : "", story->second))
      return broken(fmt::format("scan {} is not the one that the trail tells", number));
  }
  return {};
}

}  // namespace kres::workflow
