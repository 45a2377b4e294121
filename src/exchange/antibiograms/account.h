// The account of a table that was interpreted: what was read is interpreted, not interpretable or
// refused, and nothing is lost.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "susceptibility/interpretation.h"
#include "susceptibility/raw_value.h"

namespace kres::exchange {

class Account {
 public:
  void add(const susceptibility::Interpretation& interpretation);
  void add(const susceptibility::Refusal& refusal);

  std::size_t read() const { return interpreted() + not_interpretable() + refused(); }
  std::size_t interpreted() const { return sum(categories_); }
  std::size_t not_interpretable() const { return sum(reasons_); }
  std::size_t refused() const { return sum(refusals_); }
  // Values that a person can do something about.
  std::size_t needing_person() const { return needing_person_; }
  // Keys are S, I, R; the reasons of docs/formats/interpretation.md; those of refusals.
  const std::map<std::string, std::size_t>& categories() const { return categories_; }
  const std::map<std::string, std::size_t>& reasons() const { return reasons_; }
  const std::map<std::string, std::size_t>& refusals() const { return refusals_; }
  // "read 5 = interpreted 3 (R 1, S 2) + not interpretable 1 (ie 1) + refused 1 (unknown_agent 1)"
  std::string text() const;

 private:
  static std::size_t sum(const std::map<std::string, std::size_t>& counts);
  std::map<std::string, std::size_t> categories_, reasons_, refusals_;
  std::size_t needing_person_ = 0;
};

}  // namespace kres::exchange
