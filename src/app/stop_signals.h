// The signals that ask a program to end: SIGTERM, SIGINT. A server waits for them, a long piece of
// work looks now and then whether one has come.
#pragma once

namespace kres::app {

// Call before any thread begins, so that the signals reach wait_for_stop_signal() and no thread.
void hold_stop_signals();

// Requires: hold_stop_signals().
void wait_for_stop_signal();

// From here on the first of them is noted, and a second one ends the program at once.
void note_stop_signals();
bool stop_was_asked();

}  // namespace kres::app
