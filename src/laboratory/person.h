// A person who works in the registry, and what he or she may do there.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

enum class Role {
  referring,       // works in a laboratory outside; sees its isolates and signed answers only
  bioengineer,     // receives, measures, validates technically
  microbiologist,  // approves and signs
  bioinformatician,
  epidemiologist,
  quality_manager,
  administrator,
};
inline constexpr std::array kEveryRole{
    Role::referring,      Role::bioengineer,     Role::microbiologist, Role::bioinformatician,
    Role::epidemiologist, Role::quality_manager, Role::administrator};
std::string_view name_of(Role role);
std::optional<Role> role_from(std::string_view name);
std::string role_list();  // "referring, bioengineer, ...": what may be typed

// How far the view of a referring person goes.
enum class Reach { laboratory, region };
std::string_view name_of(Reach reach);
std::optional<Reach> reach_from(std::string_view name);

struct Person {
  PersonId id;
  std::string username;  // lower case, unique; what audit events name
  std::string name;
  std::vector<Role> roles;
  bool active = true;
  std::string laboratory;  // code; of a referring person only, else empty
  Reach reach = Reach::laboratory;

  bool has(Role role) const;
};

// Username of events that no person caused (the job runner, an import without --by). It can
// neither log in nor be given a role.
inline constexpr std::string_view kSystemUser = "system";

// 2-32 characters: a-z, 0-9, '.', '-', '_'; starts with a letter; not kSystemUser.
bool is_valid_username(std::string_view username);

// Errors (bad_input): no valid username, no name, no role; a referring person with another role or
// without a laboratory; a laboratory for somebody else.
Result<void> check_person(const Person& person);

}  // namespace kres::laboratory
