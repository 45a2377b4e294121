// Ends the process by SIGKILL at its n-th call that writes to disk or sends to the database's
// server: between any two of them is a moment at which the power could go.
#pragma once

namespace kres::testing {

// Counts from now on; 0 only counts.
void kill_at_call(long number);
long calls_counted();

}  // namespace kres::testing
