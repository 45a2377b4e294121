#include "laboratory/isolate.h"

#include <array>

#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {

constexpr std::array<NameRow<IsolateState>, 9> kStates{
    {{IsolateState::expected, "expected"},
     {IsolateState::received, "received"},
     {IsolateState::analysing, "analysing"},
     {IsolateState::awaiting_genome, "awaiting_genome"},
     {IsolateState::ready, "ready"},
     {IsolateState::draft, "draft"},
     {IsolateState::validated, "validated"},
     {IsolateState::answered, "answered"},
     {IsolateState::failed, "failed"}}};

constexpr std::array<NameRow<NextStep>, 8> kSteps{{{NextStep::receive, "receive"},
                                                   {NextStep::measure, "measure"},
                                                   {NextStep::attach_genome, "attach_genome"},
                                                   {NextStep::validate, "validate"},
                                                   {NextStep::approve, "approve"},
                                                   {NextStep::analyse, "analyse"},
                                                   {NextStep::wait, "wait"},
                                                   {NextStep::none, "none"}}};

}  // namespace

std::string_view name_of(IsolateState state) { return name_in(kStates, state); }
std::optional<IsolateState> isolate_state_from(std::string_view name) {
  return value_in<IsolateState>(kStates, name);
}
std::string_view name_of(NextStep step) { return name_in(kSteps, step); }

}  // namespace kres::laboratory
