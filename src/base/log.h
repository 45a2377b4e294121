// The program's log: one line per event on stderr. No name, identity number or free text of a
// patient is ever logged.
#pragma once

#include <string_view>

namespace kres {

enum class LogLevel { debug, info, warning, error };

void set_log_level(LogLevel level);
void log(LogLevel level, std::string_view event);

}  // namespace kres
