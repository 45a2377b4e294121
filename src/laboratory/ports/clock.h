// The time, so that tests can set it.
#pragma once

#include "base/date.h"

namespace kres::laboratory {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
  virtual Date today() const = 0;               // in the laboratory's zone
  virtual Date day_of(Instant time) const = 0;  // the same for another moment
};

}  // namespace kres::laboratory
