// A table of named numbers, and how it fills a struct of thresholds.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"

namespace kres::genome {

class ThresholdTable {
 public:
  // Columns key, value, meaning. Fails on a value that is no number and on a key that occurs twice.
  static Result<ThresholdTable> parse(std::string_view text, const std::string& name);

  // Every key must be in the table; they are taken out of it.
  template <class Thresholds, std::size_t N>
  Result<void> take(Thresholds& thresholds,
                    const std::array<std::pair<const char*, double Thresholds::*>, N>& keys) {
    for (const auto& [key, member] : keys) {
      const auto found = values_.find(key);
      if (found == values_.end()) return bad_input(fmt::format("key '{}' is missing", key), name_);
      thresholds.*member = found->second;
      values_.erase(found);
    }
    return {};
  }

  // The same, and the table may hold no other.
  template <class Thresholds, std::size_t N>
  Result<void> fill(Thresholds& thresholds,
                    const std::array<std::pair<const char*, double Thresholds::*>, N>& keys) {
    KRES_TRY(take(thresholds, keys));
    if (!values_.empty()) return bad_input("holds a key that the engine does not know", name_);
    return {};
  }

 private:
  std::string name_;
  std::map<std::string, double, std::less<>> values_;
};

}  // namespace kres::genome
