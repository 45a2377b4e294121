// National identity numbers: entered, encrypted, shown to one role, every reading noted, in nothing
// else. The numbers are synthetic (month + 80): no person has them.
#include "laboratory/national_identity_number.h"
#include "tests/api/api_fixture.h"
#include "tests/api/isolates_for_test.h"
#include "tests/support/synthetic_number.h"

using namespace kres;
using kres::testing::Answer;
using kres::testing::Client;
using kres::testing::synthetic_number;
using nlohmann::json;

namespace {

const std::vector<std::string> kNoFaults;

class Identities : public kres::testing::ApiFixture {
 protected:
  void SetUp() override {
    ApiFixture::SetUp();
    first_ = kres::testing::receive_isolate(registry_, {.laboratory = "UNN", .sender_id = "T-1"});
    second_ = kres::testing::receive_isolate(registry_, {.laboratory = "UNN", .sender_id = "T-2"});
    other_ = kres::testing::receive_isolate(registry_, {.laboratory = "OUS", .sender_id = "O-1"});
  }
  static Answer read(Client& person, const std::string& accession,
                     const json& body = {{"reason", "report to MSIS"}}) {
    return person.post(path(accession, "identity/readings"), body);
  }
  static std::string path(const std::string& accession, const std::string& what) {
    return "/api/v1/isolates/" + accession + "/" + what;
  }
  Answer enter(const std::string& accession, const std::string& number) {
    auto beate = logged_in("beate");
    return beate.post(path(accession, "identity"), {{"number", number}});
  }
  std::string last_event() {
    const auto last = registry_.read()->audit().last().value();
    return last->entry.person + " " + last->entry.event + " " + last->entry.subject + " " +
           last->entry.detail;
  }

  const std::string number_ = synthetic_number(0);
  std::string first_, second_, other_;
};

}  // namespace

TEST_F(Identities, IsolatesWithOneNumberAtOneHospitalAreOfOnePatient) {
  const auto entered = enter(first_, number_);
  ASSERT_EQ(entered.status, 200) << entered.body;
  EXPECT_EQ(faults(entered, "PatientView"), kNoFaults) << entered.body;
  EXPECT_EQ(entered.json()["isolates"], json({first_}));
  EXPECT_EQ(last_event(), "beate identity.entered " + first_ + " patient 1");
  EXPECT_EQ(enter(second_, number_).json()["isolates"], json({first_, second_}));
  EXPECT_EQ(enter(second_, number_).json()["patient"], 1) << "again: no change";
}

TEST_F(Identities, TheSameNumberAtTwoHospitalsStaysTwoPatientsUntilLinked) {
  enter(first_, number_);
  const auto other = enter(other_, number_);
  EXPECT_EQ(other.json()["patient"], 2);
  EXPECT_EQ(other.json()["isolates"], json({other_}));
  EXPECT_EQ(other.json()["elsewhere"][0]["patient"], 1);
  auto magnus = logged_in("magnus");
  const json link = {{"patient", 1}, {"reason", "asked both hospitals"}};
  EXPECT_EQ(magnus.post("/api/v1/patients/2/links", link).status, 204);
  EXPECT_EQ(last_event(), "magnus patients.linked patient 2 patient 1");
  const auto view = magnus.get(path(first_, "patient"));
  EXPECT_EQ(faults(view, "PatientView"), kNoFaults) << view.body;
  EXPECT_EQ(view.json()["links"][0]["patient"], 2);
  EXPECT_EQ(view.json()["links"][0]["reason"], "asked both hospitals");
  EXPECT_EQ(view.json()["isolates"], json({first_})) << "they stay two patients";
  EXPECT_EQ(magnus.post("/api/v1/patients/1/links", {{"patient", 2}, {"reason", "x"}}).status, 409);
  EXPECT_EQ(magnus.post("/api/v1/patients/1/links", {{"patient", 1}, {"reason", "x"}}).status, 400);
  EXPECT_EQ(magnus.post("/api/v1/patients/1/links", {{"patient", 9}, {"reason", "x"}}).status, 404);
  EXPECT_EQ(magnus.post("/api/v1/patients/1/links", {{"patient", 2}, {"reason", number_}}).status,
            400);
}

TEST_F(Identities, TheNumberIsShownToWhoNeedsItAndEveryReadingIsNoted) {
  enter(first_, number_);
  auto magnus = logged_in("magnus");
  const auto shown = read(magnus, first_);
  EXPECT_EQ(faults(shown, "Identity"), kNoFaults) << shown.body;
  EXPECT_EQ(shown.json()["number"], number_);
  EXPECT_EQ(last_event(), "magnus identity.read " + first_ + " patient 1: report to MSIS");
  EXPECT_EQ(read(magnus, second_).status, 404);
  for (const auto* username : {"beate", "ivar", "eva", "kjell", "ada", "rita"}) {
    auto person = logged_in(username);
    EXPECT_EQ(read(person, first_).status, 403) << username;
  }
}

TEST_F(Identities, WithoutAReasonTheNumberIsNotShownAndNothingIsNoted) {
  enter(first_, number_);
  auto magnus = logged_in("magnus");
  const auto before = last_event();
  for (const auto& body : {json::object(), json{{"reason", "  "}}, json{{"reason", number_}}}) {
    const auto refused = read(magnus, first_, body);
    EXPECT_EQ(refused.status, 400) << refused.body;
    EXPECT_EQ(refused.body.find(number_), std::string::npos);
  }
  EXPECT_EQ(last_event(), before);
}

TEST_F(Identities, TheNumberStandsInNoOtherAnswer) {
  enter(first_, number_);
  enter(other_, number_);
  for (const auto* username : {"beate", "magnus", "ivar", "eva", "kjell", "ada", "rita"}) {
    auto person = logged_in(username);
    for (const auto& endpoint : endpoints_) {
      if (endpoint.route.method != http::Method::get) continue;
      auto address = std::string(endpoint.route.pattern);
      for (const auto& [name, value] :
           std::map<std::string, std::string>{{"{accession}", first_}, {"{id}", "1"}})
        if (const auto at = address.find(name); at != std::string::npos)
          address.replace(at, name.size(), value);
      EXPECT_EQ(person.get(address).body.find(number_), std::string::npos) << address;
    }
  }
}

TEST_F(Identities, AWrongNumberIsRefusedWithoutSayingIt) {
  auto wrong = number_;
  wrong[10] = wrong[10] == '0' ? '1' : static_cast<char>(wrong[10] - 1);
  const auto refused = enter(first_, wrong);
  EXPECT_EQ(refused.status, 400);
  EXPECT_NE(refused.body.find("control digit"), std::string::npos);
  EXPECT_EQ(refused.body.find(wrong), std::string::npos);
}

TEST_F(Identities, AreEncryptedInTheDatabaseAndBoundToTheirRow) {
  enter(first_, number_);
  const auto patient = registry_.read()->patients().find({1}).value().value();
  EXPECT_EQ(patient.sealed.find(number_), std::string::npos);
  EXPECT_EQ(patient.lookup.find(number_), std::string::npos);
  EXPECT_EQ(registry_.vault().open(patient).value(), number_);
  auto moved = patient;
  moved.laboratory = "OUS";
  EXPECT_EQ(registry_.vault().open(moved).error().code, ErrorCode::corrupt);
  auto changed = patient;
  changed.sealed.back() = changed.sealed.back() == '0' ? '1' : '0';
  EXPECT_EQ(registry_.vault().open(changed).error().code, ErrorCode::corrupt);
}

TEST_F(Identities, ACorrectedNumberMovesTheIsolateAndKeepsWhatWasSaid) {
  enter(first_, number_);
  enter(second_, number_);
  const auto corrected = enter(second_, synthetic_number(1));
  EXPECT_EQ(corrected.json()["patient"], 2);
  auto magnus = logged_in("magnus");
  EXPECT_EQ(magnus.get(path(first_, "patient")).json()["isolates"], json({first_}));
  EXPECT_EQ(magnus.get(path(second_, "patient")).json()["isolates"], json({second_}));
}
