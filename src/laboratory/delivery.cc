#include "laboratory/delivery.h"

#include <array>

#include "base/text.h"
#include "laboratory/enum_names.h"
#include "laboratory/referral.h"

namespace kres::laboratory {

namespace {
constexpr std::size_t kLongestReason = 1000;  // bytes
constexpr std::array<NameRow<ChangeChoice>, 2> kChoices{
    {{ChangeChoice::reissue, "reissue"}, {ChangeChoice::keep, "keep"}}};
}  // namespace

std::string_view name_of(ChangeChoice choice) { return name_in(kChoices, choice); }
std::optional<ChangeChoice> change_choice_from(std::string_view name) {
  return value_in<ChangeChoice>(kChoices, name);
}

Result<void> check_decision(const ChangeDecision& decision) {
  if (decision.choice == ChangeChoice::keep && trim(decision.reason).empty())
    return bad_input("An answer that stays as it is needs a reason");
  if (decision.reason.size() > kLongestReason)
    return bad_input("The reason is longer than 1000 bytes");
  if (!is_valid_utf8(decision.reason)) return bad_input("The reason is not UTF-8");
  if (contains_national_identity_number(decision.reason))
    return bad_input("The reason holds a national identity number");
  return {};
}

}  // namespace kres::laboratory
