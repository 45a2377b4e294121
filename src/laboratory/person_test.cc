// People and usernames.
#include "laboratory/person.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

TEST(Person, RolesHaveNamesBothWays) {
  for (const auto role : kEveryRole) EXPECT_EQ(role_from(name_of(role)), role);
  EXPECT_EQ(role_list(),
            "referring, bioengineer, microbiologist, bioinformatician, epidemiologist, "
            "quality_manager, administrator");
  EXPECT_FALSE(role_from("root"));
}

TEST(Person, UsernamesAreShortLowerCaseAndNeverTheSystems) {
  for (const auto* good : {"kari", "ola.nordmann", "k2"}) EXPECT_TRUE(is_valid_username(good));
  for (const auto* bad : {"", "k", "Kari", "2kari", "kari nordmann", "kåre", "system"})
    EXPECT_FALSE(is_valid_username(bad)) << bad;
}

TEST(Person, AReferringPersonHasALaboratoryAndNoOtherRole) {
  Person person{.username = "rita", .name = "Rita Ravn", .roles = {Role::referring}};
  EXPECT_FALSE(check_person(person));
  person.laboratory = "UNN";
  EXPECT_TRUE(check_person(person));
  person.roles.push_back(Role::bioengineer);
  EXPECT_FALSE(check_person(person));
  person.roles = {Role::bioengineer};
  EXPECT_FALSE(check_person(person));
  person.laboratory.clear();
  EXPECT_TRUE(check_person(person));
}

TEST(Person, NeedsANameAndARole) {
  EXPECT_FALSE(check_person({.username = "rita", .name = " ", .roles = {Role::bioengineer}}));
  EXPECT_FALSE(check_person({.username = "rita", .name = "Rita", .roles = {}}));
  EXPECT_FALSE(check_person({.username = "RITA", .name = "Rita", .roles = {Role::bioengineer}}));
}

}  // namespace
}  // namespace kres::laboratory
