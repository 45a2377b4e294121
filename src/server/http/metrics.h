// Counts of requests by route, for Prometheus. Routes are patterns, so no accession is in a label.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>

namespace kres::http {

class Metrics {
 public:
  void count(std::string_view method, std::string_view route, int status,
             std::chrono::nanoseconds taken);

  // The text exposition format, version 0.0.4: kres_http_requests_total and the histogram
  // kres_http_request_seconds, rows in a fixed order.
  std::string text() const;

  static constexpr std::array<double, 8> kBuckets{0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5};

 private:
  struct Histogram {
    std::array<std::uint64_t, kBuckets.size()> up_to{};
    std::uint64_t count = 0;
    double sum_seconds = 0;
  };
  mutable std::mutex mutex_;
  std::map<std::tuple<std::string, std::string, int>, std::uint64_t> requests_;
  std::map<std::string, Histogram, std::less<>> seconds_;
};

// One gauge with its help text, for figures of other parts of the program.
std::string gauge_text(std::string_view name, std::string_view help, double value);

}  // namespace kres::http
