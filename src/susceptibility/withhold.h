// Takes back what an interpretation says of a measurement that must not be relied on.
#pragma once

#include <string_view>

#include "susceptibility/interpretation.h"

namespace kres::susceptibility {

// No category, no wild type, no distance to a bound; the reason is set and flagged. An R that does
// not rest on the measurement (dash, expected_resistance) stays, and only the flag is added.
void withhold(Interpretation& interpretation, std::string_view reason);

}  // namespace kres::susceptibility
