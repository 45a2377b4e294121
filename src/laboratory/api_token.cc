#include "laboratory/api_token.h"

#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {
constexpr std::array<NameRow<TokenReach>, 2> kReaches{
    {{TokenReach::read, "read"}, {TokenReach::change, "change"}}};
constexpr std::size_t kLongestName = 80;  // bytes
}  // namespace

std::string_view name_of(TokenReach reach) { return name_in(kReaches, reach); }
std::optional<TokenReach> token_reach_from(std::string_view name) {
  return value_in<TokenReach>(kReaches, name);
}

Result<void> check_token(const std::string& name, int days) {
  if (trim(name).empty() || name.size() > kLongestName)
    return bad_input("the name of the token is empty or too long", {}, 0, "say what it is for");
  if (days < 1 || days > kLongestTokenDays)
    return bad_input(fmt::format("a token lasts 1 to {} days", kLongestTokenDays));
  return {};
}

}  // namespace kres::laboratory
