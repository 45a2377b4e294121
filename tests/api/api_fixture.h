// The whole server on a port of its own, over a registry of its own.
#pragma once

#include <memory>

#include <gtest/gtest.h>

#include "server/api/service.h"
#include "server/http/server.h"
#include "tests/api/client.h"
#include "tests/api/test_registry.h"

namespace kres::testing {

class ApiFixture : public ::testing::Test {
 protected:
  ApiFixture();
  explicit ApiFixture(const std::string& name);  // a second one in the same test
  ~ApiFixture() override;

  // Starts with people "beate" and "bjarne" (bioengineers), "magnus" (microbiologist), "ivar"
  // (bioinformatician), "eva" (epidemiologist), "kjell" (quality manager), "ada" (administrator),
  // and "rita" of UNN and "olav" of OUS, who refer isolates.
  void SetUp() override;
  Client client() const { return Client(server_->port()); }
  Client logged_in(const std::string& username) const;
  // Faults of an answer's body against a schema of the server's own OpenAPI document.
  std::vector<std::string> faults(const Answer& answer, const std::string& schema) const;

  TestRegistry registry_;
  const AgentTable agents_;
  const susceptibility::Standards standards_;  // EUCAST v15.0 and v16.0, which is in force
  const mechanism::ConfirmatoryTests tests_;
  api::ReferenceInUse reference_{"default", kReferenceInUse};
  const laboratory::BankRules bank_rules_;
  const report::labels::LabelSheets label_sheets_;
  const laboratory::SubmissionCriteria criteria_;
  workflow::AnswerDesk desk_;  // of the registry; a test may print in earnest
  int jobs_added_ = 0;         // how often the runner was told
  std::vector<api::Endpoint> endpoints_ = api::all_endpoints();
  http::ServerOptions options_;
  std::unique_ptr<oidc::Provider> provider_;  // none, unless a test makes one before SetUp()

 private:
  http::Metrics metrics_;
  workflow::TurnaroundMonths turnaround_;
  api::KeptReadings kept_;
  std::unique_ptr<Authenticator> authenticator_;
  std::unique_ptr<workflow::UploadDesk> uploads_;
  std::unique_ptr<workflow::BankDesk> bank_;
  std::unique_ptr<workflow::IntakeDesk> intake_;
  std::string openapi_;
  std::unique_ptr<api::ApiService> service_;
  std::unique_ptr<http::Server> server_;
};

}  // namespace kres::testing
