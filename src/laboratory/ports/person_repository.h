// The people of the registry and the hashes of their passwords.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/person.h"

namespace kres::laboratory {

class PersonRepository {
 public:
  virtual ~PersonRepository() = default;
  // `conflict` if the username is taken.
  virtual Result<PersonId> add(const Person& person, const std::string& password_hash) = 0;
  // Name, roles, laboratory, reach and active; `not_found` if there is none.
  virtual Result<void> update(const Person& person) = 0;
  virtual Result<void> set_password_hash(PersonId person, const std::string& password_hash) = 0;
  virtual Result<std::optional<Person>> find(PersonId id) = 0;
  virtual Result<std::optional<Person>> find(const std::string& username) = 0;
  virtual Result<std::optional<std::string>> password_hash(PersonId person) = 0;
  virtual Result<std::vector<Person>> all() = 0;  // by username
};

}  // namespace kres::laboratory
