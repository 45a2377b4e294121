#include "tests/api/api_fixture.h"

#include "base/files.h"
#include "tests/api/json_schema.h"

namespace kres::testing {

using laboratory::Role;

namespace {

class ClosedDesk : public api::AnswerDesk {
 public:
  Result<laboratory::Answer> draft(const std::string&, Language, const std::string&,
                                   const laboratory::Person&) override {
    return closed();
  }
  Result<laboratory::Answer> validate(laboratory::AnswerId, const std::string&,
                                      const laboratory::Person&) override {
    return closed();
  }
  Result<laboratory::Answer> approve(laboratory::AnswerId, const std::string&,
                                     const laboratory::Person&) override {
    return closed();
  }
  Result<std::string> pdf(const laboratory::Answer&) override { return closed(); }
  Result<std::string> json(const laboratory::Answer&) override { return closed(); }
  Result<laboratory::Job> analyse_again(const std::string&, const laboratory::Person&) override {
    return closed();
  }

 private:
  static tl::unexpected<Error> closed() {
    return fail({ErrorCode::conflict, "answer.why.not_explained", {}, 0, {}});
  }
};

AgentTable read_agents() {
  const auto text = read_file(Path(KRES_SOURCE_DIR) / "data/agents.tsv");
  return AgentTable::parse(*text, "agents.tsv").value();
}

std::string test_name() {
  const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
  return std::string("api_") + test->test_suite_name() + "_" + test->name();
}

}  // namespace

ApiFixture::ApiFixture() : registry_(test_name()), agents_(read_agents()) {}
ApiFixture::~ApiFixture() = default;

std::unique_ptr<api::AnswerDesk> ApiFixture::make_desk() { return std::make_unique<ClosedDesk>(); }

void ApiFixture::SetUp() {
  registry_.add_person("beate", "Beate Berg", {Role::bioengineer});
  registry_.add_person("bjarne", "Bjarne Bakke", {Role::bioengineer});
  registry_.add_person("magnus", "Magnus Moe", {Role::microbiologist});
  registry_.add_person("ada", "Ada Aas", {Role::administrator});
  authenticator_ = std::move(
      *Authenticator::create(registry_.registry(), registry_.clock, {.cost = kLeastPasswordCost}));
  desk_ = make_desk();
  openapi_ = api::openapi_document(endpoints_, "test").value();
  service_ = std::make_unique<api::ApiService>(
      api::Services{.registry = registry_.registry(),
                    .desk = *desk_,
                    .clock = registry_.clock,
                    .authenticator = *authenticator_,
                    .agents = agents_,
                    .metrics = metrics_,
                    .openapi = openapi_},
      endpoints_,
      http::StaticFiles(std::vector<http::StaticFile>{{"index.html", "<!doctype html>"}}),
      api::HostNames{});
  auto started = http::Server::start(options_, *service_);
  ASSERT_TRUE(started) << started.error().text();
  server_ = std::move(*started);
}

Client ApiFixture::logged_in(const std::string& username) const {
  auto person = client();
  EXPECT_EQ(person.log_in(username, kPassword).status, 200);
  return person;
}

std::vector<std::string> ApiFixture::faults(const Answer& answer, const std::string& schema) const {
  const auto document = nlohmann::json::parse(openapi_);
  return schema_faults(answer.json(), document["components"]["schemas"].at(schema), document);
}

}  // namespace kres::testing
