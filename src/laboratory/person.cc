#include "laboratory/person.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {

constexpr std::array<NameRow<Role>, 7> kRoles{{{Role::referring, "referring"},
                                               {Role::bioengineer, "bioengineer"},
                                               {Role::microbiologist, "microbiologist"},
                                               {Role::bioinformatician, "bioinformatician"},
                                               {Role::epidemiologist, "epidemiologist"},
                                               {Role::quality_manager, "quality_manager"},
                                               {Role::administrator, "administrator"}}};
constexpr std::array<NameRow<Reach>, 2> kReaches{
    {{Reach::laboratory, "laboratory"}, {Reach::region, "region"}}};

constexpr std::size_t kLongestName = 100;  // bytes

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool may_stand_in_username(char c) {
  return is_lower(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

}  // namespace

std::string_view name_of(Role role) { return name_in(kRoles, role); }
std::optional<Role> role_from(std::string_view name) { return value_in<Role>(kRoles, name); }

std::string_view name_of(Reach reach) { return name_in(kReaches, reach); }
std::optional<Reach> reach_from(std::string_view name) { return value_in<Reach>(kReaches, name); }

std::string role_list() {
  std::vector<std::string> names;
  for (const auto role : kEveryRole) names.emplace_back(name_of(role));
  return join(names, ", ");
}

bool Person::has(Role role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool is_valid_username(std::string_view username) {
  return username.size() >= 2 && username.size() <= 32 && is_lower(username.front()) &&
         std::all_of(username.begin(), username.end(), may_stand_in_username) &&
         username != kSystemUser;
}

Result<void> check_person(const Person& person) {
  if (!is_valid_username(person.username))
    return bad_input(fmt::format("'{}' is no username", person.username), {}, 0,
                     "2-32 of a-z, 0-9, '.', '-', '_', beginning with a letter");
  if (trim(person.name).empty() || person.name.size() > kLongestName)
    return bad_input("the name is empty or too long", {}, 0, "give the name printed on answers");
  if (person.roles.empty())
    return bad_input(fmt::format("{} has no role", person.username), {}, 0, role_list());
  const bool referring = person.has(Role::referring);
  if (referring && person.roles.size() > 1)
    return bad_input("a referring person has no other role", {}, 0,
                     "add a second person for work inside the laboratory");
  if (referring && person.laboratory.empty())
    return bad_input("a referring person needs a laboratory", {}, 0, "state its code");
  if (!referring && !person.laboratory.empty())
    return bad_input("only a referring person belongs to an outside laboratory", {}, 0,
                     "leave the laboratory out");
  return {};
}

}  // namespace kres::laboratory
