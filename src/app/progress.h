// Progress on stderr, only when a person is watching.
#pragma once

#include <string_view>

namespace kres::app {

void print_step(std::string_view step);  // one line; nothing when stderr is not a terminal

}  // namespace kres::app
