// Receiving tubes by their labels, and taking a scan back.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "workflow/isolate_note.h"
#include "workflow/isolate_status.h"
#include "workflow/shipments.h"

namespace kres::workflow {

using laboratory::Isolate;
using laboratory::Scan;
using laboratory::ScanOutcome;
using laboratory::Shipment;
using laboratory::UnitOfWork;

namespace {

tl::unexpected<Error> refused(ErrorCode code, std::string message) {
  return fail({.code = code, .message = std::move(message), .file = {}, .remedy = {}});
}

Result<std::string> checked_code(const std::string& code) {
  const std::string text(trim(code));
  if (text.empty() || text.size() > laboratory::kLongestCode)
    return bad_input("The scanned code has 1 to 100 characters");
  if (!is_valid_utf8(text)) return bad_input("The scanned code is not UTF-8");
  if (laboratory::contains_national_identity_number(text))
    return bad_input("The scanned code holds a national identity number", {}, 0,
                     "scan the label of the tube");
  return text;
}

// What the sender of the box calls so; nothing if it calls nothing so.
Result<std::optional<Isolate>> isolate_of_sender(UnitOfWork& work, const Shipment& shipment,
                                                 const std::string& code) {
  KRES_ASSIGN(const auto referral, work.referrals().find(shipment.laboratory, code));
  if (!referral) return std::optional<Isolate>();
  return work.isolates().of_referral(referral->id);
}

// In a box its own tubes come first: a sender may call a tube as another isolate's accession.
// Nothing if no isolate has the code.
Result<std::optional<Isolate>> isolate_with(UnitOfWork& work, const Shipment* shipment,
                                            const std::string& code) {
  std::optional<Isolate> of_sender;
  if (shipment != nullptr) {
    KRES_ASSIGN(of_sender, isolate_of_sender(work, *shipment, code));
    if (of_sender && shipment->holds(of_sender->id)) return of_sender;
  }
  auto named = isolate_named(work, code);
  if (named) return std::optional(*std::move(named));
  if (named.error().code != ErrorCode::not_found) return tl::unexpected<Error>(named.error());
  return of_sender;
}

Result<std::optional<Shipment>> open_box(UnitOfWork& work, laboratory::ShipmentId id) {
  if (!id) return std::optional<Shipment>();
  KRES_ASSIGN(auto shipment, work.shipments().find(id));
  if (!shipment) return refused(ErrorCode::not_found, fmt::format("There is no box {}", id.value));
  if (!shipment->open()) return refused(ErrorCode::conflict, "The box was unpacked already");
  return shipment;
}

Result<void> note_unknown(UnitOfWork& work, const Scan& scan) {
  KRES_TRY(work.audit().append({.person = scan.person,
                                .time = scan.time,
                                .event = "sample.unknown",
                                .subject = fmt::format("scan {}", scan.id.value),
                                .detail = {},
                                .before_digest = {},
                                .after_digest = {}}));
  return {};
}

Result<void> take_in(UnitOfWork& work, const Isolate& isolate, const Scan& scan, Date today) {
  KRES_TRY(note(work, isolate, scan.person, scan.time,
                {scan.outcome == ScanOutcome::received ? "sample.received" : "sample.unexpected",
                 fmt::format("scan {}", scan.id.value),
                 {}}));
  KRES_ASSIGN(const auto files, work.isolates().files(isolate.id));
  KRES_TRY(store_with_state(work, with_tube_received(isolate, today, !files.empty())));
  return {};
}

// Whether anybody worked with the tube since the scan: what was sent before it rests on other
// ground.
Result<void> check_nothing_rests_on(UnitOfWork& work, const Isolate& isolate, const Scan& scan) {
  const auto since = [&](const auto& records) {
    return std::any_of(records.begin(), records.end(),
                       [&](const auto& record) { return record.entered >= scan.time; });
  };
  const auto taken = [&](const laboratory::Answer& answer) {
    const auto later = [&](const std::optional<laboratory::Step>& step) {
      return step && step->time >= scan.time;
    };
    return later(answer.created) || later(answer.validated) || later(answer.approved);
  };
  const auto conflict = [&](std::string_view done) {
    return refused(ErrorCode::conflict,
                   fmt::format("{} has been {} since it was received", isolate.accession, done));
  };
  KRES_ASSIGN(const auto measurements, work.measurements().all_of(isolate.id));
  if (since(measurements)) return conflict("measured");
  KRES_ASSIGN(const auto tests, work.test_results().all_of(isolate.id));
  if (since(tests)) return conflict("tested");
  KRES_ASSIGN(const auto answers, work.answers().of(isolate.id));
  if (std::any_of(answers.begin(), answers.end(), taken)) return conflict("answered");
  KRES_ASSIGN(const auto events, work.audit().of(isolate.accession));
  for (const auto& event : events) {
    if (event.entry.time < scan.time) continue;
    if (event.entry.event == "isolate.cultured") return conflict("cultured");
    if (event.entry.event == "file.attached") return conflict("sequenced");
  }
  return {};
}

// On its way again; or missing, if the box it was to come in was unpacked meanwhile.
Result<void> send_back(UnitOfWork& work, Isolate isolate, const Scan& scan) {
  KRES_ASSIGN(const auto box, work.shipments().last_with(isolate.id));
  if (isolate.sample == laboratory::SampleState::dispatched && box && !box->open()) {
    isolate.sample = laboratory::SampleState::missing;
    KRES_TRY(note(work, isolate, scan.undone_by, *scan.undone,
                  {"sample.missing", fmt::format("shipment {}", box->id.value), {}}));
  }
  KRES_TRY(store_with_state(work, std::move(isolate)));
  return {};
}

}  // namespace

Result<Scan> scan_tube(const Services& services, laboratory::ShipmentId id, const std::string& code,
                       const laboratory::Person& person) {
  KRES_ASSIGN(const auto text, checked_code(code));
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto shipment, open_box(*work, id));
  const auto* box = shipment ? &*shipment : nullptr;
  KRES_ASSIGN(const auto isolate, isolate_with(*work, box, text));
  Scan scan{.shipment = id, .code = text, .person = person.username, .time = services.clock.now()};
  if (isolate) {
    scan.isolate = isolate->id;
    scan.outcome = outcome_of(*isolate, box);
    scan.sample_before = isolate->sample;
    scan.received_before = isolate->received;
  }
  KRES_ASSIGN(scan.id, work->shipments().add(scan));
  if (!isolate) KRES_TRY(note_unknown(*work, scan));
  if (isolate && scan.outcome != ScanOutcome::already)
    KRES_TRY(take_in(*work, *isolate, scan, services.clock.today()));
  KRES_TRY(work->commit());
  return scan;
}

Result<Scan> undo_scan(const Services& services, laboratory::ScanId id,
                       const laboratory::Person& person) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(auto scan, work->shipments().find(id));
  if (!scan) return refused(ErrorCode::not_found, fmt::format("There is no scan {}", id.value));
  KRES_TRY(open_box(*work, scan->shipment));
  scan->undone_by = person.username;
  scan->undone = services.clock.now();
  KRES_TRY(work->shipments().undo(*scan));
  if (scan->isolate && scan->outcome != ScanOutcome::already) {
    KRES_ASSIGN(const auto isolate, work->isolates().find(scan->isolate));
    KRES_TRY(check_nothing_rests_on(*work, *isolate, *scan));
    KRES_TRY(note(*work, *isolate, person.username, *scan->undone,
                  {"sample.scan_undone", fmt::format("scan {}", id.value), {}}));
    KRES_TRY(send_back(*work, with_scan_undone(*isolate, *scan), *scan));
  }
  KRES_TRY(work->commit());
  return *std::move(scan);
}

}  // namespace kres::workflow
