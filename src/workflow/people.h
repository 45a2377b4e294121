// The people of the registry: add, change, deactivate, give a new password; nobody is ever deleted.
//
// Every step writes an audit event with the digest of the person before and after it, and a change
// ends the person's sessions, so that it takes effect at once.
#pragma once

#include <string>

#include "laboratory/person.h"
#include "workflow/services.h"

namespace kres::workflow {

// `by`: username of who does it, or laboratory::kSystemUser. Errors: bad_input (check_person(), no
// such laboratory), conflict (the username is taken).
Result<laboratory::Person> add_person(const Services& services, laboratory::Person person,
                                      const std::string& password_hash, const std::string& by);

// Name, roles, laboratory, reach and active become those of `person`, found by its username.
// `before`: digest of the person that was seen; conflict if another is stored; empty: not checked.
// Errors: not_found; bad_input; conflict (people.why.last_administrator: nobody could change it
// back).
Result<laboratory::Person> change_person(const Services& services, const laboratory::Person& person,
                                         const std::string& before, const std::string& by);

// Errors: not_found.
Result<void> change_password(const Services& services, const std::string& username,
                             const std::string& password_hash, const std::string& by);

// `not_found` if there is none.
Result<laboratory::Person> person_named(laboratory::UnitOfWork& work, const std::string& username);

}  // namespace kres::workflow
