// Readings that look at the whole bank, kept until something happens in the laboratory.
#pragma once

#include <cstdint>
#include <string>

#include "workflow/until_next_event.h"

namespace kres::api {

struct KeptReadings {
  workflow::UntilNextEvent<std::string> due;                // as JSON, by day
  workflow::UntilNextEvent<std::int64_t> catalogue_totals;  // by the terms of the search
};

}  // namespace kres::api
