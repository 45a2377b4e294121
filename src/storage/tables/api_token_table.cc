#include "storage/tables/api_token_table.h"

#include <fmt/format.h>

#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::ApiToken;
using laboratory::ApiTokenId;
using laboratory::TokenReach;

namespace {

constexpr std::string_view kSelect =
    "select id, person, name, token_digest, reach, created, created_by, expires, last_used, "
    "revoked from api_token ";

ApiToken token_of(const Row& row) {
  return {.id = {row.integer(0)},
          .person = {row.integer(1)},
          .name = row.text(2),
          .token_digest = row.text(3),
          .reach = laboratory::token_reach_from(row.text(4)).value_or(TokenReach::read),
          .created = row.instant(5),
          .created_by = row.text(6),
          .expires = row.instant(7),
          .last_used = row.optional_instant(8),
          .revoked = row.optional_instant(9)};
}

}  // namespace

Result<ApiTokenId> ApiTokenTable::add(const ApiToken& token) {
  KRES_ASSIGN(const auto rows,
              session_.query("insert into api_token (person, name, token_digest, reach, created, "
                             "created_by, expires) values (:person, :name, :token_digest, :reach, "
                             ":created, :created_by, :expires) returning id",
                             {{"person", token.person.value},
                              {"name", token.name},
                              {"token_digest", token.token_digest},
                              {"reach", laboratory::name_of(token.reach)},
                              {"created", token.created},
                              {"created_by", token.created_by},
                              {"expires", token.expires}}));
  return ApiTokenId{rows.front().integer(0)};
}

Result<std::optional<ApiToken>> ApiTokenTable::find(ApiTokenId id) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "where id = :id", {{"id", id.value}}));
  return first<ApiToken>(rows, token_of);
}

Result<std::optional<ApiToken>> ApiTokenTable::find(const std::string& token_digest) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "where token_digest = :token_digest",
                             {{"token_digest", token_digest}}));
  return first<ApiToken>(rows, token_of);
}

Result<std::vector<ApiToken>> ApiTokenTable::of(laboratory::PersonId person) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "where person = :person order by id desc",
                             {{"person", person.value}}));
  return every<ApiToken>(rows, token_of);
}

Result<void> ApiTokenTable::touch(ApiTokenId id, Instant last_used) {
  KRES_TRY(session_.execute("update api_token set last_used = :last_used where id = :id",
                            {{"last_used", last_used}, {"id", id.value}}));
  return {};
}

Result<void> ApiTokenTable::revoke(ApiTokenId id, Instant now) {
  KRES_ASSIGN(const auto changed,
              session_.execute("update api_token set revoked = :now where id = :id and revoked is "
                               "null",
                               {{"now", now}, {"id", id.value}}));
  if (changed == 1) return {};
  return fail({.code = ErrorCode::conflict,
               .message = fmt::format("token {} is revoked already", id.value),
               .file = {},
               .remedy = {}});
}

}  // namespace kres::storage
