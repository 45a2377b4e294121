// Every endpoint of the program: the tables of all resources.
#include "server/api/endpoint.h"

namespace kres::api {

std::vector<Endpoint> all_endpoints() {
  std::vector<Endpoint> all;
  for (const auto& table : {session_endpoints(),         provider_endpoints(),
                            account_endpoints(),         people_endpoints(),
                            identity_endpoints(),        isolate_endpoints(),
                            isolate_print_endpoints(),   referred_isolate_endpoints(),
                            measurement_endpoints(),     interpretation_endpoints(),
                            renewal_endpoints(),         analysis_endpoints(),
                            answer_endpoints(),          job_endpoints(),
                            upload_endpoints(),          test_endpoints(),
                            quality_control_endpoints(), bank_place_endpoints(),
                            bank_strain_endpoints(),     bank_print_endpoints(),
                            bank_catalogue_endpoints(),  bank_request_endpoints(),
                            bank_panel_endpoints(),      laboratory_endpoints(),
                            referral_endpoints(),        query_endpoints(),
                            answer_steps_endpoints(),    turnaround_report_endpoints(),
                            change_decision_endpoints(), shipment_endpoints(),
                            statistics_endpoints(),      operation_endpoints(),
                            culture_endpoints()})
    all.insert(all.end(), table.begin(), table.end());
  for (auto& endpoint : all) endpoint.route.access = endpoint.access.text();
  return all;
}

std::vector<http::Route> routes_of(const std::vector<Endpoint>& endpoints) {
  std::vector<http::Route> routes;
  for (const auto& endpoint : endpoints) routes.push_back(endpoint.route);
  return routes;
}

}  // namespace kres::api
