// Tokens of programs over HTTP: given once, limited, revoked, audited, never enough to give
// another.
#include <algorithm>

#include "server/auth/token.h"
#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

using namespace kres;
using kres::testing::Answer;
using kres::testing::Client;
using nlohmann::json;
using namespace std::chrono_literals;

namespace {

const std::vector<std::string> kNoFaults;

class Tokens : public kres::testing::ApiFixture {
 protected:
  Answer give(Client& person, const std::string& reach, int days = 30) const {
    return person.post("/api/v1/tokens", {{"name", "LIMS"}, {"reach", reach}, {"days", days}});
  }
  Answer as(const std::string& token, const std::string& method, const std::string& path,
            const std::string& body = {}) const {
    return client().send(
        method, path, body,
        {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}});
  }
  std::string token(const std::string& username, const std::string& reach = "read") const {
    auto person = logged_in(username);
    return give(person, reach).json()["token"];
  }
};

}  // namespace

TEST_F(Tokens, AreShownOnceAndStoredAsADigest) {
  auto beate = logged_in("beate");
  const auto given = give(beate, "read");
  ASSERT_EQ(given.status, 201) << given.body;
  EXPECT_EQ(faults(given, "GivenToken"), kNoFaults) << given.body;
  const std::string token = given.json()["token"];
  EXPECT_EQ(token.substr(0, 5), "kres_");
  EXPECT_EQ(token.size(), 48U);
  const auto list = beate.get("/api/v1/tokens");
  EXPECT_EQ(faults(list, "TokenList"), kNoFaults) << list.body;
  EXPECT_EQ(list.body.find(token), std::string::npos);
  EXPECT_TRUE(registry_.read()->api_tokens().find(token_digest(token)).value());
  EXPECT_FALSE(registry_.read()->api_tokens().find(token).value());
}

TEST_F(Tokens, ActAsThePersonWithoutCookieAndCsrfToken) {
  const auto accession = kres::testing::receive_isolate(registry_, {.sender_id = "K-1"});
  EXPECT_EQ(as(token("beate"), "GET", "/api/v1/isolates").json()["total"], 1);
  EXPECT_EQ(as(token("ada"), "GET", "/api/v1/isolates").status, 403) << "the roles still decide";
  EXPECT_EQ(as(token("rita"), "GET", "/api/v1/isolates/" + accession).status, 403);
  EXPECT_EQ(as(token("olav"), "GET", "/api/v1/referred-isolates").json()["total"], 0)
      << "so does the scope";
}

TEST_F(Tokens, ForReadingChangeNothing) {
  const auto preview = "/api/v1/isolates/" +
                       kres::testing::receive_isolate(registry_, {.sender_id = "K-1"}) +
                       "/measurements/preview";
  EXPECT_EQ(as(token("beate", "read"), "POST", preview, "{}").key(), "error.token_reads");
  EXPECT_EQ(as(token("beate", "change"), "POST", preview, "{}").key(), "error.bad_input");
}

TEST_F(Tokens, AreNotEnoughToGiveTokensOrManagePeople) {
  const auto change = token("ada", "change");
  for (const auto& [method, path] :
       std::vector<std::pair<std::string, std::string>>{{"GET", "/api/v1/tokens"},
                                                        {"POST", "/api/v1/tokens"},
                                                        {"DELETE", "/api/v1/tokens/1"},
                                                        {"GET", "/api/v1/people"},
                                                        {"POST", "/api/v1/people"},
                                                        {"POST", "/api/v1/people/beate/password"},
                                                        {"POST", "/api/v1/session/password"},
                                                        {"DELETE", "/api/v1/session"}})
    EXPECT_EQ(as(change, method, path, "{}").key(), "error.in_person") << method << " " << path;
}

TEST_F(Tokens, EndByTimeRevocationAndWithThePerson) {
  auto beate = logged_in("beate");
  const auto first = give(beate, "read", 1).json();
  const auto second = give(beate, "read", 30).json();
  EXPECT_EQ(as(first["token"], "GET", "/api/v1/session").status, 200);
  registry_.clock.advance(24h);
  EXPECT_EQ(as(first["token"], "GET", "/api/v1/session").status, 401);
  EXPECT_EQ(as(second["token"], "GET", "/api/v1/session").status, 200);

  auto again = logged_in("beate");
  const auto path = "/api/v1/tokens/" + std::to_string(second["id"].get<int>());
  const auto revoked = again.send("DELETE", path, "", {{"X-CSRF-Token", again.csrf_token}});
  EXPECT_EQ(revoked.status, 200) << revoked.body;
  EXPECT_EQ(faults(revoked, "Token"), kNoFaults) << revoked.body;
  EXPECT_EQ(as(second["token"], "GET", "/api/v1/session").status, 401);
  EXPECT_EQ(again.send("DELETE", path, "", {{"X-CSRF-Token", again.csrf_token}}).status, 409);
  EXPECT_EQ(again.get("/api/v1/tokens").json()["items"].size(), 2U) << "both stay in the list";

  const auto third = token("bjarne");
  auto work = registry_.write();
  auto bjarne = *work->people().find("bjarne").value();
  bjarne.active = false;
  ASSERT_TRUE(work->people().update(bjarne));
  ASSERT_TRUE(work->commit());
  EXPECT_EQ(as(third, "GET", "/api/v1/session").status, 401);
}

// Whoever got hold of the password may have given tokens with it.
TEST_F(Tokens, EndWithANewPasswordWhoeverGivesIt) {
  const auto beates = token("beate", "change"), bjarnes = token("bjarne"), evas = token("eva");
  auto beate = logged_in("beate"), ada = logged_in("ada");
  ASSERT_EQ(beate
                .post("/api/v1/session/password",
                      {{"current", kres::testing::kPassword}, {"password", "quite another one"}})
                .status,
            200);
  ASSERT_EQ(ada.post("/api/v1/people/bjarne/password", {{"password", "another long one"}}).status,
            204);
  EXPECT_EQ(as(beates, "GET", "/api/v1/isolates").status, 401);
  EXPECT_EQ(as(bjarnes, "GET", "/api/v1/isolates").status, 401);
  EXPECT_EQ(as(evas, "GET", "/api/v1/isolates").status, 200) << "others' go on";
  for (const auto& [username, by] : {std::pair("beate", "beate"), std::pair("bjarne", "ada")}) {
    const auto events = registry_.read()->audit().of(username).value();
    const auto revoked = std::find_if(events.begin(), events.end(), [](const auto& event) {
      return event.entry.event == "token.revoked";
    });
    ASSERT_NE(revoked, events.end()) << username;
    EXPECT_EQ(revoked->entry.person, by);
  }
}

TEST_F(Tokens, OfOthersAreNotThere) {
  const auto id = [&] {
    auto beate = logged_in("beate");
    return give(beate, "read").json()["id"].get<int>();
  }();
  auto magnus = logged_in("magnus");
  EXPECT_EQ(magnus.get("/api/v1/tokens").json()["items"].size(), 0U);
  EXPECT_EQ(magnus
                .send("DELETE", "/api/v1/tokens/" + std::to_string(id), "",
                      {{"X-CSRF-Token", magnus.csrf_token}})
                .status,
            404);
}

TEST_F(Tokens, LeaveTracesOfGivingUseAndRevocation) {
  auto beate = logged_in("beate");
  const auto given = give(beate, "read").json();
  const auto last = registry_.read()->audit().last().value();
  EXPECT_EQ(last->entry.event + " " + last->entry.subject + " " + last->entry.detail,
            "token.given beate token 1");
  EXPECT_EQ(last->entry.after_digest.size(), 64U);
  EXPECT_EQ(beate.get("/api/v1/tokens").json()["items"][0]["last_used"], nullptr);
  as(given["token"], "GET", "/api/v1/session");
  EXPECT_NE(beate.get("/api/v1/tokens").json()["items"][0]["last_used"], nullptr);
}

TEST_F(Tokens, AWrongOneIsNotHelpedByACookie) {
  auto beate = logged_in("beate");
  for (const auto* wrong : {"Bearer kres_guess", "Bearer ", "Basic YmVhdGU6eA==", "kres_x"}) {
    auto again = beate;
    EXPECT_EQ(again.send("GET", "/api/v1/session", "", {{"Authorization", wrong}}).status, 401)
        << wrong;
  }
}

TEST_F(Tokens, NobodyHasMoreThanTwenty) {
  auto beate = logged_in("beate");
  for (int i = 0; i < 20; ++i) EXPECT_EQ(give(beate, "read").status, 201);
  const auto refused = give(beate, "read");
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(refused.key(), "tokens.why.too_many");
  for (const int days : {0, 367, -1}) EXPECT_EQ(give(beate, "read", days).status, 400) << days;
}
