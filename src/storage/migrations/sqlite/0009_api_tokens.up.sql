-- Tokens of programs: given and revoked, never removed. Stored is the SHA-256 of the token.
create table api_token (
  id integer primary key,
  person bigint not null references person (id),
  name text not null,
  token_digest text not null unique,
  reach text not null,
  created text not null,
  created_by text not null,
  expires text not null,
  last_used text,
  revoked text
)

create index api_token_by_person on api_token (person)

create trigger api_token_is_kept_on_delete before delete on api_token
begin
  select raise(abort, 'api_token is never deleted');
end

create trigger api_token_stays_revoked before update on api_token
when old.revoked is not null and (new.revoked is null or new.revoked <> old.revoked)
begin
  select raise(abort, 'api_token that is revoked stays so');
end
