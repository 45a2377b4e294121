#include "server/api/access.h"

#include <algorithm>

#include "base/text.h"

namespace kres::api {

using laboratory::Role;

std::string Access::text() const {
  if (anyone) return "anyone";
  std::vector<std::string> names;
  for (const auto role : any_of) names.emplace_back(name_of(role));
  return names.empty() ? "nobody" : join(names, ", ");
}

Access open_to_anyone() { return {.anyone = true, .any_of = {}}; }
Access staff() { return {.any_of = {Role::bioengineer, Role::microbiologist}}; }
Access every_person() {
  return {.any_of = {Role::bioengineer, Role::microbiologist, Role::administrator}};
}
Access only(Role role) { return {.any_of = {role}}; }

Verdict judge(const Access& access, const Caller* caller) {
  if (access.anyone) return Verdict::allowed;
  if (caller == nullptr) return Verdict::unauthenticated;
  const bool has_role = std::any_of(access.any_of.begin(), access.any_of.end(),
                                    [&](const Role role) { return caller->person.has(role); });
  return caller->person.active && has_role ? Verdict::allowed : Verdict::forbidden;
}

}  // namespace kres::api
