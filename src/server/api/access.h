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
  bool in_person = false;                // a session of a browser is needed, a token is not enough
  bool from_here = false;                // asked from this machine itself, not through a proxy

  std::string text() const;  // "anyone"; "bioengineer, microbiologist"
};

Access open_to_anyone();
Access every_person();    // every role
Access inside();          // every role but the referring one
Access readers();         // who reads isolates: inside() without the administrator
Access staff();           // bioengineer, microbiologist: who measures and answers
Access sequencers();      // staff and bioinformatician: who delivers genomes and has them analysed
Access deliverers();      // sequencers and the referring person: who sends files
Access referrers();       // the referring person and staff: who registers referrals and boxes
Access answer_readers();  // readers and, of the own signed ones, the referring person
Access only(laboratory::Role role);
Access in_person(Access access);  // the same, but no token of a program
Access from_here();               // anyone on this machine

enum class Verdict { allowed, unauthenticated, forbidden, elsewhere, needs_person, needs_change };

// `changes`: the request is one; a token for reading is not enough then.
struct Asked {
  bool changes = false;
  bool from_here = false;
};
Verdict judge(const Access& access, const Caller* caller, Asked asked);

}  // namespace kres::api
