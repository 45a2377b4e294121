#include "server/api/referral_report.h"

#include <map>

#include <nlohmann/json.hpp>

namespace kres::api {

using workflow::ReceivedReferral;
using Json = nlohmann::ordered_json;

namespace {

// "age: another value is stored" in its two parts.
Json difference_value(const std::string& difference) {
  const auto colon = difference.find(": ");
  return {{"field", difference.substr(0, colon)},
          {"text", colon == std::string::npos ? "" : difference.substr(colon + 2)}};
}

Json referral_value(const exchange::SentReferral& sent, const ReceivedReferral& received) {
  Json differences = Json::array();
  for (const auto& difference : received.differences)
    differences.push_back(difference_value(difference));
  return {{"line", sent.line},
          {"laboratory", received.laboratory},
          {"sender_id", received.sender_id},
          {"accession", received.accession},
          {"outcome", name_of(received.outcome)},
          {"differences", std::move(differences)}};
}

Json message_value(const exchange::RowMessage& message) {
  const bool error = message.severity == exchange::Severity::error;
  return {{"line", message.line},
          {"column", message.column},
          {"code", message.code},
          {"severity", error ? "error" : "warning"},
          {"text", message.text}};
}

Json counts_value(const std::vector<ReceivedReferral>& received) {
  std::map<workflow::Outcome, int> counts;
  for (const auto& one : received) ++counts[one.outcome];
  Json json = Json::object();
  for (const auto outcome : {workflow::Outcome::created, workflow::Outcome::extended,
                             workflow::Outcome::unchanged, workflow::Outcome::differing})
    json[std::string(name_of(outcome))] = counts[outcome];
  return json;
}

}  // namespace

Json referral_report(const exchange::ReferralBatch& batch,
                     const std::vector<ReceivedReferral>& received, workflow::Mode mode) {
  Json referrals = Json::array(), messages = Json::array();
  for (std::size_t i = 0; i < received.size(); ++i)
    referrals.push_back(referral_value(batch.referrals[i], received[i]));
  for (const auto& message : batch.messages) messages.push_back(message_value(message));
  return {{"stored", mode == workflow::Mode::store},
          {"counts", counts_value(received)},
          {"referrals", std::move(referrals)},
          {"messages", std::move(messages)}};
}

}  // namespace kres::api
