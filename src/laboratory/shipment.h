// Boxes of tubes on their way to the laboratory, and the scans by which they are received.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/ids.h"
#include "laboratory/isolate.h"

namespace kres::laboratory {

using ShipmentId = Id<struct Shipment>;
using ScanId = Id<struct Scan>;

inline constexpr std::size_t kLongestBoxNumber = 40;  // bytes
inline constexpr std::size_t kMostTubes = 400;        // of one box
inline constexpr std::size_t kLongestCode = 100;      // of a scanned label

// One box as its sender packed it.
struct Shipment {
  ShipmentId id;
  std::string laboratory;  // code of the sender
  std::string box;         // the sender's number; unique within the laboratory
  std::string dispatched_by;
  Instant dispatched{};
  std::string closed_by;  // of who unpacked it; empty while it is open
  std::optional<Instant> closed;
  std::vector<IsolateId> tubes;

  bool open() const { return !closed; }
  bool holds(IsolateId tube) const;  // whether it is on the list of the box
};

enum class ScanOutcome {
  received,    // a tube of the box, or without a box one that was awaited
  unexpected,  // a tube that was referred, but is not on the list of the box
  already,     // it had been received before: nothing changed
  unknown,     // no isolate has this code
};
std::string_view name_of(ScanOutcome outcome);
std::optional<ScanOutcome> scan_outcome_from(std::string_view name);

// What the scanner read. Stays as it is but for being undone, once.
struct Scan {
  ScanId id;
  ShipmentId shipment;  // 0: a tube that came by itself
  std::string code;
  IsolateId isolate;  // 0 if unknown
  ScanOutcome outcome = ScanOutcome::unknown;
  // Of the isolate before, which undoing brings back.
  SampleState sample_before = SampleState::expected;
  Date received_before{};
  std::string person;
  Instant time{};
  std::string undone_by;
  std::optional<Instant> undone;
};

// What a scan of this isolate means. `shipment`: the box that is being unpacked, if any.
ScanOutcome outcome_of(const Isolate& isolate, const Shipment* shipment);

// The isolate with its tube received on `day`: the clock starts, unless it has run since data of
// it came.
Isolate with_tube_received(Isolate isolate, Date day, bool data_are_here);
// As it was before the scan.
Isolate with_scan_undone(Isolate isolate, const Scan& scan);

// `bad_input` for an empty or too long number, one with control characters, too many tubes or none.
Result<void> check_shipment(const std::string& box, std::size_t tubes);

}  // namespace kres::laboratory
