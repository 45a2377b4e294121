// A table as a sequence of values, whatever its layout.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "susceptibility/raw_value.h"

namespace kres::exchange {

using RawSink = std::function<void(const susceptibility::RawValue&)>;

class ValueSource {
 public:
  virtual ~ValueSource() = default;
  // Every value of the table in the order of the text; a row that cannot be read is one value with
  // a fault. May be called again and gives the same.
  virtual void each(const RawSink& sink) = 0;
  // What a person should know about the table as a whole, one sentence each.
  virtual std::vector<std::string> notes() const = 0;
};

}  // namespace kres::exchange
