// Every endpoint, asked by a laboratory outside: what another laboratory has there changes nothing.
//
// Two registries differ only in the isolates of Oslo. Whoever refers for Tromsø gets the same from
// both, byte for byte and header for header, whatever is asked: lists, totals, searches, files,
// errors. The addresses come from the route table, so that a new endpoint is walked by itself.
#include "base/text.h"
#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"

using namespace kres;
using kres::testing::Answer;
using kres::testing::Client;
using nlohmann::json;

namespace {

// A server over a registry with the isolates of Tromsø and, if asked, of Oslo.
class Laboratory : public kres::testing::ApiFixture {
 public:
  explicit Laboratory(const std::string& name) : ApiFixture(name) { options_.behind_proxy = true; }
  void TestBody() override {}

  void fill(bool with_oslo) {
    SetUp();
    own_ = receive("UNN", "T-1");
    own_answer_ = sign(own_);
    if (!with_oslo) return;
    other_ = receive("OUS", "O-SECRET-1");
    other_answer_ = sign(other_);
    receive("OUS", "O-SECRET-2");
  }

  std::string receive(const std::string& laboratory, const std::string& sender_id) {
    const auto accession = kres::testing::receive_isolate(
        registry_, {.laboratory = laboratory, .sender_id = sender_id, .received = {2026, 11, 2}});
    kres::testing::examine_isolate(registry_, accession);
    return accession;
  }

  std::string sign(const std::string& accession) {
    auto beate = logged_in("beate");
    auto magnus = logged_in("magnus");
    const auto isolate = "/api/v1/isolates/" + accession;
    const auto drafted =
        beate.post(isolate + "/answers", {{"language", "nb"}}, beate.get(isolate).header("etag"));
    const auto answer = drafted.header("location");
    beate.post(answer + "/validation", {{"comment", ""}}, beate.get(answer).header("etag"));
    magnus.post(answer + "/approval", {{"comment", ""}}, magnus.get(answer).header("etag"));
    return answer.substr(answer.rfind('/') + 1);
  }

  // As from outside, through the laboratory's own proxy.
  static Answer ask(Client& client, const std::string& method, const std::string& path,
                    const std::string& body = {}) {
    std::map<std::string, std::string> headers{
        {"X-Forwarded-For", "203.0.113.7"}, {"X-CSRF-Token", client.csrf_token}, {"If-Match", "*"}};
    if (!body.empty()) headers["Content-Type"] = "application/json";
    return client.send(method, path, body, headers);
  }

  const std::vector<api::Endpoint>& endpoints() const { return endpoints_; }
  Client person(const std::string& username) const { return logged_in(username); }
  // Of another laboratory of the same region.
  Client person_of_the_region() {
    registry_.add_laboratory({"NLSH", "Nordlandssykehuset", "nord"});
    registry_.add_referring_person("runa", "Runa Ruud", "NLSH", kres::laboratory::Reach::region);
    return logged_in("runa");
  }
  Client nobody() const { return client(); }

  std::string own_, own_answer_, other_, other_answer_;
};

// What several kinds of change ask for, so that they come as far as the record.
constexpr const char* kBody =
    R"({"text":"x","files":[{"role":"assembly","lane":0,"name":"g.fna","size":9}]})";

struct Named {
  std::string accession, number;
};

// Names of other kinds than isolates and numbered records are "1", whatever they are.
std::string path_of(const api::Endpoint& endpoint, const Named& named) {
  auto path = replace_all(std::string(endpoint.route.pattern), "{accession}", named.accession);
  path = replace_all(path, "{id}", named.number);
  for (auto at = path.find('{'); at != std::string::npos; at = path.find('{'))
    path.replace(at, path.find('}') - at + 1, "1");
  return path;
}

// Without what differs by its nature: random tokens, the name asked for.
std::string told(const Answer& answer, const Named& named) {
  auto text = std::to_string(answer.status) + "\n";
  for (const auto& [name, value] : answer.headers)
    if (name != "set-cookie" && name != "content-length" && name != "date")
      text += name + ": " + value + "\n";
  text += answer.body;
  if (const auto at = text.find("\"csrf_token\":\""); at != std::string::npos)
    text.erase(at, std::string("\"csrf_token\":\"").size() + 43);
  if (const auto at = text.find("\"token\":\"kres_"); at != std::string::npos)
    text.erase(at, std::string("\"token\":\"kres_").size() + 43);
  text = replace_all(text, " " + named.number + "\"", " NUMBER\"");
  return replace_all(text, named.accession, "ACCESSION");
}

class Walk : public ::testing::Test {
 protected:
  void SetUp() override {
    alone_.fill(false);
    beside_.fill(true);
  }

  Laboratory alone_{"walk_alone"};
  Laboratory beside_{"walk_beside"};
};

}  // namespace

TEST_F(Walk, WhatAnotherLaboratoryHasChangesNoAnswer) {
  auto rita_alone = alone_.person("rita");
  auto rita_beside = beside_.person("rita");
  ASSERT_EQ(alone_.own_, beside_.own_);
  const Named own{alone_.own_, alone_.own_answer_};
  int walked = 0;
  for (const auto& endpoint : alone_.endpoints()) {
    if (endpoint.route.id == "log_out") continue;  // at the end of a session nothing more is told
    const auto method = std::string(http::method_name(endpoint.route.method));
    const auto path = path_of(endpoint, own);
    const auto body = endpoint.route.request_schema.empty() ? "" : "{}";
    EXPECT_EQ(told(Laboratory::ask(rita_alone, method, path, body), own),
              told(Laboratory::ask(rita_beside, method, path, body), own))
        << method << " " << path;
    ++walked;
  }
  EXPECT_GT(walked, 40);
}

TEST_F(Walk, AForeignNameIsAnsweredLikeAnUnknownOne) {
  auto rita = beside_.person("rita");
  const Named foreign{beside_.other_, beside_.other_answer_};
  const Named unknown{"2026-CPO-9999-X", "99999"};
  for (const auto& endpoint : beside_.endpoints()) {
    if (endpoint.route.pattern.find('{') == std::string_view::npos) continue;
    const auto method = std::string(http::method_name(endpoint.route.method));
    const auto body = endpoint.route.request_schema.empty() ? "" : "{}";
    const auto one = Laboratory::ask(rita, method, path_of(endpoint, foreign), body);
    const auto other = Laboratory::ask(rita, method, path_of(endpoint, unknown), body);
    EXPECT_EQ(told(one, foreign), told(other, unknown)) << method << " " << endpoint.route.pattern;
    EXPECT_GE(one.status, 400) << method << " " << endpoint.route.pattern;
    EXPECT_EQ(one.header("etag"), "") << "a tag would tell that something is there";
  }
}

// Whoever sees a whole health region changes what the own laboratory has sent, and nothing else.
TEST_F(Walk, WhatIsSeenOfTheRegionIsChangedAsIfItWereNotThere) {
  auto runa = beside_.person_of_the_region();
  const Named seen{beside_.own_, beside_.own_answer_};
  const Named unknown{"2026-CPO-9999-X", "99999"};
  ASSERT_EQ(Laboratory::ask(runa, "GET", "/api/v1/referred-isolates/" + seen.accession).status,
            200);
  int walked = 0;
  for (const auto& endpoint : beside_.endpoints()) {
    if (!http::is_change(endpoint.route.method)) continue;
    if (endpoint.route.pattern.find('{') == std::string_view::npos) continue;
    const auto method = std::string(http::method_name(endpoint.route.method));
    const auto body = endpoint.route.request_schema.empty() ? "" : kBody;
    const auto one = Laboratory::ask(runa, method, path_of(endpoint, seen), body);
    EXPECT_EQ(told(one, seen),
              told(Laboratory::ask(runa, method, path_of(endpoint, unknown), body), unknown))
        << method << " " << endpoint.route.pattern;
    EXPECT_GE(one.status, 400) << method << " " << endpoint.route.pattern;
    ++walked;
  }
  EXPECT_GT(walked, 20);
}

TEST_F(Walk, SearchesAndFiltersTellNothingOfOthers) {
  auto rita_alone = alone_.person("rita");
  auto rita_beside = beside_.person("rita");
  const Named own{alone_.own_, alone_.own_answer_};
  for (const auto* query : {"?q=SECRET", "?q=2026", "?q=O-", "?q=Klebsiella", "?q=ST11", "?q=11",
                            "?progress=answered", "?limit=1", "?cursor=9999", "?q=%25", "?q=_"}) {
    const auto path = std::string("/api/v1/referred-isolates") + query;
    EXPECT_EQ(told(Laboratory::ask(rita_alone, "GET", path), own),
              told(Laboratory::ask(rita_beside, "GET", path), own))
        << query;
  }
}

TEST_F(Walk, NobodyLoggedInSeesNoDifferenceEither) {
  auto alone = alone_.nobody();
  auto beside = beside_.nobody();
  const Named foreign{beside_.other_, beside_.other_answer_};
  for (const auto& endpoint : alone_.endpoints()) {
    const auto method = std::string(http::method_name(endpoint.route.method));
    const auto path = path_of(endpoint, foreign);
    const auto body = endpoint.route.request_schema.empty() ? "" : "{}";
    EXPECT_EQ(told(Laboratory::ask(alone, method, path, body), foreign),
              told(Laboratory::ask(beside, method, path, body), foreign))
        << method << " " << path;
  }
}

TEST_F(Walk, FiguresOfTheServerAreForItsOwnMachine) {
  auto client = beside_.nobody();
  EXPECT_EQ(Laboratory::ask(client, "GET", "/metrics").status, 404);
  const auto here = client.get("/metrics");
  EXPECT_EQ(here.status, 200);
  EXPECT_NE(here.body.find("kres_isolates_overdue"), std::string::npos);
}

TEST_F(Walk, TheLogHoldsNoNameNumberOrText) {
  ::testing::internal::CaptureStderr();
  const Named other{beside_.other_, beside_.other_answer_};
  for (const auto* username : {"beate", "magnus", "ada", "rita"}) {
    auto person = beside_.person(username);
    for (const auto& endpoint : beside_.endpoints()) {
      if (endpoint.route.id == "log_out" || endpoint.route.id == "change_own_password") continue;
      const auto method = std::string(http::method_name(endpoint.route.method));
      const json body = {{"username", "ZZUSER"}, {"password", "ZZPASSWORD ZZPASSWORD"},
                         {"name", "ZZNAME"},     {"comment", "ZZCOMMENT"},
                         {"reason", "ZZREASON"}, {"number", "ZZNUMBER"}};
      const auto has_body = !endpoint.route.request_schema.empty();
      Laboratory::ask(person, method, path_of(endpoint, other) + "?q=ZZSEARCH",
                      has_body ? body.dump() : "");
      Laboratory::ask(person, method, path_of(endpoint, other), has_body ? body.dump() : "");
    }
  }
  const auto log = ::testing::internal::GetCapturedStderr();
  EXPECT_NE(log.find("GET /api/v1/isolates/{accession} 200"), std::string::npos)
      << "there is a log";
  for (const auto& word : {std::string("ZZ"), other.accession, std::string("SECRET"),
                           std::string("beate"), std::string("Beate"), std::string("magnus"),
                           std::string("rita"), std::string("Rita"), std::string("Klebsiella")})
    EXPECT_EQ(log.find(word), std::string::npos)
        << word << ": " << log.substr(log.find(word) < 60 ? 0 : log.find(word) - 60, 160);
}
