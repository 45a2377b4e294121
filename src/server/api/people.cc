// The people of the registry: the administrator adds, changes and deactivates them.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "laboratory/record_digest.h"
#include "server/api/body.h"
#include "server/api/endpoint.h"
#include "server/api/person_json.h"
#include "server/api/services.h"
#include "server/auth/password.h"
#include "server/http/etag.h"
#include "workflow/people.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;
using laboratory::Person;

constexpr std::size_t kLongestText = 100;  // bytes
constexpr std::size_t kMostRoles = 7;

Result<std::vector<laboratory::Role>> roles_in(const nlohmann::json& body) {
  const auto list = body.find("roles");
  if (list == body.end() || !list->is_array() || list->size() > kMostRoles)
    return bad_input("The field 'roles' is no list of roles");
  std::vector<laboratory::Role> roles;
  for (const auto& name : *list) {
    const auto role =
        name.is_string() ? laboratory::role_from(name.get<std::string>()) : std::nullopt;
    if (!role) return bad_input("A role is none of " + laboratory::role_list());
    roles.push_back(*role);
  }
  return roles;
}

// What both adding and changing state.
Result<Person> person_in(const nlohmann::json& body, std::string username) {
  Person person;
  person.username = std::move(username);
  KRES_ASSIGN(person.name, required_text(body, "name", kLongestText));
  KRES_ASSIGN(person.roles, roles_in(body));
  KRES_ASSIGN(person.laboratory, optional_text(body, "laboratory", kLongestText));
  KRES_ASSIGN(const auto reach, optional_text(body, "reach", kLongestText));
  const auto known = reach.empty() ? laboratory::Reach::laboratory : laboratory::reach_from(reach);
  if (!known) return bad_input("The field 'reach' is neither 'laboratory' nor 'region'");
  person.reach = *known;
  return person;
}

Result<std::string> hash_in(const nlohmann::json& body, const std::string& username,
                            const Authenticator& authenticator) {
  KRES_ASSIGN(const auto password, password_field(body, "password"));
  KRES_TRY(check_new_password(password, username));
  return hash_password(password, authenticator.policy().cost);
}

http::Response person_response(int status, const Person& person) {
  return http::json_response(status, person_value(person).dump()).with("ETag", etag_of(person));
}

Result<http::Response> list_people(Services& services, const Call&) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto people, work->people().all());
  Json items = Json::array();
  for (const auto& person : people) {
    items.push_back(person_value(person));
    items.back()["etag"] = etag_of(person);
  }
  return http::json_response(200, Json{{"items", std::move(items)}}.dump());
}

Result<http::Response> add_person(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(auto username, required_text(body, "username", kLongestText));
  KRES_ASSIGN(auto person, person_in(body, std::move(username)));
  KRES_TRY(check_person(person));
  KRES_ASSIGN(const auto hash, hash_in(body, person.username, services.authenticator));
  KRES_ASSIGN(const auto added, workflow::add_person(services.desk.services, std::move(person),
                                                     hash, call.caller->person.username));
  return person_response(201, added).with("Location", "/api/v1/people/" + added.username);
}

Result<http::Response> change_person(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(auto person, person_in(body, call.path["username"]));
  const auto active = body.find("active");
  if (active == body.end() || !active->is_boolean())
    return bad_input("The field 'active' is neither true nor false");
  person.active = active->get<bool>();
  Person stored;
  {
    KRES_ASSIGN(const auto work, services.registry().read());
    KRES_ASSIGN(stored, workflow::person_named(*work, person.username));
  }
  if (auto stale = http::check_if_match(call.request, etag_of(stored))) return *std::move(stale);
  KRES_ASSIGN(const auto changed,
              workflow::change_person(services.desk.services, person, digest_of(stored),
                                      call.caller->person.username));
  return person_response(200, changed);
}

Result<http::Response> give_password(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  const auto& username = call.path["username"];
  KRES_ASSIGN(const auto hash, hash_in(body, username, services.authenticator));
  KRES_TRY(workflow::change_password(services.desk.services, username, hash,
                                     call.caller->person.username));
  return http::empty_response(204);
}

}  // namespace

std::vector<Endpoint> people_endpoints() {
  constexpr std::string_view kPeople = "/api/v1/people";
  constexpr std::string_view kPerson = "/api/v1/people/{username}";
  const auto administrator = in_person(only(laboratory::Role::administrator));
  return {
      {.route = {.method = http::Method::get,
                 .pattern = kPeople,
                 .id = "list_people",
                 .tag = "people",
                 .summary = "Everybody who may log in or once could.",
                 .response_schema = "PersonList"},
       .access = administrator,
       .handler = list_people},
      {.route = {.method = http::Method::post,
                 .pattern = kPeople,
                 .id = "add_person",
                 .tag = "people",
                 .summary = "Adds a person with roles and a first password.",
                 .request_schema = "NewPerson",
                 .response_schema = "Person",
                 .status = 201,
                 .tagged = true},
       .access = administrator,
       .handler = add_person},
      {.route = {.method = http::Method::put,
                 .pattern = kPerson,
                 .id = "change_person",
                 .tag = "people",
                 .summary = "Name, roles, laboratory, and whether the person may log in at all; "
                            "ends the person's sessions.",
                 .request_schema = "ChangedPerson",
                 .response_schema = "Person",
                 .tagged = true,
                 .conditional = true},
       .access = administrator,
       .handler = change_person},
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/people/{username}/password",
                 .id = "give_password",
                 .tag = "people",
                 .summary = "Gives a person a new password, and ends the person's sessions.",
                 .request_schema = "NewPassword",
                 .status = 204},
       .access = administrator,
       .handler = give_password},
  };
}

}  // namespace kres::api
