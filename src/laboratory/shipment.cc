#include "laboratory/shipment.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "laboratory/enum_names.h"
#include "laboratory/turnaround.h"

namespace kres::laboratory {

namespace {
constexpr std::array<NameRow<ScanOutcome>, 4> kOutcomes{{{ScanOutcome::received, "received"},
                                                         {ScanOutcome::unexpected, "unexpected"},
                                                         {ScanOutcome::already, "already"},
                                                         {ScanOutcome::unknown, "unknown"}}};
}  // namespace

std::string_view name_of(ScanOutcome outcome) { return name_in(kOutcomes, outcome); }
std::optional<ScanOutcome> scan_outcome_from(std::string_view name) {
  return value_in<ScanOutcome>(kOutcomes, name);
}

bool Shipment::holds(IsolateId tube) const {
  return std::find(tubes.begin(), tubes.end(), tube) != tubes.end();
}

ScanOutcome outcome_of(const Isolate& isolate, const Shipment* shipment) {
  if (isolate.sample == SampleState::received) return ScanOutcome::already;
  if (shipment == nullptr)
    return isolate.sample == SampleState::none ? ScanOutcome::unexpected : ScanOutcome::received;
  return shipment->holds(isolate.id) ? ScanOutcome::received : ScanOutcome::unexpected;
}

Isolate with_tube_received(Isolate isolate, Date day, bool data_are_here) {
  const bool clock_runs = data_are_here || !is_awaited(isolate.sample);
  isolate.sample = SampleState::received;
  if (clock_runs) return isolate;
  isolate.received = day;
  isolate.due = due_date(day);
  return isolate;
}

Isolate with_scan_undone(Isolate isolate, const Scan& scan) {
  isolate.sample = scan.sample_before;
  isolate.received = scan.received_before;
  isolate.due = due_date(scan.received_before);
  return isolate;
}

Result<void> check_shipment(const std::string& box, std::size_t tubes) {
  if (trim(box).empty() || box.size() > kLongestBoxNumber)
    return bad_input(fmt::format("The box number has 1 to {} characters", kLongestBoxNumber));
  if (tubes == 0) return bad_input("The box holds no tube");
  if (tubes > kMostTubes)
    return bad_input(fmt::format("The box holds more than {} tubes", kMostTubes));
  return {};
}

}  // namespace kres::laboratory
