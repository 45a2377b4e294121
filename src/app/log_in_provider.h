// The OpenID provider of a registry, from provider.json in its directory.
#pragma once

#include <memory>

#include "base/files.h"
#include "laboratory/ports/clock.h"
#include "server/oidc/provider.h"

namespace kres::app {

// Nothing if there is no such file. Errors: bad_input (a field is missing; an address is neither
// https nor this machine), environment (others can read the file: it holds a secret). Requires: the
// clock outlives the provider.
Result<std::unique_ptr<oidc::Provider>> open_provider(const Path& registry,
                                                      const laboratory::Clock& clock);

}  // namespace kres::app
