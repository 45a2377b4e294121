#include "storage/tables/session_table.h"

#include "storage/tables/columns.h"

namespace kres::storage {

namespace {
laboratory::Session session_of(const Row& row) {
  return {.token_digest = row.text(0),
          .csrf_token = row.text(1),
          .person = {row.integer(2)},
          .created = row.instant(3),
          .last_used = row.instant(4),
          .expires = row.instant(5)};
}
}  // namespace

Result<void> SessionTable::add(const laboratory::Session& session) {
  KRES_TRY(session_.execute(
      "insert into session (token_digest, csrf_token, person, created, last_used, expires) values "
      "(:token_digest, :csrf_token, :person, :created, :last_used, :expires)",
      {{"token_digest", session.token_digest},
       {"csrf_token", session.csrf_token},
       {"person", session.person.value},
       {"created", session.created},
       {"last_used", session.last_used},
       {"expires", session.expires}}));
  return {};
}

Result<std::optional<laboratory::Session>> SessionTable::find(const std::string& token_digest) {
  KRES_ASSIGN(const auto rows,
              session_.query("select token_digest, csrf_token, person, created, last_used, expires "
                             "from session where token_digest = :token_digest",
                             {{"token_digest", token_digest}}));
  return first<laboratory::Session>(rows, session_of);
}

Result<void> SessionTable::touch(const std::string& token_digest, Instant last_used) {
  KRES_TRY(session_.execute(
      "update session set last_used = :last_used where token_digest = :token_digest",
      {{"last_used", last_used}, {"token_digest", token_digest}}));
  return {};
}

Result<void> SessionTable::remove(const std::string& token_digest) {
  KRES_TRY(session_.execute("delete from session where token_digest = :token_digest",
                            {{"token_digest", token_digest}}));
  return {};
}

Result<void> SessionTable::remove_of(laboratory::PersonId person) {
  KRES_TRY(
      session_.execute("delete from session where person = :person", {{"person", person.value}}));
  return {};
}

Result<void> SessionTable::remove_expired(Instant now) {
  KRES_TRY(session_.execute("delete from session where expires <= :now", {{"now", now}}));
  return {};
}

}  // namespace kres::storage
