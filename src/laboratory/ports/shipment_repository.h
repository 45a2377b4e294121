// Boxes on their way, and every scan of a tube.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/shipment.h"

namespace kres::laboratory {

class ShipmentRepository {
 public:
  virtual ~ShipmentRepository() = default;
  // With its tubes. `conflict` if the laboratory has sent a box of this number before.
  virtual Result<ShipmentId> add(const Shipment& shipment) = 0;
  virtual Result<std::optional<Shipment>> find(ShipmentId id) = 0;
  virtual Result<std::optional<Shipment>> find(const std::string& laboratory,
                                               const std::string& box) = 0;
  // The last box that was packed with the tube; nothing if it never was in one.
  virtual Result<std::optional<Shipment>> last_with(IsolateId tube) = 0;
  // Open ones first, then the latest dispatched first.
  virtual Result<std::vector<Shipment>> list(int limit) = 0;
  // Notes who unpacked it and when. `conflict` if it is closed already.
  virtual Result<void> close(const Shipment& shipment) = 0;

  virtual Result<ScanId> add(const Scan& scan) = 0;
  virtual Result<std::optional<Scan>> find(ScanId id) = 0;
  // Notes who undid it and when. `conflict` if it is undone already.
  virtual Result<void> undo(const Scan& scan) = 0;
  // Of a box, or of tubes without one since `since`; oldest first, undone ones among them.
  virtual Result<std::vector<Scan>> scans_of(ShipmentId shipment) = 0;
  virtual Result<std::vector<Scan>> scans_without_box(Instant since) = 0;
};

}  // namespace kres::laboratory
