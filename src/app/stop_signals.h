// Waits for the signals that end a server: SIGTERM, SIGINT.
#pragma once

namespace kres::app {

// Call before any thread begins, so that the signals reach wait_for_stop_signal() and no thread.
void hold_stop_signals();

// Requires: hold_stop_signals().
void wait_for_stop_signal();

}  // namespace kres::app
