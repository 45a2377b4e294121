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
Access every_person();    // every role
Access inside();          // every role but the referring one
Access readers();         // who reads isolates: inside() without the administrator
Access staff();           // bioengineer, microbiologist: who measures and answers
Access sequencers();      // staff and bioinformatician: who delivers genomes and has them analysed
Access answer_readers();  // readers and, of the own signed ones, the referring person
Access only(laboratory::Role role);

enum class Verdict { allowed, unauthenticated, forbidden };
Verdict judge(const Access& access, const Caller* caller);

}  // namespace kres::api
