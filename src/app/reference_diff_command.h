// kres reference diff: what changed between two reference sets.
#pragma once

#include <string>

namespace kres::app {

// `before` and `after`: folders of sets, roots, or digests (or their beginnings) of sets in `root`.
int run_reference_diff(const std::string& root, const std::string& before, const std::string& after,
                       bool json);

}  // namespace kres::app
