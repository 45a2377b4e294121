#include "workflow/shipments.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "workflow/isolate_note.h"
#include "workflow/isolate_status.h"

namespace kres::workflow {

using laboratory::Isolate;
using laboratory::IsolateId;
using laboratory::SampleState;
using laboratory::Shipment;
using laboratory::UnitOfWork;

namespace {

tl::unexpected<Error> refused(ErrorCode code, std::string message) {
  return fail({.code = code, .message = std::move(message), .file = {}, .remedy = {}});
}

// The isolate of the laboratory that a sender calls so, or that has this accession.
Result<Isolate> tube_named(UnitOfWork& work, const std::string& laboratory,
                           const std::string& name) {
  KRES_ASSIGN(const auto referral, work.referrals().find(laboratory, name));
  if (referral) {
    KRES_ASSIGN(const auto isolate, work.isolates().of_referral(referral->id));
    if (isolate) return *isolate;
  }
  auto isolate = isolate_named(work, name);
  if (isolate && isolate->laboratory == laboratory) return isolate;
  return refused(ErrorCode::not_found, fmt::format("No tube '{}' has been referred", name));
}

Result<std::vector<Isolate>> tubes_named(UnitOfWork& work, const std::string& laboratory,
                                         const std::vector<std::string>& names) {
  std::vector<Isolate> tubes;
  std::set<IsolateId> seen;
  for (const auto& name : names) {
    KRES_ASSIGN(auto isolate, tube_named(work, laboratory, std::string(trim(name))));
    if (!seen.insert(isolate.id).second)
      return bad_input(fmt::format("The tube '{}' stands twice", name));
    tubes.push_back(std::move(isolate));
  }
  return tubes;
}

std::vector<IsolateId> sorted_ids(const std::vector<Isolate>& tubes) {
  std::vector<IsolateId> ids;
  for (const auto& isolate : tubes) ids.push_back(isolate.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

Result<void> put_on_its_way(UnitOfWork& work, Isolate isolate, const Shipment& shipment) {
  if (isolate.sample != SampleState::expected && isolate.sample != SampleState::missing)
    return refused(ErrorCode::conflict, fmt::format("The tube '{}' is not one that is awaited: {}",
                                                    isolate.sender_id, name_of(isolate.sample)));
  isolate.sample = SampleState::dispatched;
  KRES_TRY(note(work, isolate, shipment.dispatched_by, shipment.dispatched,
                {"sample.dispatched", fmt::format("shipment {}", shipment.id.value), {}}));
  KRES_TRY(store_with_state(work, std::move(isolate)));
  return {};
}

Result<void> note_box(UnitOfWork& work, const Shipment& shipment, const std::string& person,
                      Instant now, std::string event) {
  KRES_TRY(work.audit().append({.person = person,
                                .time = now,
                                .event = std::move(event),
                                .subject = fmt::format("shipment {}", shipment.id.value),
                                .detail = fmt::format("{} tubes", shipment.tubes.size()),
                                .before_digest = {},
                                .after_digest = {}}));
  return {};
}

}  // namespace

Result<Shipment> dispatch_box(const IntakeDesk& desk, const std::string& laboratory,
                              const std::string& box, const std::vector<std::string>& names,
                              const laboratory::Person& person) {
  KRES_TRY(laboratory::check_shipment(box, names.size()));
  KRES_ASSIGN(auto work, desk.services.registry.write());
  KRES_ASSIGN(const auto tubes, tubes_named(*work, laboratory, names));
  KRES_ASSIGN(const auto known, work->shipments().find(laboratory, box));
  if (known && known->tubes == sorted_ids(tubes)) return *known;
  if (known)
    return refused(ErrorCode::conflict,
                   fmt::format("The box '{}' was dispatched with other tubes", box));
  Shipment shipment{.laboratory = laboratory,
                    .box = box,
                    .dispatched_by = person.username,
                    .dispatched = desk.services.clock.now(),
                    .tubes = sorted_ids(tubes)};
  KRES_ASSIGN(shipment.id, work->shipments().add(shipment));
  KRES_TRY(note_box(*work, shipment, person.username, shipment.dispatched, "shipment.dispatched"));
  for (const auto& isolate : tubes) KRES_TRY(put_on_its_way(*work, isolate, shipment));
  KRES_TRY(work->commit());
  return shipment;
}

Result<Shipment> close_box(const Services& services, laboratory::ShipmentId id,
                           const laboratory::Person& person) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(auto shipment, work->shipments().find(id));
  if (!shipment) return refused(ErrorCode::not_found, fmt::format("There is no box {}", id.value));
  shipment->closed_by = person.username;
  shipment->closed = services.clock.now();
  KRES_TRY(work->shipments().close(*shipment));
  KRES_TRY(note_box(*work, *shipment, person.username, *shipment->closed, "shipment.closed"));
  for (const auto tube : shipment->tubes) {
    KRES_ASSIGN(auto isolate, work->isolates().find(tube));
    if (isolate->sample != SampleState::dispatched) continue;
    isolate->sample = SampleState::missing;
    KRES_TRY(note(*work, *isolate, person.username, *shipment->closed,
                  {"sample.missing", fmt::format("shipment {}", id.value), {}}));
    KRES_TRY(store_with_state(*work, *std::move(isolate)));
  }
  KRES_TRY(work->commit());
  return *std::move(shipment);
}

}  // namespace kres::workflow
