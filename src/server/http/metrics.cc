#include "server/http/metrics.h"

#include <fmt/format.h>

namespace kres::http {

void Metrics::count(std::string_view method, std::string_view route, int status,
                    std::chrono::nanoseconds taken) {
  const double seconds = std::chrono::duration<double>(taken).count();
  const std::lock_guard lock(mutex_);
  ++requests_[{std::string(route), std::string(method), status}];
  auto& histogram = seconds_.try_emplace(std::string(route)).first->second;
  ++histogram.count;
  histogram.sum_seconds += seconds;
  for (std::size_t i = 0; i < kBuckets.size(); ++i)
    if (seconds <= kBuckets[i]) ++histogram.up_to[i];
}

std::string Metrics::text() const {
  const std::lock_guard lock(mutex_);
  std::string text =
      "# HELP kres_http_requests_total Requests answered.\n"
      "# TYPE kres_http_requests_total counter\n";
  for (const auto& [key, count] : requests_)
    text += fmt::format("kres_http_requests_total{{route=\"{}\",method=\"{}\",status=\"{}\"}} {}\n",
                        std::get<0>(key), std::get<1>(key), std::get<2>(key), count);
  text +=
      "# HELP kres_http_request_seconds Time from the whole request to the whole answer.\n"
      "# TYPE kres_http_request_seconds histogram\n";
  for (const auto& [route, histogram] : seconds_) {
    for (std::size_t i = 0; i < kBuckets.size(); ++i)
      text += fmt::format("kres_http_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", route,
                          kBuckets[i], histogram.up_to[i]);
    text += fmt::format(
        "kres_http_request_seconds_bucket{{route=\"{0}\",le=\"+Inf\"}} {1}\n"
        "kres_http_request_seconds_sum{{route=\"{0}\"}} {2:.6f}\n"
        "kres_http_request_seconds_count{{route=\"{0}\"}} {1}\n",
        route, histogram.count, histogram.sum_seconds);
  }
  return text;
}

std::string gauge_text(std::string_view name, std::string_view help, double value) {
  return fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n{0} {2}\n", name, help, value);
}

}  // namespace kres::http
