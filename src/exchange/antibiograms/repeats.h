// Finds values that stand twice: the same isolate, agent and method.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

#include "susceptibility/raw_value.h"

namespace kres::exchange {

// First every measurement of a table is noted, then each is judged: the first of identical ones is
// kept, the others are refused; of different ones all are refused, since nothing says which is
// right. Disks of another load, other systems, guidelines and indications are other tests.
class Repeats {
 public:
  // `ordinal` counts the values of the table and names the same value in both calls.
  void note(const susceptibility::Measurement& measurement, std::size_t ordinal, std::size_t line);
  // Why the value is left out, or nothing. Requires: it was noted.
  std::optional<susceptibility::Refusal> judge(const susceptibility::Measurement& measurement,
                                               std::size_t ordinal,
                                               const susceptibility::RawValue& raw) const;

 private:
  struct Seen {
    susceptibility::Sign sign = susceptibility::Sign::equal;
    double value = 0;
    std::size_t ordinal = 0, line = 0;  // of the first
    std::size_t other_line = 0;         // of the first that differs from it, 0 if none
  };
  std::unordered_map<std::string, Seen> seen_;
};

}  // namespace kres::exchange
