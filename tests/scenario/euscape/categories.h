// Counts expected categories against measured ones, beside the plain rule.
#pragma once

#include <string>
#include <vector>

#include "base/proportion.h"
#include "tests/scenario/euscape/knowledge.h"

namespace kres::euscape {

// docs/validation.md defines the errors.
struct Agreement {
  Proportion category;        // expected is measured, of all
  Proportion very_major;      // R measured, S expected; of all R
  Proportion major;           // S measured, R expected; of all S
  Proportion minor;           // other differences between categories, of all
  Proportion no_category;     // nothing expected, of all
  Proportion r_not_expected;  // R measured, anything but R expected; of all R
  Proportion s_not_expected;  // S measured, anything but S expected; of all S
};

enum class By { rules, plain_rule };
genome::ExpectedCategory expected_by(const Answer& answer, By by);
Agreement agreement(const std::vector<const Answer*>& answers, By by);

// Which isolates: all, or those of countries at odd or even places of the alphabet.
enum class Half { all, odd, even };
std::vector<const Answer*> of_half(const std::vector<Answer>& answers, Half half);

}  // namespace kres::euscape
