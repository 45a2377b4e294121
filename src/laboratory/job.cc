#include "laboratory/job.h"

#include <array>

#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {
constexpr std::array<NameRow<JobState>, 5> kStates{{{JobState::queued, "queued"},
                                                    {JobState::running, "running"},
                                                    {JobState::done, "done"},
                                                    {JobState::failed, "failed"},
                                                    {JobState::cancelled, "cancelled"}}};
}  // namespace

std::string_view name_of(JobState state) { return name_in(kStates, state); }
std::optional<JobState> job_state_from(std::string_view name) {
  return value_in<JobState>(kStates, name);
}

}  // namespace kres::laboratory
