#include "registry/intake_maker.h"

#include <fmt/format.h>

#include "laboratory/person.h"
#include "laboratory/record_digest.h"
#include "registry/isolate_maker.h"
#include "registry/trail.h"

namespace kres::bench {

using laboratory::Isolate;
using laboratory::UnitOfWork;

namespace {
constexpr std::size_t kTubesOfABox = 20;
}

Result<void> IntakeMaker::take_in(UnitOfWork& work, const Isolate& isolate, Date today) {
  if (chance_.in(30)) KRES_TRY(ask(work, isolate, days_between(isolate.received, today) < 30));
  if (isolate.state == laboratory::IsolateState::expected) return {};
  auto& tubes = packed_[isolate.laboratory];
  tubes.push_back(isolate);
  if (tubes.size() < kTubesOfABox) return {};
  KRES_TRY(unpack(work, isolate.laboratory, tubes));
  tubes.clear();
  return {};
}

Result<void> IntakeMaker::ask(UnitOfWork& work, const Isolate& isolate, bool open) {
  std::vector<laboratory::SenderQuery> asked{
      {.isolate = isolate.id,
       .accession = isolate.accession,
       .laboratory = isolate.laboratory,
       .sender_id = isolate.sender_id,
       .criterion = {},
       .field = {},
       .question_nb = "Hvilket materiale er prøven? (konstruert)",
       .question_en = "What material is the sample? (constructed)",
       .asked_by = kBioengineer,
       .asked = moment(isolate.received, 0, 11),
       .closed_by = {},
       .closed = {},
       .closing = {}}};
  KRES_TRY(work.sender_queries().add(asked));
  auto& query = asked.front();
  const auto name = fmt::format("query {}", query.id.value);
  KRES_TRY(note(work, kBioengineer, query.asked,
                {"query.asked", isolate.accession, name, {}, digest_of(query)}));
  if (open) return {};
  query.state = laboratory::QueryState::answered;
  query.closed_by = kReferring;
  query.closed = moment(isolate.received, 1, 9);
  query.closing = "Blodkultur (konstruert)";
  KRES_TRY(work.sender_queries().close(query));
  return note(work, kReferring, *query.closed,
              {"query.answered", isolate.accession, name, {}, digest_of(query)});
}

Result<void> IntakeMaker::unpack(UnitOfWork& work, const std::string& laboratory,
                                 const std::vector<Isolate>& tubes) {
  const auto day = tubes.back().received;
  laboratory::Shipment box{.laboratory = laboratory,
                           .box = fmt::format("{}-{:05}", laboratory, ++boxes_),
                           .dispatched_by = kReferring,
                           .dispatched = moment(day, -1, 12),
                           .closed_by = kBioengineer,
                           .closed = moment(day, 0, 9),
                           .tubes = {}};
  for (const auto& tube : tubes) box.tubes.push_back(tube.id);
  KRES_ASSIGN(box.id, work.shipments().add(box));
  const auto name = fmt::format("shipment {}", box.id.value);
  const auto count = fmt::format("{} tubes", tubes.size());
  KRES_TRY(note(work, kReferring, box.dispatched, {"shipment.dispatched", name, count, {}, {}}));
  for (const auto& tube : tubes)
    KRES_TRY(note(work, kReferring, box.dispatched,
                  {"sample.dispatched", tube.accession, name, {}, {}}));
  for (const auto& tube : tubes) {
    KRES_ASSIGN(const auto scan, work.shipments().add(laboratory::Scan{
                                     .shipment = box.id,
                                     .code = tube.accession,
                                     .isolate = tube.id,
                                     .outcome = laboratory::ScanOutcome::received,
                                     .sample_before = laboratory::SampleState::dispatched,
                                     .received_before = tube.received,
                                     .person = kBioengineer,
                                     .time = *box.closed,
                                     .undone_by = {},
                                     .undone = {}}));
    KRES_TRY(note(work, kBioengineer, *box.closed,
                  {"sample.received", tube.accession, fmt::format("scan {}", scan.value), {}, {}}));
  }
  if (chance_.in(100)) return {};
  KRES_TRY(work.shipments().close(box));
  return note(work, kBioengineer, *box.closed, {"shipment.closed", name, count, {}, {}});
}

}  // namespace kres::bench
