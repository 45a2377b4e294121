// The session over HTTP: cookie, token, rotation, refusals.
#include "tests/api/api_fixture.h"

using namespace kres;
using kres::testing::kPassword;
using nlohmann::json;

using SessionApi = kres::testing::ApiFixture;

namespace {

class BehindProxy : public SessionApi {
 protected:
  BehindProxy() { options_.behind_proxy = true; }
};

}  // namespace

TEST_F(SessionApi, LogInGivesThePersonAndACookieThatScriptsCannotRead) {
  auto person = client();
  const auto answer = person.log_in("beate", kPassword);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(faults(answer, "Session"), std::vector<std::string>{});
  EXPECT_EQ(answer.json()["person"],
            json::parse(R"({"username": "beate", "name": "Beate Berg", "roles": ["bioengineer"],
                      "laboratory": "", "reach": "laboratory", "active": true})"));
  const auto cookie = answer.header("set-cookie");
  for (const auto* attribute : {"; Path=/", "; HttpOnly", "; SameSite=Strict"})
    EXPECT_NE(cookie.find(attribute), std::string::npos) << cookie;
  EXPECT_EQ(cookie.find("Secure"), std::string::npos) << "a browser would drop it without TLS";
  EXPECT_EQ(person.get("/api/v1/session").json(), answer.json());
}

TEST_F(BehindProxy, OverTlsTheCookieIsSecure) {
  const auto answer = client().send(
      "POST", "/api/v1/session", json{{"username", "beate"}, {"password", kPassword}}.dump(),
      {{"Content-Type", "application/json"}, {"X-Forwarded-Proto", "https"}});
  EXPECT_NE(answer.header("set-cookie").find("; Secure"), std::string::npos);
  EXPECT_EQ(answer.header("strict-transport-security"), "max-age=31536000");
}

TEST_F(SessionApi, ACookieBroughtAlongIsNeverTakenOver) {
  auto person = client();
  person.cookie = "kres_session=chosen-by-somebody-else";
  person.log_in("beate", kPassword);
  EXPECT_EQ(person.cookie.find("chosen"), std::string::npos);
}

TEST_F(SessionApi, LoggingInAgainEndsTheSessionBefore) {
  auto person = logged_in("beate");
  auto before = person;
  person.log_in("beate", kPassword);
  EXPECT_EQ(before.get("/api/v1/session").status, 401);
  EXPECT_EQ(person.get("/api/v1/session").status, 200);
}

TEST_F(SessionApi, LogOutEndsItAndTakesTheCookieBack) {
  auto person = logged_in("beate");
  const auto answer =
      person.send("DELETE", "/api/v1/session", "", {{"X-CSRF-Token", person.csrf_token}});
  EXPECT_EQ(answer.status, 204);
  EXPECT_NE(answer.header("set-cookie").find("Max-Age=0"), std::string::npos);
  EXPECT_EQ(person.get("/api/v1/session").status, 401);
}

TEST_F(SessionApi, WrongCredentialsAreOneAnswer) {
  auto person = client();
  const auto wrong = person.log_in("beate", "not the password");
  const auto unknown = person.log_in("nobody", kPassword);
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(wrong.body, unknown.body);
  EXPECT_EQ(wrong.key(), "error.unauthenticated");
  EXPECT_EQ(faults(wrong, "Problem"), std::vector<std::string>{});
  EXPECT_EQ(wrong.header("content-type"), "application/problem+json");
}

TEST_F(SessionApi, TooManyAttemptsAreToldWhenToComeBack) {
  auto person = client();
  for (int i = 0; i < 5; ++i) person.log_in("beate", "guess");
  const auto answer = person.log_in("beate", kPassword);
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(answer.header("retry-after"), "900");
}

TEST_F(SessionApi, BadBodiesAreRefused) {
  const std::map<std::string, std::string> as_json{{"Content-Type", "application/json"}};
  for (const std::string body :
       {"", "{", "[]", "null", "\"beate\"", R"({"username": "beate"})", R"({"password": "x"})",
        R"({"username": 1, "password": "x"})", R"({"username": "beate", "password": ["x"]})",
        "{\"username\": \"\xff\xfe\", \"password\": \"x\"}",
        R"({"username": "a\u0000b", "password": "x"})"})
    EXPECT_EQ(client().send("POST", "/api/v1/session", body, as_json).status, 400) << body;
  EXPECT_EQ(client().send("POST", "/api/v1/session", std::string(4000, '['), as_json).status, 400);
  EXPECT_EQ(client().send("POST", "/api/v1/session", std::string(5000, ' '), as_json).status, 413);
}

TEST_F(SessionApi, AFormOfAForeignPageCannotLogIn) {
  const std::string body = json{{"username", "beate"}, {"password", kPassword}}.dump();
  for (const auto* type : {"text/plain", "application/x-www-form-urlencoded", ""})
    EXPECT_EQ(client().send("POST", "/api/v1/session", body, {{"Content-Type", type}}).status, 400)
        << type;
}
