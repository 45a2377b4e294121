// Boxes of tubes: announced by their sender, unpacked by scanning, closed with what was missing.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/person.h"
#include "laboratory/shipment.h"
#include "workflow/intake_desk.h"

namespace kres::workflow {

// `tubes` are identifiers of the sender or accessions. The same box with the same tubes again
// changes nothing; `conflict` for another content under a number that was used, or a tube that is
// here already or in another open box; `not_found` names a tube that was not referred.
Result<laboratory::Shipment> dispatch_box(const IntakeDesk& desk, const std::string& laboratory,
                                          const std::string& box,
                                          const std::vector<std::string>& tubes,
                                          const laboratory::Person& person);

// What a scanner read: an accession, or the sender's identifier where a box says whose; of the
// tubes that a box holds the sender's identifier comes first. `shipment` 0: a tube that came by
// itself. An unknown code is noted as well. `conflict` if the box is closed.
Result<laboratory::Scan> scan_tube(const Services& services, laboratory::ShipmentId shipment,
                                   const std::string& code, const laboratory::Person& person);

// Brings the isolate back to what it was; a tube whose own box was unpacked meanwhile is missing.
// `conflict` once something rests on the receipt: it was measured, tested, sequenced or answered
// since, or the box of the scan is closed.
Result<laboratory::Scan> undo_scan(const Services& services, laboratory::ScanId scan,
                                   const laboratory::Person& person);

// The tubes that were not scanned are missing from now on; one that comes later is received all the
// same.
Result<laboratory::Shipment> close_box(const Services& services, laboratory::ShipmentId shipment,
                                       const laboratory::Person& person);

}  // namespace kres::workflow
