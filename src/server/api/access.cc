#include "server/api/access.h"

#include <algorithm>

#include "base/text.h"

namespace kres::api {

using laboratory::kEveryRole;
using laboratory::Role;

std::string Access::text() const {
  if (anyone) return "anyone";
  std::vector<std::string> names;
  for (const auto role : any_of) names.emplace_back(name_of(role));
  return names.empty() ? "nobody" : join(names, ", ");
}

Access open_to_anyone() { return {.anyone = true, .any_of = {}}; }
Access every_person() { return {.any_of = {kEveryRole.begin(), kEveryRole.end()}}; }
Access inside() {
  return {.any_of = {Role::bioengineer, Role::microbiologist, Role::bioinformatician,
                     Role::epidemiologist, Role::quality_manager, Role::administrator}};
}
Access readers() {
  return {.any_of = {Role::bioengineer, Role::microbiologist, Role::bioinformatician,
                     Role::epidemiologist, Role::quality_manager}};
}
Access staff() { return {.any_of = {Role::bioengineer, Role::microbiologist}}; }
Access sequencers() {
  return {.any_of = {Role::bioengineer, Role::microbiologist, Role::bioinformatician}};
}
Access answer_readers() {
  return {.any_of = {Role::referring, Role::bioengineer, Role::microbiologist,
                     Role::bioinformatician, Role::epidemiologist, Role::quality_manager}};
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
