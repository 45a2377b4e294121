#include "server/http/metrics.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

TEST(Metrics, CountsRequestsAndTheirTimesByRoute) {
  kres::http::Metrics metrics;
  metrics.count("GET", "/api/v1/isolates/{accession}", 200, 3ms);
  metrics.count("GET", "/api/v1/isolates/{accession}", 200, 700ms);
  metrics.count("GET", "/api/v1/isolates/{accession}", 404, 10s);
  const auto text = metrics.text();
  const std::string route = "route=\"/api/v1/isolates/{accession}\"";
  for (const auto& line :
       {"kres_http_requests_total{" + route + ",method=\"GET\",status=\"200\"} 2\n",
        "kres_http_requests_total{" + route + ",method=\"GET\",status=\"404\"} 1\n",
        "kres_http_request_seconds_bucket{" + route + ",le=\"0.001\"} 0\n",
        "kres_http_request_seconds_bucket{" + route + ",le=\"0.005\"} 1\n",
        "kres_http_request_seconds_bucket{" + route + ",le=\"1\"} 2\n",
        "kres_http_request_seconds_bucket{" + route + ",le=\"+Inf\"} 3\n",
        "kres_http_request_seconds_sum{" + route + "} 10.703000\n",
        "kres_http_request_seconds_count{" + route + "} 3\n"})
    EXPECT_NE(text.find(line), std::string::npos) << line << text;
}

TEST(Metrics, AGaugeHasHelpTypeAndValue) {
  EXPECT_EQ(
      kres::http::gauge_text("kres_jobs_waiting", "Jobs.", 4),
      "# HELP kres_jobs_waiting Jobs.\n# TYPE kres_jobs_waiting gauge\nkres_jobs_waiting 4\n");
}
