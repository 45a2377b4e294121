#include "exchange/referral_batch.h"

#include <algorithm>

#include <fmt/format.h>

namespace kres::exchange {

std::string RowMessage::printed() const {
  const auto place = line == 0 ? file : fmt::format("{}:{}", file, line);
  return fmt::format("{}: {}: {}", place, severity == Severity::error ? "error" : "warning", text);
}

bool ReferralBatch::has_errors() const {
  return std::any_of(messages.begin(), messages.end(),
                     [](const RowMessage& m) { return m.severity == Severity::error; });
}

}  // namespace kres::exchange
