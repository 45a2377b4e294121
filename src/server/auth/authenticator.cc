#include "server/auth/authenticator.h"

#include <algorithm>

#include "laboratory/record_digest.h"
#include "server/auth/token.h"

namespace kres {

using laboratory::Person;
using laboratory::Session;

namespace {

Result<laboratory::Scope> load_scope(laboratory::UnitOfWork& work, const Person& person) {
  KRES_ASSIGN(const auto laboratories, work.laboratories().all());
  return laboratory::scope_of(person, laboratories);
}

}  // namespace

Authenticator::Authenticator(laboratory::Registry& registry, const laboratory::Clock& clock,
                             SessionPolicy policy, std::string decoy_hash)
    : registry_(registry),
      clock_(clock),
      policy_(policy),
      decoy_hash_(std::move(decoy_hash)),
      by_user_and_address_(policy.per_user_and_address),
      by_user_(policy.per_user),
      by_address_(policy.per_address) {}

Result<std::unique_ptr<Authenticator>> Authenticator::create(laboratory::Registry& registry,
                                                             const laboratory::Clock& clock,
                                                             SessionPolicy policy) {
  KRES_ASSIGN(auto decoy, hash_password(random_token(), policy.cost));
  return std::unique_ptr<Authenticator>(
      new Authenticator(registry, clock, policy, std::move(decoy)));
}

Result<std::variant<LoggedIn, MustWait>> Authenticator::log_in(const std::string& username,
                                                               const std::string& password,
                                                               const std::string& address) {
  const auto now = clock_.now();
  const auto both = username + '\n' + address;
  const auto wait = std::max({by_user_and_address_.wait(both, now), by_user_.wait(username, now),
                              by_address_.wait(address, now)});
  if (wait.count() > 0) return MustWait{wait};
  by_user_and_address_.count(both, now);
  by_user_.count(username, now);
  by_address_.count(address, now);

  KRES_ASSIGN(const auto candidate, look_up(username));
  const bool right = verify_password(candidate.password_hash, password);
  if (!right || !candidate.person || !candidate.person->active) {
    KRES_TRY(note_refusal(candidate));
    return fail({ErrorCode::unauthenticated, "The user name or the password is wrong", {}, 0, {}});
  }
  by_user_and_address_.forget(both);
  by_user_.take_back(username);
  by_address_.take_back(address);
  Rehash rehash{.before = candidate.password_hash, .after = {}};
  if (needs_rehash(candidate.password_hash, policy_.cost)) {
    KRES_ASSIGN(rehash.after, hash_password(password, policy_.cost));
  }
  KRES_ASSIGN(auto logged_in, begin(*candidate.person, rehash));
  return logged_in;
}

Result<Authenticator::Candidate> Authenticator::look_up(const std::string& username) {
  Candidate candidate{std::nullopt, decoy_hash_};
  KRES_ASSIGN(const auto work, registry_.read());
  KRES_ASSIGN(candidate.person, work->people().find(username));
  if (!candidate.person) return candidate;
  KRES_ASSIGN(const auto hash, work->people().password_hash(candidate.person->id));
  if (hash) candidate.password_hash = *hash;
  return candidate;
}

// A password that was changed since it was found to be right stays as it was changed.
Result<void> Authenticator::store(laboratory::UnitOfWork& work, const Person& person,
                                  const Rehash& rehash, Instant now) {
  if (rehash.after.empty()) return {};
  KRES_ASSIGN(const auto stored, work.people().password_hash(person.id));
  if (stored != rehash.before) return {};
  KRES_TRY(work.people().set_password_hash(person.id, rehash.after));
  KRES_TRY(work.audit().append({.person = person.username,
                                .time = now,
                                .event = "person.password_rehashed",
                                .subject = person.username,
                                .detail = {},
                                .before_digest = laboratory::digest_of_password(rehash.before),
                                .after_digest = laboratory::digest_of_password(rehash.after)}));
  return {};
}

Result<LoggedIn> Authenticator::begin(const Person& person, const Rehash& rehash) {
  const auto now = clock_.now();
  KRES_ASSIGN(const auto work, registry_.write());
  KRES_ASSIGN(auto scope, load_scope(*work, person));
  LoggedIn logged_in{{person, random_token(), std::move(scope), {}}, random_token()};
  KRES_TRY(work->sessions().remove_expired(now));
  KRES_TRY(work->sessions().add({.token_digest = token_digest(logged_in.token),
                                 .csrf_token = logged_in.caller.csrf_token,
                                 .person = person.id,
                                 .created = now,
                                 .last_used = now,
                                 .expires = now + policy_.longest}));
  KRES_TRY(store(*work, person, rehash, now));
  KRES_TRY(work->audit().append({.person = person.username,
                                 .time = now,
                                 .event = "person.logged_in",
                                 .subject = person.username,
                                 .detail = {},
                                 .before_digest = {},
                                 .after_digest = {}}));
  KRES_TRY(work->commit());
  return logged_in;
}

// An unknown user is noted too, as the same work must be done, but not what was typed: it may be a
// password in the wrong field.
Result<void> Authenticator::note_refusal(const Candidate& candidate) {
  KRES_ASSIGN(const auto work, registry_.write());
  KRES_TRY(
      work->audit().append({.person = std::string(laboratory::kSystemUser),
                            .time = clock_.now(),
                            .event = "person.log_in_refused",
                            .subject = candidate.person ? candidate.person->username : "unknown",
                            .detail = {},
                            .before_digest = {},
                            .after_digest = {}}));
  return work->commit();
}

Result<std::optional<Caller>> Authenticator::who(const std::string& token) {
  const auto now = clock_.now();
  const auto digest = token_digest(token);
  std::optional<Session> session;
  std::optional<Person> person;
  auto scope = laboratory::Scope::nothing();
  {
    KRES_ASSIGN(const auto work, registry_.read());
    KRES_ASSIGN(session, work->sessions().find(digest));
    if (!session || now >= session->expires || now - session->last_used >= policy_.idle)
      return std::nullopt;
    KRES_ASSIGN(person, work->people().find(session->person));
    if (!person || !person->active) return std::nullopt;
    KRES_ASSIGN(scope, load_scope(*work, *person));
  }
  if (now - session->last_used >= policy_.touch) {
    KRES_ASSIGN(const auto work, registry_.write());
    KRES_TRY(work->sessions().touch(digest, now));
    KRES_TRY(work->commit());
  }
  return Caller{*std::move(person), session->csrf_token, std::move(scope), {}};
}

Result<std::optional<Caller>> Authenticator::bearer(const std::string& token) {
  if (!token.starts_with(kApiTokenPrefix)) return std::nullopt;
  const auto now = clock_.now();
  std::optional<laboratory::ApiToken> stored;
  std::optional<Person> person;
  auto scope = laboratory::Scope::nothing();
  {
    KRES_ASSIGN(const auto work, registry_.read());
    KRES_ASSIGN(stored, work->api_tokens().find(token_digest(token)));
    if (!stored || !stored->is_valid(now)) return std::nullopt;
    KRES_ASSIGN(person, work->people().find(stored->person));
    if (!person || !person->active) return std::nullopt;
    KRES_ASSIGN(scope, load_scope(*work, *person));
  }
  if (!stored->last_used || now - *stored->last_used >= policy_.touch) {
    KRES_ASSIGN(const auto work, registry_.write());
    KRES_TRY(work->api_tokens().touch(stored->id, now));
    KRES_TRY(work->commit());
  }
  return Caller{*std::move(person), {}, std::move(scope), stored->reach};
}

Result<std::chrono::seconds> Authenticator::confirm(const Person& person,
                                                    const std::string& password,
                                                    const std::string& address) {
  const auto now = clock_.now();
  const auto both = person.username + '\n' + address;
  const auto wait = by_user_and_address_.wait(both, now);
  if (wait.count() > 0) return wait;
  by_user_and_address_.count(both, now);
  KRES_ASSIGN(const auto candidate, look_up(person.username));
  if (!verify_password(candidate.password_hash, password)) {
    KRES_TRY(note_refusal(candidate));
    return fail({ErrorCode::forbidden, "session.why.password", {}, 0, {}});
  }
  by_user_and_address_.forget(both);
  return std::chrono::seconds(0);
}

Result<LoggedIn> Authenticator::recognised(const std::string& username) {
  KRES_ASSIGN(const auto candidate, look_up(username));
  if (candidate.person && candidate.person->active) return open_session(*candidate.person);
  KRES_TRY(note_refusal(candidate));
  return fail({ErrorCode::unauthenticated, "Nobody of that name may log in here", {}, 0, {}});
}

Result<void> Authenticator::log_out(const std::string& token) {
  KRES_ASSIGN(const auto work, registry_.write());
  KRES_TRY(work->sessions().remove(token_digest(token)));
  return work->commit();
}

}  // namespace kres
