// Any bytes are a referral sheet whose rows are either taken or complained about by their number.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "exchange/referral_sheet.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kres;
  using namespace kres::exchange;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ReferralRules desk{{"UNN"}, {2026, 11, 21}}, sender{{"UNN"}, {2026, 11, 21}, "UNN"};
  for (const auto& rules : {desk, sender}) {
    const auto batch = read_referral_sheet(bytes, "fuzz", rules);
    fuzz::require(!batch.referrals.empty() || batch.has_errors());
    for (const auto& sent : batch.referrals) {
      fuzz::require(sent.referral.laboratory == "UNN" && !sent.referral.sender_id.empty());
      fuzz::require(sent.genomes.empty() && sent.line > 1);
    }
    for (const auto& message : batch.messages) fuzz::require(!message.code.empty());
  }
  return 0;
}
