// How far a piece of work has come, and whether it shall go on.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace kres::workflow {

struct Progress {
  std::string stage;  // a code that the page names: "reading", "assembling", "calling"
  std::uint64_t bytes_read = 0;
  std::uint64_t bytes_total = 0;  // 0 if not known
};

// Called now and then, also from several threads; false asks the work to stop, which then gives up
// with any error. May be empty.
using ProgressHook = std::function<bool(const Progress&)>;

}  // namespace kres::workflow
