// People and usernames.
#include "laboratory/person.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

TEST(Person, RolesHaveNamesBothWays) {
  for (const auto role : {Role::bioengineer, Role::microbiologist, Role::administrator})
    EXPECT_EQ(role_from(name_of(role)), role);
  EXPECT_FALSE(role_from("root"));
}

TEST(Person, UsernamesAreShortLowerCaseAndNeverTheSystems) {
  for (const auto* good : {"kari", "ola.nordmann", "k2"}) EXPECT_TRUE(is_valid_username(good));
  for (const auto* bad : {"", "k", "Kari", "2kari", "kari nordmann", "kåre", "system"})
    EXPECT_FALSE(is_valid_username(bad)) << bad;
}

}  // namespace
}  // namespace kres::laboratory
