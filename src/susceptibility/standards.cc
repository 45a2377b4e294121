#include "susceptibility/standards.h"

#include <algorithm>

#include <fmt/format.h>

namespace kres::susceptibility {

Result<Standards> Standards::create(std::vector<Standard> versions, std::string_view in_force) {
  Standards standards;
  standards.versions_ = std::move(versions);
  auto& all = standards.versions_;
  std::stable_sort(all.begin(), all.end(), [](const Standard& a, const Standard& b) {
    return a.breakpoints.valid_from() > b.breakpoints.valid_from();
  });
  for (const auto& standard : all)
    if (standards.find(standard.breakpoints.version()) != &standard)
      return bad_input(fmt::format("'{}' is there twice", standard.breakpoints.version()));
  const auto* chosen = standards.find(in_force);
  if (chosen == nullptr) return bad_input(fmt::format("breakpoints '{}' are unknown", in_force));
  standards.in_force_ = static_cast<std::size_t>(chosen - all.data());
  return standards;
}

const Standard* Standards::find(std::string_view version) const {
  const auto found = std::find_if(
      versions_.begin(), versions_.end(),
      [&](const Standard& standard) { return standard.breakpoints.version() == version; });
  return found == versions_.end() ? nullptr : &*found;
}

}  // namespace kres::susceptibility
