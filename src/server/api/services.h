// What the handlers of the API reach; put together by the program.
#pragma once

#include <string>

#include "laboratory/ports/clock.h"
#include "laboratory/ports/registry.h"
#include "server/api/answer_desk.h"
#include "server/auth/authenticator.h"
#include "server/http/metrics.h"
#include "vocabulary/agent_table.h"

namespace kres::api {

// All of it outlives the service and may be used from several threads.
struct Services {
  laboratory::Registry& registry;
  AnswerDesk& desk;
  const laboratory::Clock& clock;
  Authenticator& authenticator;
  const AgentTable& agents;
  http::Metrics& metrics;
  std::string openapi;  // the document, written once
};

}  // namespace kres::api
