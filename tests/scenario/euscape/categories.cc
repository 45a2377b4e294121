#include "tests/scenario/euscape/categories.h"

#include <iterator>
#include <set>

namespace kres::euscape {

using genome::ExpectedCategory;
using susceptibility::Category;

genome::ExpectedCategory expected_by(const Answer& answer, By by) {
  if (by == By::rules) return answer.expected;
  return answer.carbapenemase ? ExpectedCategory::R : ExpectedCategory::S;
}

Agreement agreement(const std::vector<const Answer*>& answers, By by) {
  Agreement out;
  for (const auto* answer : answers) {
    const auto expected = expected_by(*answer, by);
    const auto measured = answer->measured;
    const bool none = expected == ExpectedCategory::none;
    const bool very_major = measured == Category::R && expected == ExpectedCategory::S,
               major = measured == Category::S && expected == ExpectedCategory::R;
    const bool same = (measured == Category::S && expected == ExpectedCategory::S) ||
                      (measured == Category::I && expected == ExpectedCategory::I) ||
                      (measured == Category::R && expected == ExpectedCategory::R);
    const auto count = [](Proportion& proportion, bool is) {
      proportion.total += 1;
      proportion.count += is ? 1 : 0;
    };
    count(out.category, same);
    count(out.no_category, none);
    count(out.minor, !same && !none && !very_major && !major);
    if (measured == Category::R) {
      count(out.very_major, very_major);
      count(out.r_not_expected, expected != ExpectedCategory::R);
    }
    if (measured == Category::S) {
      count(out.major, major);
      count(out.s_not_expected, expected != ExpectedCategory::S);
    }
  }
  return out;
}

std::vector<const Answer*> of_half(const std::vector<Answer>& answers, Half half) {
  std::set<std::string> countries;
  for (const auto& answer : answers) countries.insert(answer.isolate->country);
  std::vector<const Answer*> chosen;
  for (const auto& answer : answers) {
    const auto place =
        std::distance(countries.begin(), countries.find(answer.isolate->country)) + 1;
    const bool odd = place % 2 == 1;
    if (half == Half::all || odd == (half == Half::odd)) chosen.push_back(&answer);
  }
  return chosen;
}

}  // namespace kres::euscape
