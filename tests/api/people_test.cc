// People over HTTP: the administrator adds, changes and deactivates; nobody is ever deleted.
#include "tests/api/api_fixture.h"

using namespace kres;
using kres::testing::Answer;
using kres::testing::Client;
using kres::testing::kPassword;
using nlohmann::json;

namespace {

const std::vector<std::string> kNoFaults;
const json kNew = {{"username", "nora"},
                   {"name", "Nora Nes"},
                   {"roles", {"bioengineer"}},
                   {"password", "a long enough one"}};

class People : public kres::testing::ApiFixture {
 protected:
  static Answer put(Client& person, const std::string& username, const json& body,
                    const std::string& etag) {
    return person.send("PUT", "/api/v1/people/" + username, body.dump(),
                       {{"Content-Type", "application/json"},
                        {"X-CSRF-Token", person.csrf_token},
                        {"If-Match", etag}});
  }
  static std::string etag_of(Client& ada, const std::string& username) {
    const auto list = ada.get("/api/v1/people").json();
    for (const auto& person : list["items"])
      if (person["username"] == username) return person["etag"];
    return {};
  }
  static std::string in_words(const laboratory::AuditEvent& event) {
    return event.entry.event + " " + event.entry.subject + " by " + event.entry.person + ": " +
           event.entry.detail;
  }
  std::string last_event() { return in_words(registry_.read()->audit().last().value().value()); }
  // What the trail says of a person, oldest first.
  std::vector<std::string> events_of(const std::string& username) {
    std::vector<std::string> events;
    const auto stored = registry_.read()->audit().of(username);
    for (const auto& event : *stored) events.push_back(in_words(event));
    return events;
  }
};

}  // namespace

TEST_F(People, AreAddedWithRolesAndAFirstPassword) {
  auto ada = logged_in("ada");
  const auto added = ada.post("/api/v1/people", kNew);
  ASSERT_EQ(added.status, 201) << added.body;
  EXPECT_EQ(faults(added, "Person"), kNoFaults) << added.body;
  EXPECT_EQ(events_of("nora"), (std::vector<std::string>{"person.added nora by ada: bioengineer",
                                                         "person.password_set nora by ada: "}));
  auto nora = client();
  EXPECT_EQ(nora.log_in("nora", "a long enough one").status, 200);
  EXPECT_EQ(nora.get("/api/v1/isolates").status, 200);
  const auto list = ada.get("/api/v1/people");
  EXPECT_EQ(faults(list, "PersonList"), kNoFaults) << list.body;
  EXPECT_EQ(list.body.find("argon2"), std::string::npos);
  EXPECT_EQ(ada.post("/api/v1/people", kNew).status, 409) << "the username is taken";
}

TEST_F(People, ThatCannotBeAreRefusedWithTheReason) {
  auto ada = logged_in("ada");
  const auto refused = [&](const char* field, const json& value) {
    auto body = kNew;
    body[field] = value;
    const auto answer = ada.post("/api/v1/people", body);
    EXPECT_EQ(answer.status, 400) << field << value << answer.body;
    return answer.json()["detail"].get<std::string>();
  };
  EXPECT_NE(refused("password", "short").find("shorter than 12"), std::string::npos);
  EXPECT_NE(refused("password", "nora is my name").find("contains the user name"),
            std::string::npos);
  EXPECT_NE(refused("roles", json::array()).find("no role"), std::string::npos);
  EXPECT_NE(refused("roles", {"king"}).find("A role is none of"), std::string::npos);
  EXPECT_NE(refused("roles", {"referring"}).find("needs a laboratory"), std::string::npos);
  EXPECT_NE(refused("laboratory", "UNN").find("only a referring person"), std::string::npos);
  EXPECT_NE(refused("username", "Nora").find("is no username"), std::string::npos);
  EXPECT_EQ(ada.get("/api/v1/people").body.find("nora"), std::string::npos);
}

TEST_F(People, OfAnUnknownLaboratoryAreRefused) {
  auto ada = logged_in("ada");
  auto body = kNew;
  body["roles"] = {"referring"};
  body["laboratory"] = "NONE";
  EXPECT_EQ(ada.post("/api/v1/people", body).status, 400);
  body["laboratory"] = "UNN";
  body["reach"] = "region";
  const auto added = ada.post("/api/v1/people", body);
  ASSERT_EQ(added.status, 201) << added.body;
  EXPECT_EQ(added.json()["reach"], "region");
  EXPECT_EQ(events_of("nora").front(), "person.added nora by ada: referring of UNN (region)");
}

TEST_F(People, DeactivatedOnesAreOutAtOnceAndStayInTheList) {
  auto ada = logged_in("ada");
  auto beate = logged_in("beate");
  const json off = {{"name", "Beate Berg"}, {"roles", {"bioengineer"}}, {"active", false}};
  const auto changed = put(ada, "beate", off, etag_of(ada, "beate"));
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(changed.json()["active"], false);
  EXPECT_EQ(beate.get("/api/v1/session").status, 401);
  EXPECT_EQ(client().log_in("beate", kPassword).status, 401);
  EXPECT_NE(ada.get("/api/v1/people").body.find("\"beate\""), std::string::npos);
  EXPECT_EQ(last_event().substr(0, 28), "person.log_in_refused beate ");
  EXPECT_EQ(
      ada.send("DELETE", "/api/v1/people/beate", "", {{"X-CSRF-Token", ada.csrf_token}}).status,
      405);
}

TEST_F(People, AChangeOfRolesTakesEffectAtOnce) {
  auto ada = logged_in("ada");
  auto beate = logged_in("beate");
  const json body = {{"name", "Beate Berg"}, {"roles", {"epidemiologist"}}, {"active", true}};
  ASSERT_EQ(put(ada, "beate", body, etag_of(ada, "beate")).status, 200);
  EXPECT_EQ(beate.get("/api/v1/isolates").status, 401) << "the session has ended";
  auto again = logged_in("beate");
  EXPECT_EQ(again.get("/api/v1/session").json()["person"]["roles"], json({"epidemiologist"}));
}

TEST_F(People, OfTwoWhoChangeOnePersonTheSecondIsTold) {
  auto ada = logged_in("ada");
  const auto seen = etag_of(ada, "beate");
  json body = {{"name", "Beate Berg Hansen"}, {"roles", {"bioengineer"}}, {"active", true}};
  EXPECT_EQ(put(ada, "beate", body, seen).status, 200);
  EXPECT_EQ(put(ada, "beate", body, seen).status, 412);
}

TEST_F(People, TheLastAdministratorStaysOne) {
  auto ada = logged_in("ada");
  const json body = {{"name", "Ada Aas"}, {"roles", {"administrator"}}, {"active", false}};
  const auto refused = put(ada, "ada", body, etag_of(ada, "ada"));
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(refused.key(), "people.why.last_administrator");
}

TEST_F(People, AGivenPasswordEndsTheSessionsOfThePerson) {
  auto ada = logged_in("ada");
  auto beate = logged_in("beate");
  const auto given = ada.post("/api/v1/people/beate/password", {{"password", "another long one"}});
  EXPECT_EQ(given.status, 204) << given.body;
  EXPECT_EQ(beate.get("/api/v1/session").status, 401);
  EXPECT_EQ(client().log_in("beate", kPassword).status, 401);
  EXPECT_EQ(client().log_in("beate", "another long one").status, 200);
  EXPECT_EQ(ada.post("/api/v1/people/nobody/password", {{"password", "another long one"}}).status,
            404);
}

TEST_F(People, ChangeTheirOwnPasswordWithTheOldOne) {
  auto beate = logged_in("beate");
  auto elsewhere = logged_in("beate");
  const json wanted = {{"current", kPassword}, {"password", "quite another one"}};
  auto before = beate;
  EXPECT_EQ(beate
                .post("/api/v1/session/password",
                      {{"current", "guess"}, {"password", "quite another one"}})
                .key(),
            "session.why.password");
  const auto changed = beate.post("/api/v1/session/password", wanted);
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(faults(changed, "Session"), kNoFaults) << changed.body;
  EXPECT_EQ(before.get("/api/v1/session").status, 401) << "the session goes on under a new token";
  EXPECT_EQ(elsewhere.get("/api/v1/session").status, 401);
  EXPECT_EQ(client().log_in("beate", "quite another one").status, 200);
}

TEST_F(People, WhoGuessesTheOldPasswordHasToWait) {
  auto beate = logged_in("beate");
  const json guess = {{"current", "guess"}, {"password", "quite another one"}};
  for (int i = 0; i < 5; ++i) EXPECT_EQ(beate.post("/api/v1/session/password", guess).status, 403);
  const auto waiting = beate.post("/api/v1/session/password", guess);
  EXPECT_EQ(waiting.status, 429);
  EXPECT_EQ(waiting.header("retry-after"), "900");
}
