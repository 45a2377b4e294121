#include "laboratory/person.h"

#include <algorithm>
#include <array>

#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {

constexpr std::array<NameRow<Role>, 3> kRoles{{{Role::bioengineer, "bioengineer"},
                                               {Role::microbiologist, "microbiologist"},
                                               {Role::administrator, "administrator"}}};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool may_stand_in_username(char c) {
  return is_lower(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

}  // namespace

std::string_view name_of(Role role) { return name_in(kRoles, role); }
std::optional<Role> role_from(std::string_view name) { return value_in<Role>(kRoles, name); }

bool Person::has(Role role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool is_valid_username(std::string_view username) {
  return username.size() >= 2 && username.size() <= 32 && is_lower(username.front()) &&
         std::all_of(username.begin(), username.end(), may_stand_in_username) &&
         username != kSystemUser;
}

}  // namespace kres::laboratory
