#include "app/progress.h"

#include <unistd.h>

#include <cstdio>

#include <fmt/format.h>

namespace kres::app {

void print_step(std::string_view step) {
  if (::isatty(STDERR_FILENO) == 1) fmt::print(stderr, "{} ...\n", step);
}

}  // namespace kres::app
