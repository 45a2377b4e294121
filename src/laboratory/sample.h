// Where the tube of a referral is, from the sender's freezer to the laboratory's bench.
#pragma once

#include <optional>
#include <string_view>

#include "laboratory/referral.h"

namespace kres::laboratory {

enum class SampleState {
  none,        // only data are sent
  expected,    // announced
  dispatched,  // in a box on its way
  received,
  missing,  // its box came without it
};
std::string_view name_of(SampleState state);
std::optional<SampleState> sample_state_from(std::string_view name);

// Announced and not here: the clock has not started for it.
bool is_awaited(SampleState state);

// Of a new referral. `received`: whoever registers it has the tube in hand.
SampleState first_state(Sends sends, bool received);

}  // namespace kres::laboratory
