// Makes isolates after patterns, with everything that hangs on them and the events of the trail.
#pragma once

#include <string>
#include <vector>

#include "laboratory/ports/registry.h"
#include "laboratory/ports/signer.h"
#include "registry/chance.h"
#include "registry/pattern.h"

namespace kres::bench {

// The people of the registry who do the work, by username.
inline constexpr const char* kBioengineer = "bio";
inline constexpr const char* kMicrobiologist = "lege";
inline constexpr const char* kReferring = "rita";

// How far the work on an isolate has come.
enum class Stage { expected, received, measured, ready, draft, validated, answered };

// Of one that was received `age` days ago: after twelve days all but one in three hundred is
// answered.
Stage stage_at(int age, Chance& chance);

class IsolateMaker {
 public:
  IsolateMaker(std::vector<Pattern> patterns, std::vector<std::string> laboratories, int patients,
               const laboratory::Signer& signer, Chance& chance)
      : patterns_(std::move(patterns)),
        laboratories_(std::move(laboratories)),
        patients_(patients),
        signer_(signer),
        chance_(chance) {}

  // The next isolate, received on this day.
  Result<laboratory::Isolate> make(laboratory::UnitOfWork& work, Date received, Stage stage);

 private:
  laboratory::Referral referral_of(const Pattern& pattern, Date received);
  Pattern varied(Pattern pattern);

  const std::vector<Pattern> patterns_;
  const std::vector<std::string> laboratories_;  // codes
  const int patients_;                           // as many are referred again and again
  const laboratory::Signer& signer_;
  Chance& chance_;
  int made_ = 0;
};

}  // namespace kres::bench
