#include "laboratory/sample.h"

#include <array>

#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {
constexpr std::array<NameRow<SampleState>, 5> kStates{{{SampleState::none, "none"},
                                                       {SampleState::expected, "expected"},
                                                       {SampleState::dispatched, "dispatched"},
                                                       {SampleState::received, "received"},
                                                       {SampleState::missing, "missing"}}};
}  // namespace

std::string_view name_of(SampleState state) { return name_in(kStates, state); }
std::optional<SampleState> sample_state_from(std::string_view name) {
  return value_in<SampleState>(kStates, name);
}

bool is_awaited(SampleState state) {
  return state == SampleState::expected || state == SampleState::dispatched ||
         state == SampleState::missing;
}

SampleState first_state(Sends sends, bool received) {
  if (sends == Sends::data) return SampleState::none;
  return received ? SampleState::received : SampleState::expected;
}

}  // namespace kres::laboratory
