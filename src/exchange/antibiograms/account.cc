#include "exchange/antibiograms/account.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace kres::exchange {

namespace {

constexpr std::array<std::string_view, 7> kNeedPerson = {
    "not_interpretable",     "wrong_method", "unknown_organism", "wrong_disk",
    "other_inhibitor_ratio", "qc_out",       "qc_rejected"};

std::string listed(const std::map<std::string, std::size_t>& counts) {
  std::string text;
  for (const auto& [key, count] : counts)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", key, count);
  return text.empty() ? text : " (" + text + ")";
}

}  // namespace

void Account::add(const susceptibility::Interpretation& i) {
  if (i.category) {
    ++categories_[std::string(susceptibility::name_of(*i.category))];
    return;
  }
  ++reasons_[i.reason];
  if (std::find(kNeedPerson.begin(), kNeedPerson.end(), i.reason) != kNeedPerson.end())
    ++needing_person_;
}

void Account::add(const susceptibility::Refusal& refusal) {
  ++refusals_[std::string(susceptibility::name_of(refusal.reason))];
  ++needing_person_;
}

std::string Account::text() const {
  return fmt::format("read {} = interpreted {}{} + not interpretable {}{} + refused {}{}", read(),
                     interpreted(), listed(categories_), not_interpretable(), listed(reasons_),
                     refused(), listed(refusals_));
}

std::size_t Account::sum(const std::map<std::string, std::size_t>& counts) {
  std::size_t total = 0;
  for (const auto& [key, count] : counts) total += count;
  return total;
}

}  // namespace kres::exchange
