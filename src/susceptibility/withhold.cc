#include "susceptibility/withhold.h"

namespace kres::susceptibility {

void withhold(Interpretation& i, std::string_view reason) {
  i.flags.emplace_back(reason);
  i.wild_type.reset();
  i.above_s.reset();
  i.above_r.reset();
  if (i.reason == "dash" || i.reason == "expected_resistance") return;
  if (!i.category && !i.reason.empty() && i.reason != "not_interpretable") return;
  i.category.reset();
  i.reason = reason;
}

}  // namespace kres::susceptibility
