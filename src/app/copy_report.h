// What a command says of a copy it has made: every table and how many files.
#pragma once

#include "app/registry_copy.h"

namespace kres::app {

void print_copy(const RegistryCopy& copy, const Path& to, bool json);

}  // namespace kres::app
