#include "workflow/people.h"

#include <algorithm>

#include <fmt/format.h>

#include "laboratory/record_digest.h"
#include "workflow/token_revocation.h"

namespace kres::workflow {

using laboratory::Person;
using laboratory::Role;
using laboratory::UnitOfWork;

namespace {

tl::unexpected<Error> conflict(std::string message, std::string remedy) {
  return fail({.code = ErrorCode::conflict,
               .message = std::move(message),
               .file = {},
               .remedy = std::move(remedy)});
}

std::string in_words(const Person& person) {
  std::string words;
  for (const auto role : person.roles)
    words += fmt::format("{}{}", words.empty() ? "" : ", ", name_of(role));
  if (!person.laboratory.empty())
    words += fmt::format(" of {} ({})", person.laboratory, name_of(person.reach));
  return words + (person.active ? "" : ", inactive");
}

Result<void> check(UnitOfWork& work, const Person& person) {
  KRES_TRY(check_person(person));
  if (person.laboratory.empty()) return {};
  KRES_ASSIGN(const auto known, work.laboratories().find(person.laboratory));
  if (known) return {};
  return bad_input(fmt::format("'{}' is the code of no laboratory", person.laboratory), {}, 0,
                   "the codes are in the list of laboratories");
}

Result<void> keep_an_administrator(UnitOfWork& work, const Person& changed) {
  if (changed.active && changed.has(Role::administrator)) return {};
  KRES_ASSIGN(const auto people, work.people().all());
  const auto may_change_people = [](const Person& one) {
    return one.active && one.has(Role::administrator);
  };
  const auto others = std::count_if(people.begin(), people.end(), [&](const Person& one) {
    return one.username != changed.username && may_change_people(one);
  });
  const bool was_one = std::any_of(people.begin(), people.end(), [&](const Person& one) {
    return one.username == changed.username && may_change_people(one);
  });
  if (!was_one || others > 0) return {};
  return conflict("people.why.last_administrator", "make somebody else an administrator first");
}

}  // namespace

Result<Person> person_named(UnitOfWork& work, const std::string& username) {
  KRES_ASSIGN(auto person, work.people().find(username));
  if (person) return *std::move(person);
  return fail({.code = ErrorCode::not_found,
               .message = fmt::format("there is no person '{}'", username),
               .file = {},
               .remedy = {}});
}

Result<void> note_password(UnitOfWork& work, const Services& services, const std::string& username,
                           std::string event, const std::string& password_hash,
                           const std::string& by) {
  KRES_TRY(work.audit().append({.person = by,
                                .time = services.clock.now(),
                                .event = std::move(event),
                                .subject = username,
                                .detail = {},
                                .before_digest = {},
                                .after_digest = laboratory::digest_of_password(password_hash)}));
  return {};
}

Result<Person> add_person(const Services& services, Person person, const std::string& password_hash,
                          const std::string& by) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_TRY(check(*work, person));
  KRES_ASSIGN(const auto known, work->people().find(person.username));
  if (known)
    return conflict(fmt::format("there is a person '{}' already", person.username),
                    "take another username");
  KRES_ASSIGN(person.id, work->people().add(person, password_hash));
  KRES_TRY(work->audit().append({.person = by,
                                 .time = services.clock.now(),
                                 .event = "person.added",
                                 .subject = person.username,
                                 .detail = in_words(person),
                                 .before_digest = {},
                                 .after_digest = digest_of(person)}));
  KRES_TRY(
      note_password(*work, services, person.username, "person.password_set", password_hash, by));
  KRES_TRY(work->commit());
  return person;
}

Result<Person> change_person(const Services& services, const Person& person,
                             const std::string& before, const std::string& by) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto stored, person_named(*work, person.username));
  const auto stored_digest = digest_of(stored);
  if (!before.empty() && before != stored_digest)
    return conflict(fmt::format("{} was changed by someone else", person.username),
                    "look at it again");
  auto changed = person;
  changed.id = stored.id;
  KRES_TRY(check(*work, changed));
  if (digest_of(changed) == stored_digest) return stored;
  KRES_TRY(keep_an_administrator(*work, changed));
  KRES_TRY(work->people().update(changed));
  KRES_TRY(work->sessions().remove_of(changed.id));
  KRES_TRY(work->audit().append({.person = by,
                                 .time = services.clock.now(),
                                 .event = "person.changed",
                                 .subject = changed.username,
                                 .detail = in_words(changed),
                                 .before_digest = stored_digest,
                                 .after_digest = digest_of(changed)}));
  KRES_TRY(work->commit());
  return changed;
}

Result<void> change_password(const Services& services, const std::string& username,
                             const std::string& password_hash, const std::string& by) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto person, person_named(*work, username));
  KRES_TRY(work->people().set_password_hash(person.id, password_hash));
  KRES_TRY(work->sessions().remove_of(person.id));
  KRES_TRY(revoke_tokens_of(*work, services, person, by));
  KRES_TRY(note_password(*work, services, person.username, "person.password_changed", password_hash,
                         by));
  return work->commit();
}

}  // namespace kres::workflow
