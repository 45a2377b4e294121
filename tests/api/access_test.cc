// Deny by default: every endpoint, with no session and with each role.
#include <map>
#include <set>

#include "base/text.h"
#include "tests/api/api_fixture.h"

using namespace kres;
using kres::testing::ApiFixture;
using Access = ApiFixture;

namespace {

// Who may call what, as the laboratory wants it: o open, r referring, b bioengineer,
// m microbiologist, i bioinformatician, e epidemiologist, q quality manager, a administrator. An
// endpoint that is missing here fails the test.
constexpr std::string_view kWanted = R"(
POST   /api/v1/session                        o
GET    /api/v1/session                        rbmieqa
DELETE /api/v1/session                        rbmieqa
GET    /api/v1/session/provider               o
POST   /api/v1/session/provider               o
GET    /api/v1/session/callback               o
POST   /api/v1/session/password               rbmieqa
GET    /api/v1/tokens                         rbmieqa
POST   /api/v1/tokens                         rbmieqa
DELETE /api/v1/tokens/{id}                    rbmieqa
GET    /api/v1/people                         a
POST   /api/v1/people                         a
PUT    /api/v1/people/{username}              a
POST   /api/v1/people/{username}/password     a
GET    /api/v1/isolates                       bmieq
GET    /api/v1/isolates/{accession}           bmieq
GET    /api/v1/isolate-labels                 bm
GET    /api/v1/referred-isolates              r
GET    /api/v1/referred-isolates/{accession}  r
GET    /api/v1/isolates/{accession}/patient   bmieq
POST   /api/v1/isolates/{accession}/identity  bm
POST   /api/v1/isolates/{accession}/identity/readings  m
POST   /api/v1/patients/{id}/links            m
GET    /api/v1/isolates/{accession}/panel     bmieq
POST   /api/v1/isolates/{accession}/measurements          bm
POST   /api/v1/isolates/{accession}/measurements/preview  bm
GET    /api/v1/isolates/{accession}/interpretations       bmieq
GET    /api/v1/answers/{id}/interpretations   bmieq
GET    /api/v1/interpretation-changes         bmieq
GET    /api/v1/breakpoint-versions            bmieq
GET    /api/v1/reference-set                  bmieq
POST   /api/v1/analyses/renewals              bmi
GET    /api/v1/answer-changes                 bmieq
POST   /api/v1/isolates/{accession}/analyses  bmi
POST   /api/v1/isolates/{accession}/answers   bm
GET    /api/v1/answers/{id}                   bmieq
POST   /api/v1/answers/{id}/validation        b
POST   /api/v1/answers/{id}/approval          m
GET    /api/v1/answers/{id}/pdf               rbmieq
GET    /api/v1/answers/{id}/json              rbmieq
GET    /api/v1/jobs                           bmieqa
GET    /api/v1/jobs/{id}                      bmieqa
POST   /api/v1/jobs/{id}/cancellation         bmi
POST   /api/v1/jobs/{id}/repetition           bmi
GET    /api/v1/tests                          bmieq
POST   /api/v1/isolates/{accession}/tests     bm
GET    /api/v1/quality-control                bmieq
GET    /api/v1/quality-control/charts         bmieq
GET    /api/v1/quality-control/ranges         bmieq
POST   /api/v1/quality-control/results        bm
POST   /api/v1/quality-control/results/preview          bm
POST   /api/v1/quality-control/results/{id}/correction  bm
POST   /api/v1/quality-control/decisions      bm
POST   /api/v1/isolates/{accession}/uploads   rbmi
GET    /api/v1/isolates/{accession}/uploads   rbmi
GET    /api/v1/uploads/{id}                   rbmi
PUT    /api/v1/uploads/{id}/files/{file}      rbmi
POST   /api/v1/uploads/{id}/completion        rbmi
DELETE /api/v1/uploads/{id}                   rbmi
GET    /api/v1/bank/places                                bmieq
POST   /api/v1/bank/places                                bm
GET    /api/v1/bank/places/{id}                           bmieq
POST   /api/v1/bank/places/{id}/moves                     bm
POST   /api/v1/bank/places/{id}/events                    bm
GET    /api/v1/bank/places/{id}/shelf-list                bmieq
POST   /api/v1/isolates/{accession}/strain                bm
GET    /api/v1/bank/strains                               bmieq
GET    /api/v1/bank/catalogue.tsv                         bmieq
GET    /api/v1/bank/strains/{number}                      bmieq
GET    /api/v1/bank/strains/{number}/card                 bmieq
GET    /api/v1/bank/strains/{number}/labels               bmieq
POST   /api/v1/bank/strains/{number}/lots                 bm
POST   /api/v1/bank/strains/{number}/terms                bm
POST   /api/v1/bank/strains/{number}/lots/{lot}/checks    bm
POST   /api/v1/bank/vials/{code}/movements                bm
GET    /api/v1/bank/due                                   bmieq
GET    /api/v1/bank/rules                                 bmieq
GET    /api/v1/bank/agreements                            bmieq
POST   /api/v1/bank/agreements                            bm
GET    /api/v1/bank/agreements/{id}/document              bmieq
POST   /api/v1/bank/agreements/{id}/document              bm
GET    /api/v1/bank/requests                              bmieq
POST   /api/v1/bank/requests                              bm
GET    /api/v1/bank/requests/{number}                     bmieq
POST   /api/v1/bank/requests/{number}/approval            m
POST   /api/v1/bank/requests/{number}/refusal             m
POST   /api/v1/bank/requests/{number}/steps               bm
GET    /api/v1/bank/requests/{number}/picking-list        bmieq
GET    /api/v1/bank/panels                                bmieq
POST   /api/v1/bank/panels                                bm
POST   /api/v1/bank/panels/trial                          bm
GET    /api/v1/bank/panels/{number}                       bmieq
POST   /api/v1/bank/panels/{number}/opening               mq
GET    /api/v1/bank/panels/{number}/labels                bmieq
GET    /api/v1/laboratories                   rbmieqa
POST   /api/v1/referrals                      rbm
POST   /api/v1/referral-sheets                rbm
GET    /api/v1/queries                        rbm
POST   /api/v1/isolates/{accession}/queries   bm
POST   /api/v1/queries/{id}/answer            rbm
POST   /api/v1/queries/{id}/withdrawal        bm
GET    /api/v1/shipments                      rbm
GET    /api/v1/shipments/{id}                 rbm
POST   /api/v1/shipments                      rbm
POST   /api/v1/shipments/{id}/closing         bm
POST   /api/v1/scans                          bm
POST   /api/v1/scans/{id}/undoing             bm
POST   /api/v1/answer-validations             b
POST   /api/v1/answer-approvals               m
POST   /api/v1/answers/{id}/change-decisions  m
POST   /api/v1/cultures                       bm
GET    /api/v1/statistics/turnaround-report   bmieqa
GET    /api/v1/statistics/turnaround          bmieqa
GET    /api/v1/openapi.json                   o
GET    /healthz                               o
GET    /metrics                               o
)";

// One person of every role; all but rita work inside.
const std::map<char, std::string> kPeople{{'r', "rita"}, {'b', "beate"}, {'m', "magnus"},
                                          {'i', "ivar"}, {'e', "eva"},   {'q', "kjell"},
                                          {'a', "ada"}};

std::map<std::string, std::string> wanted() {
  std::map<std::string, std::string> table;
  for (const auto line : split(kWanted, '\n')) {
    std::vector<std::string> words;
    for (const auto word : split(line, ' '))
      if (!word.empty()) words.emplace_back(word);
    if (words.size() == 3) table[words[0] + " " + words[1]] = words[2];
  }
  return table;
}

std::string key_of(const api::Endpoint& endpoint) {
  return std::string(http::method_name(endpoint.route.method)) + " " +
         std::string(endpoint.route.pattern);
}

std::string path_of(const api::Endpoint& endpoint) {
  auto path = replace_all(std::string(endpoint.route.pattern), "{accession}", "2026-CPO-0001-X");
  path = replace_all(path, "{file}", "1");
  path = replace_all(path, "{number}", "KRS-0001-K");
  path = replace_all(path, "{code}", "KRS-0001-1-01-K");
  path = replace_all(path, "{lot}", "1");
  path = replace_all(path, "{username}", "nobody.known");
  return replace_all(path, "{id}", "1");
}

}  // namespace

TEST_F(Access, TheTableNamesEveryEndpointOnce) {
  std::set<std::string> served;
  for (const auto& endpoint : endpoints_)
    EXPECT_TRUE(served.insert(key_of(endpoint)).second) << key_of(endpoint);
  std::set<std::string> named;
  for (const auto& [key, roles] : wanted()) named.insert(key);
  EXPECT_EQ(served, named);
}

TEST_F(Access, WithoutASessionOnlyWhatIsOpenAnswers) {
  for (const auto& endpoint : endpoints_) {
    const bool open = wanted().at(key_of(endpoint)) == "o";
    const auto answer = client().send(http::method_name(endpoint.route.method), path_of(endpoint));
    EXPECT_EQ(answer.status == 401, !open) << key_of(endpoint) << " " << answer.status;
  }
}

TEST_F(Access, EachRoleReachesItsEndpointsAndNoOther) {
  for (const auto& [letter, username] : kPeople) {
    for (const auto& endpoint : endpoints_) {
      auto person = logged_in(username);
      const auto roles = wanted().at(key_of(endpoint));
      const bool may = roles == "o" || roles.find(letter) != std::string::npos;
      const auto answer = person.send(http::method_name(endpoint.route.method), path_of(endpoint),
                                      "", {{"X-CSRF-Token", person.csrf_token}, {"If-Match", "*"}});
      EXPECT_EQ(answer.key() == "error.forbidden", !may)
          << username << " " << key_of(endpoint) << " " << answer.status << " " << answer.body;
    }
  }
}

TEST_F(Access, APersonWithoutARoleReachesNothing) {
  registry_.add_person("nils", "Nils Ingen", {});
  const auto person = logged_in("nils");
  for (const auto& endpoint : endpoints_) {
    if (wanted().at(key_of(endpoint)) == "o") continue;
    auto again = person;
    EXPECT_EQ(again.send(http::method_name(endpoint.route.method), path_of(endpoint)).status, 403)
        << key_of(endpoint);
  }
}

TEST_F(Access, EveryChangeNeedsTheTokenOfItsOwnSession) {
  auto person = logged_in("beate");
  const auto other = logged_in("beate");
  for (const auto& endpoint : endpoints_) {
    if (!http::is_change(endpoint.route.method) || endpoint.route.creates_session ||
        wanted().at(key_of(endpoint)).find('b') == std::string::npos)
      continue;
    const auto method = http::method_name(endpoint.route.method);
    EXPECT_EQ(person.send(method, path_of(endpoint)).key(), "error.csrf") << key_of(endpoint);
    for (const auto& token : {std::string(), std::string("guess"), other.csrf_token})
      EXPECT_EQ(person.send(method, path_of(endpoint), "", {{"X-CSRF-Token", token}}).key(),
                "error.csrf")
          << key_of(endpoint);
  }
}

// What decides nothing about a record as somebody saw it: new files come beside the old ones, bytes
// are checked against their own digest, a job ends or is repeated once whoever asked first, and a
// preview stores nothing. In the bank every change is a record beside those before it, and what
// another did first (a position taken, a step made, a vial removed) is refused by name. A referral
// or a box that was sent before is compared with what is stored, a question is closed once, and a
// scanner reads what is in the hand. A test result adds a fact, and a correction names the result
// it replaces. So it is with quality control, where a decision names the results it was made upon.
// The day of a culture is a word of the trail, and the last one counts.
TEST_F(Access, EveryPostOnARecordNeedsIfMatch) {
  const std::set<std::string_view> free{
      "begin_upload",       "complete_upload",     "cancel_job",       "preview_measurements",
      "register_referral",  "register_sheet",      "ask_sender",       "answer_query",
      "withdraw_query",     "dispatch_box",        "close_box",        "scan_tube",
      "queue_job_again",    "undo_scan",           "validate_answers", "approve_answers",
      "decide_change",      "change_own_password", "give_token",       "enter_identity",
      "link_patients",      "enter_test",          "renew_analyses",   "enter_qc_results",
      "preview_qc_results", "correct_qc_result",   "decide_qc_day",    "read_identity",
      "record_cultures"};
  auto beate = logged_in("beate");
  auto magnus = logged_in("magnus");
  for (const auto& endpoint : endpoints_) {
    if (endpoint.route.method != http::Method::post || endpoint.route.creates_session ||
        endpoint.route.tag == "bank" || free.contains(endpoint.route.id) ||
        wanted().at(key_of(endpoint)) == "a")
      continue;
    const bool for_beate = wanted().at(key_of(endpoint)).find('b') != std::string::npos;
    const auto answer =
        (for_beate ? beate : magnus).post(path_of(endpoint), nlohmann::json::object());
    EXPECT_EQ(answer.status, 428) << key_of(endpoint);
  }
}

TEST_F(Access, AForeignNameOfThisMachineIsRefused) {
  EXPECT_EQ(client().send("GET", "/healthz", "", {{"Host", "evil.example:8080"}}).status, 421);
  EXPECT_EQ(client().send("GET", "/healthz", "", {{"Host", ""}}).status, 421);
  for (const auto* host : {"localhost:8080", "127.0.0.1", "[::1]:80", "LOCALHOST"})
    EXPECT_EQ(client().send("GET", "/healthz", "", {{"Host", host}}).status, 200) << host;
}

TEST_F(Access, UnknownAddressesAndMethodsAreTold) {
  EXPECT_EQ(client().get("/api/v1/nothing").status, 404);
  EXPECT_EQ(client().get("/api/v2/isolates").status, 404);
  const auto answer = client().send("DELETE", "/api/v1/isolates");
  EXPECT_EQ(answer.status, 405);
  EXPECT_EQ(answer.header("allow"), "GET, HEAD");
  EXPECT_EQ(client().send("OPTIONS", "/api/v1/isolates").status, 405);
  EXPECT_EQ(client().send("TRACE", "/api/v1/isolates").status, 405);
}

TEST_F(Access, EveryAnswerCarriesTheSecurityHeaders) {
  for (const auto* path : {"/", "/api/v1/isolates", "/healthz", "/nothing.js"}) {
    const auto answer = client().get(path);
    EXPECT_EQ(answer.header("x-content-type-options"), "nosniff") << path;
    EXPECT_NE(answer.header("content-security-policy").find("default-src 'none'"),
              std::string::npos)
        << path;
    EXPECT_EQ(answer.header("strict-transport-security"), "") << "there is no TLS here";
  }
  EXPECT_EQ(client().get("/api/v1/isolates").header("cache-control"), "no-store");
}
