#include "laboratory/bank/bank_text.h"

#include <fmt/format.h>

#include "laboratory/referral.h"

namespace kres::laboratory {

Result<void> check_text(std::string_view field, std::string_view text, std::size_t most) {
  if (text.size() > most)
    return bad_input(fmt::format("The {} is longer than {} bytes", field, most));
  if (contains_national_identity_number(text))
    return bad_input(fmt::format("The {} holds a national identity number", field));
  return {};
}

}  // namespace kres::laboratory
