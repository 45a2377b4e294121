// When an isolate of a tube had grown pure: the first step at the bench.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/person.h"
#include "laboratory/ports/registry.h"
#include "workflow/services.h"

namespace kres::workflow {

// The day as recorded last; none if nobody did.
Result<std::optional<Date>> cultured_day(laboratory::UnitOfWork& work,
                                         const laboratory::Isolate& isolate);

// Records the day in the trail; another day recorded later corrects it, the same one again changes
// nothing. Errors: `conflict` culture.why.no_tube if no tube has come, `bad_input`
// culture.why.before_receipt or culture.why.future if the day cannot be.
Result<void> record_culture(const Services& services, const std::string& accession, Date day,
                            const laboratory::Person& person);

}  // namespace kres::workflow
