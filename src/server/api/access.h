// Who may call an endpoint.
#pragma once

#include <string>
#include <vector>

#include "laboratory/person.h"
#include "server/auth/authenticator.h"

namespace kres::api {

// Without a role and not open to anyone, an endpoint is closed to everybody.
struct Access {
  bool anyone = false;                   // no session needed
  std::vector<laboratory::Role> any_of;  // the caller has at least one of them

  std::string text() const;  // "anyone"; "bioengineer, microbiologist"
};

Access open_to_anyone();
Access staff();         // bioengineer, microbiologist: those who work with isolates
Access every_person();  // every role
Access only(laboratory::Role role);

enum class Verdict { allowed, unauthenticated, forbidden };
Verdict judge(const Access& access, const Caller* caller);

}  // namespace kres::api
