#include "tests/api/api_fixture.h"

#include "tests/api/json_schema.h"
#include "tests/api/project_data.h"

namespace kres::testing {

using laboratory::Role;

namespace {

std::string data_text(const char* name) {
  return *read_file(Path(KRES_SOURCE_DIR) / "data" / name);
}

std::string test_name() {
  const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
  return std::string("api_") + test->test_suite_name() + "_" + test->name();
}

}  // namespace

ApiFixture::ApiFixture() : ApiFixture(test_name()) {}

ApiFixture::ApiFixture(const std::string& name)
    : registry_(name),
      agents_(project_agents()),
      standards_(project_standards()),
      tests_(project_knowledge().tests),
      bank_rules_(laboratory::BankRules::parse(data_text("removal_reasons.tsv"),
                                               data_text("bank_settings.tsv"))
                      .value()),
      label_sheets_(
          report::labels::LabelSheets::parse(data_text("label_sheets.tsv"), "label_sheets.tsv")
              .value()),
      criteria_(project_submission_criteria()),
      desk_(registry_.desk()) {}
ApiFixture::~ApiFixture() = default;

void ApiFixture::SetUp() {
  registry_.add_person("beate", "Beate Berg", {Role::bioengineer});
  registry_.add_person("bjarne", "Bjarne Bakke", {Role::bioengineer});
  registry_.add_person("magnus", "Magnus Moe", {Role::microbiologist});
  registry_.add_person("ivar", "Ivar Ims", {Role::bioinformatician});
  registry_.add_person("eva", "Eva Eide", {Role::epidemiologist});
  registry_.add_person("kjell", "Kjell Kvam", {Role::quality_manager});
  registry_.add_person("ada", "Ada Aas", {Role::administrator});
  registry_.add_referring_person("rita", "Rita Ravn", "UNN");
  registry_.add_referring_person("olav", "Olav Os", "OUS");
  authenticator_ = std::move(
      *Authenticator::create(registry_.registry(), registry_.clock, {.cost = kLeastPasswordCost}));
  uploads_ = std::make_unique<workflow::UploadDesk>(registry_.uploads());
  bank_ = std::make_unique<workflow::BankDesk>(
      workflow::BankDesk{.services = registry_.services(), .rules = bank_rules_});
  intake_.reset(new workflow::IntakeDesk{registry_.services(), criteria_});
  openapi_ = api::openapi_document(endpoints_, "test").value();
  service_ = std::make_unique<api::ApiService>(
      api::Services{.desk = desk_,
                    .uploads = *uploads_,
                    .intake = *intake_,
                    .authenticator = *authenticator_,
                    .vault = registry_.vault(),
                    .provider = provider_.get(),
                    .agents = agents_,
                    .tests = tests_,
                    .standards = standards_,
                    .reference = reference_,
                    .bank = *bank_,
                    .turnaround = turnaround_,
                    .kept = kept_,
                    .label_sheets = label_sheets_,
                    .metrics = metrics_,
                    .job_added = [this] { ++jobs_added_; },
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
