// The breakpoint versions at hand side by side, one of them in force.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "susceptibility/interpret.h"

namespace kres::susceptibility {

class Standards {
 public:
  // Errors (bad_input): a version twice, or `in_force` is none of them.
  static Result<Standards> create(std::vector<Standard> versions, std::string_view in_force);

  const Standard& in_force() const { return versions_[in_force_]; }
  // By the name of its breakpoint version, "EUCAST v16.0"; nullptr if it is not at hand.
  const Standard* find(std::string_view version) const;
  const std::vector<Standard>& versions() const { return versions_; }  // newest first

 private:
  std::vector<Standard> versions_;
  std::size_t in_force_ = 0;
};

}  // namespace kres::susceptibility
