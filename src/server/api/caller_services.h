// The services as one caller may use them: what the registry gives stays within the caller's scope,
// for a change within what the caller may change.
#pragma once

#include <memory>

#include "server/api/services.h"

namespace kres::api {

// For somebody inside, and where nobody is logged in, the services themselves; for others copies
// whose every unit of work is scoped, so that no handler can forget it. Requires: the services
// outlive it, and it outlives the handler.
class CallerServices {
 public:
  CallerServices(Services& services, const Caller* caller, bool change);
  ~CallerServices();

  Services& get() const;

 private:
  struct Narrow;
  Services& services_;
  std::unique_ptr<Narrow> narrow_;
};

}  // namespace kres::api
