#include "tests/api/test_registry.h"

#include <cstdlib>

#include "server/auth/password.h"
#include "tests/support/run_program.h"

namespace kres::testing {

TestRegistry::TestRegistry(const std::string& name)
    : directory_(fresh_directory(name)), witness_(directory_ / "audit.head") {
  registry_ = std::move(*storage::SqlRegistry::open_sqlite(
      directory_ / "registry.sqlite", storage::SqlRegistry::Missing::create, witness_));
}

laboratory::Person TestRegistry::add_person(const std::string& username, const std::string& name,
                                            std::vector<laboratory::Role> roles) {
  laboratory::Person person{.username = username, .name = name, .roles = std::move(roles)};
  const auto work = write();
  person.id = work->people().add(person, *hash_password(kPassword, kLeastPasswordCost)).value();
  if (!work->commit()) std::abort();
  return person;
}

}  // namespace kres::testing
