// One row of the API: route, who may call it, and the function that answers.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "server/api/access.h"
#include "server/http/router.h"

namespace kres::api {

struct Services;

// One request on its way to a handler; everything outlives the call.
struct Call {
  const http::Request& request;
  const http::PathParameters& path;
  const Caller* caller = nullptr;  // never null unless the endpoint is open to anyone
};

using Handler = Result<http::Response> (*)(Services& services, const Call& call);

// Takes the body of one request piece by piece; after an error, or the end, it answers.
class BodyHandler {
 public:
  virtual ~BodyHandler() = default;
  virtual Result<void> take(std::string_view piece) = 0;
  virtual Result<http::Response> finish() = 0;  // only if every piece was taken
};
using BodyOpener = Result<std::unique_ptr<BodyHandler>> (*)(Services& services, const Call& call);

struct Endpoint {
  http::Route route;  // its access text is filled in from `access`
  Access access;
  Handler handler = nullptr;
  BodyOpener open = nullptr;  // instead of a handler: large bodies, never whole in memory
};

// Every endpoint of the program, resource by resource.
std::vector<Endpoint> all_endpoints();

// The route rows of endpoints, with their access in words.
std::vector<http::Route> routes_of(const std::vector<Endpoint>& endpoints);

// The tables of single resources; each is in the file of its resource.
std::vector<Endpoint> session_endpoints();
std::vector<Endpoint> provider_endpoints();
std::vector<Endpoint> account_endpoints();
std::vector<Endpoint> people_endpoints();
std::vector<Endpoint> identity_endpoints();
std::vector<Endpoint> isolate_endpoints();
std::vector<Endpoint> isolate_print_endpoints();
std::vector<Endpoint> referred_isolate_endpoints();
std::vector<Endpoint> measurement_endpoints();
std::vector<Endpoint> interpretation_endpoints();
std::vector<Endpoint> renewal_endpoints();
std::vector<Endpoint> analysis_endpoints();
std::vector<Endpoint> answer_endpoints();
std::vector<Endpoint> job_endpoints();
std::vector<Endpoint> upload_endpoints();
std::vector<Endpoint> test_endpoints();
std::vector<Endpoint> quality_control_endpoints();
std::vector<Endpoint> bank_place_endpoints();
std::vector<Endpoint> bank_strain_endpoints();
std::vector<Endpoint> bank_print_endpoints();
std::vector<Endpoint> bank_catalogue_endpoints();
std::vector<Endpoint> bank_request_endpoints();
std::vector<Endpoint> bank_panel_endpoints();
std::vector<Endpoint> laboratory_endpoints();
std::vector<Endpoint> referral_endpoints();
std::vector<Endpoint> culture_endpoints();
std::vector<Endpoint> query_endpoints();
std::vector<Endpoint> answer_steps_endpoints();
std::vector<Endpoint> turnaround_report_endpoints();
std::vector<Endpoint> change_decision_endpoints();
std::vector<Endpoint> shipment_endpoints();
std::vector<Endpoint> statistics_endpoints();
std::vector<Endpoint> operation_endpoints();

}  // namespace kres::api
