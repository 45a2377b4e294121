// Who may see which laboratory's isolates.
#include "laboratory/scope.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

const std::vector<Laboratory> kLaboratories{
    {"UNN", "Tromsø", "nord"}, {"NLSH", "Bodø", "nord"}, {"OUS", "Oslo", "sor-ost"}};

Person referring(const std::string& laboratory, Reach reach = Reach::laboratory) {
  return {.username = "rita",
          .name = "Rita Ravn",
          .roles = {Role::referring},
          .laboratory = laboratory,
          .reach = reach};
}

TEST(Scope, AReferringPersonSeesTheOwnLaboratoryOnly) {
  const auto scope = scope_of(referring("UNN"), kLaboratories);
  EXPECT_FALSE(scope.whole());
  EXPECT_TRUE(scope.includes("UNN"));
  EXPECT_FALSE(scope.includes("NLSH"));
  EXPECT_FALSE(scope.includes("OUS"));
  EXPECT_FALSE(scope.includes(""));
}

TEST(Scope, OrTheWholeHealthRegionIfSetSo) {
  const auto scope = scope_of(referring("UNN", Reach::region), kLaboratories);
  EXPECT_EQ(scope.laboratories(), (std::vector<std::string>{"NLSH", "UNN"}));
  EXPECT_FALSE(scope.includes("OUS"));
}

TEST(Scope, AnUnknownLaboratoryHasNothing) {
  EXPECT_EQ(scope_of(referring("XXX"), kLaboratories), Scope::nothing());
  EXPECT_EQ(scope_of(referring(""), kLaboratories), Scope::nothing());
}

TEST(Scope, WhoeverWorksInsideSeesEverything) {
  for (const auto role : kEveryRole) {
    if (role == Role::referring) continue;
    EXPECT_TRUE(
        scope_of({.username = "kari", .name = "Kari", .roles = {role}}, kLaboratories).whole());
  }
}

TEST(Scope, WithoutARoleOrWhenInactiveThereIsNothing) {
  EXPECT_EQ(scope_of({.username = "kari", .name = "Kari", .roles = {}}, kLaboratories),
            Scope::nothing());
  EXPECT_EQ(
      scope_of(
          {.username = "kari", .name = "Kari", .roles = {Role::microbiologist}, .active = false},
          kLaboratories),
      Scope::nothing());
}

// A referring role wins over any other, so that a mistake in the table does not widen a view.
TEST(Scope, AReferringRoleBesideAnotherStaysNarrow) {
  auto person = referring("UNN");
  person.roles.push_back(Role::administrator);
  EXPECT_FALSE(scope_of(person, kLaboratories).includes("OUS"));
}

TEST(Scope, TwoScopesNarrowEachOther) {
  const auto north = Scope::of_laboratories({"UNN", "NLSH", "UNN"});
  const auto ends = Scope::of_laboratories({"UNN", "OUS"});
  EXPECT_EQ(north.narrowed(ends), Scope::of_laboratories({"UNN"}));
  EXPECT_EQ(north.narrowed(Scope::everything()), north);
  EXPECT_EQ(Scope::everything().narrowed(north), north);
  EXPECT_EQ(north.narrowed(Scope::nothing()), Scope::nothing());
}

}  // namespace
}  // namespace kres::laboratory
