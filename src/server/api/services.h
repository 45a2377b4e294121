// What the handlers of the API reach; put together by the program.
#pragma once

#include <functional>
#include <string>

#include "laboratory/ports/identity_vault.h"
#include "mechanism/confirmatory_tests.h"
#include "report/labels/label_sheets.h"
#include "server/api/kept_readings.h"
#include "server/auth/authenticator.h"
#include "server/http/metrics.h"
#include "server/oidc/provider.h"
#include "susceptibility/standards.h"
#include "vocabulary/agent_table.h"
#include "workflow/answers.h"
#include "workflow/bank/bank_desk.h"
#include "workflow/intake_desk.h"
#include "workflow/turnaround_months.h"
#include "workflow/uploads.h"

namespace kres::api {

// The reference set that analyses use.
struct ReferenceInUse {
  std::string name, digest;
};

// All of it outlives the service and may be used from several threads.
struct Services {
  const workflow::AnswerDesk& desk;
  const workflow::UploadDesk& uploads;
  const workflow::IntakeDesk& intake;
  Authenticator& authenticator;
  const laboratory::IdentityVault& vault;
  oidc::Provider* provider;  // nullptr: there is none
  const AgentTable& agents;
  const mechanism::ConfirmatoryTests& tests;
  const susceptibility::Standards& standards;
  const ReferenceInUse& reference;
  const workflow::BankDesk& bank;
  workflow::TurnaroundMonths& turnaround;
  KeptReadings& kept;
  const report::labels::LabelSheets& label_sheets;
  http::Metrics& metrics;
  std::function<void()> job_added;  // tells the runner that there is work
  const std::string& openapi;       // the document, written once

  laboratory::Registry& registry() const { return desk.services.registry; }
  const laboratory::Clock& clock() const { return desk.services.clock; }
};

}  // namespace kres::api
