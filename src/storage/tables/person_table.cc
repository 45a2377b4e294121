#include "storage/tables/person_table.h"

#include <fmt/format.h>

#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::Person;
using laboratory::PersonId;
using laboratory::Reach;

namespace {

constexpr std::string_view kSelect =
    "select id, username, name, active, (select laboratory from person_laboratory where "
    "person_laboratory.person = person.id), (select reach from person_laboratory where "
    "person_laboratory.person = person.id) from person ";

Person person_of(const Row& row) {
  return {.id = {row.integer(0)},
          .username = row.text(1),
          .name = row.text(2),
          .roles = {},
          .active = row.flag(3),
          .laboratory = row.text(4),
          .reach = laboratory::reach_from(row.text(5)).value_or(Reach::laboratory)};
}

Result<void> load_roles(Session& session, Person& person) {
  KRES_ASSIGN(const auto rows,
              session.query("select role from person_role where person = :person order by role",
                            {{"person", person.id.value}}));
  for (const auto& row : rows)
    if (const auto role = laboratory::role_from(row.text(0))) person.roles.push_back(*role);
  return {};
}

Result<std::vector<Person>> people_of(Session& session, const std::vector<Row>& rows) {
  auto people = every<Person>(rows, person_of);
  for (auto& person : people) KRES_TRY(load_roles(session, person));
  return people;
}

Result<std::optional<Person>> person_in(Session& session, const std::vector<Row>& rows) {
  KRES_ASSIGN(auto people, people_of(session, rows));
  if (people.empty()) return std::nullopt;
  return std::move(people.front());
}

Result<void> save_roles(Session& session, PersonId id, const Person& person) {
  KRES_TRY(
      session.execute("delete from person_role where person = :person", {{"person", id.value}}));
  for (const auto role : person.roles)
    KRES_TRY(session.execute("insert into person_role (person, role) values (:person, :role)",
                             {{"person", id.value}, {"role", laboratory::name_of(role)}}));
  return {};
}

Result<void> save_laboratory(Session& session, PersonId id, const Person& person) {
  KRES_TRY(session.execute("delete from person_laboratory where person = :person",
                           {{"person", id.value}}));
  if (person.laboratory.empty()) return {};
  KRES_TRY(
      session.execute("insert into person_laboratory (person, laboratory, reach) values "
                      "(:person, :laboratory, :reach)",
                      {{"person", id.value},
                       {"laboratory", person.laboratory},
                       {"reach", laboratory::name_of(person.reach)}}));
  return {};
}

}  // namespace

Result<PersonId> PersonTable::add(const Person& person, const std::string& password_hash) {
  KRES_ASSIGN(const auto rows,
              session_.query("insert into person (username, name, password_hash, active) values "
                             "(:username, :name, :password_hash, :active) returning id",
                             {{"username", person.username},
                              {"name", person.name},
                              {"password_hash", password_hash},
                              {"active", person.active}}));
  const PersonId id{rows.front().integer(0)};
  KRES_TRY(save_roles(session_, id, person));
  KRES_TRY(save_laboratory(session_, id, person));
  return id;
}

Result<void> PersonTable::update(const Person& person) {
  KRES_ASSIGN(const auto changed,
              session_.execute(
                  "update person set name = :name, active = :active where id = :id",
                  {{"name", person.name}, {"active", person.active}, {"id", person.id.value}}));
  if (changed == 0)
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("there is no person {}", person.username),
                 .file = {},
                 .remedy = {}});
  KRES_TRY(save_roles(session_, person.id, person));
  return save_laboratory(session_, person.id, person);
}

Result<void> PersonTable::set_password_hash(PersonId person, const std::string& password_hash) {
  KRES_TRY(session_.execute("update person set password_hash = :password_hash where id = :id",
                            {{"password_hash", password_hash}, {"id", person.value}}));
  return {};
}

Result<std::optional<Person>> PersonTable::find(PersonId id) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "where id = :id", {{"id", id.value}}));
  return person_in(session_, rows);
}

Result<std::optional<Person>> PersonTable::find(const std::string& username) {
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "where username = :username",
                                              {{"username", username}}));
  return person_in(session_, rows);
}

Result<std::optional<std::string>> PersonTable::password_hash(PersonId person) {
  KRES_ASSIGN(const auto rows, session_.query("select password_hash from person where id = :id",
                                              {{"id", person.value}}));
  return first<std::string>(rows, [](const Row& row) { return row.text(0); });
}

Result<std::vector<Person>> PersonTable::all() {
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "order by username"));
  return people_of(session_, rows);
}

}  // namespace kres::storage
