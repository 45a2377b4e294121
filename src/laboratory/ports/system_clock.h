// The machine's clock in the laboratory's time zone.
#pragma once

#include <string>
#include <utility>

#include "laboratory/ports/clock.h"

namespace kres::laboratory {

class SystemClock : public Clock {
 public:
  explicit SystemClock(std::string zone) : zone_(std::move(zone)) {}
  Instant now() const override { return system_now(); }
  Date today() const override { return day_of(now()); }
  Date day_of(Instant time) const override { return local_date(time, zone_); }

 private:
  std::string zone_;
};

}  // namespace kres::laboratory
