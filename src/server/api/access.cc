#include "server/api/access.h"

#include <algorithm>

#include "base/text.h"

namespace kres::api {

using laboratory::kEveryRole;
using laboratory::Role;

std::string Access::text() const {
  if (anyone) return from_here ? "anyone on the server's own machine" : "anyone";
  std::vector<std::string> names;
  for (const auto role : any_of) names.emplace_back(name_of(role));
  if (names.empty()) return "nobody";
  return join(names, ", ") + (in_person ? ", in person" : "");
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
Access deliverers() {
  return {
      .any_of = {Role::referring, Role::bioengineer, Role::microbiologist, Role::bioinformatician}};
}
Access referrers() {
  return {.any_of = {Role::referring, Role::bioengineer, Role::microbiologist}};
}
Access answer_readers() {
  return {.any_of = {Role::referring, Role::bioengineer, Role::microbiologist,
                     Role::bioinformatician, Role::epidemiologist, Role::quality_manager}};
}
Access only(Role role) { return {.any_of = {role}}; }

Access in_person(Access access) {
  access.in_person = true;
  return access;
}
Access from_here() { return {.anyone = true, .any_of = {}, .from_here = true}; }

Verdict judge(const Access& access, const Caller* caller, Asked asked) {
  if (access.from_here && !asked.from_here) return Verdict::elsewhere;
  if (access.anyone) return Verdict::allowed;
  if (caller == nullptr) return Verdict::unauthenticated;
  const bool has_role = std::any_of(access.any_of.begin(), access.any_of.end(),
                                    [&](const Role role) { return caller->person.has(role); });
  if (!caller->person.active || !has_role) return Verdict::forbidden;
  if (caller->token && access.in_person) return Verdict::needs_person;
  if (caller->token && asked.changes && *caller->token != laboratory::TokenReach::change)
    return Verdict::needs_change;
  return Verdict::allowed;
}

}  // namespace kres::api
