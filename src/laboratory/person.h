// A person who works in the registry, and what he or she may do there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "laboratory/ids.h"

namespace kres::laboratory {

enum class Role { bioengineer, microbiologist, administrator };
std::string_view name_of(Role role);
std::optional<Role> role_from(std::string_view name);

struct Person {
  PersonId id;
  std::string username;  // lower case, unique; what audit events name
  std::string name;
  std::vector<Role> roles;
  bool active = true;

  bool has(Role role) const;
};

// Username of events that no person caused (the job runner, an import without --by). It can
// neither log in nor be given a role.
inline constexpr std::string_view kSystemUser = "system";

// 2-32 characters: a-z, 0-9, '.', '-', '_'; starts with a letter; not kSystemUser.
bool is_valid_username(std::string_view username);

}  // namespace kres::laboratory
