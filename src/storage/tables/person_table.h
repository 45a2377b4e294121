// Tables person and person_role.
#pragma once

#include "laboratory/ports/person_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class PersonTable : public laboratory::PersonRepository {
 public:
  explicit PersonTable(Session& session) : session_(session) {}

  Result<laboratory::PersonId> add(const laboratory::Person& person,
                                   const std::string& password_hash) override;
  Result<void> update(const laboratory::Person& person) override;
  Result<void> set_password_hash(laboratory::PersonId person,
                                 const std::string& password_hash) override;
  Result<std::optional<laboratory::Person>> find(laboratory::PersonId id) override;
  Result<std::optional<laboratory::Person>> find(const std::string& username) override;
  Result<std::optional<std::string>> password_hash(laboratory::PersonId person) override;
  Result<std::vector<laboratory::Person>> all() override;

 private:
  Session& session_;
};

}  // namespace kres::storage
