// A Norwegian national identity number: eleven digits that fit together.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::laboratory {

// Printed nowhere by accident: there is no conversion to text but digits().
class NationalIdentityNumber {
 public:
  // Blanks between the digits are allowed. Accepted are birth numbers, D-numbers (day + 40) and
  // synthetic numbers (month + 40, + 65 or + 80). Errors (bad_input) name what does not fit and
  // never the number: not eleven digits, no such day, a control digit that is another.
  static Result<NationalIdentityNumber> parse(std::string_view text);

  const std::string& digits() const { return digits_; }
  bool is_synthetic() const { return synthetic_; }  // of no person: for tests

 private:
  NationalIdentityNumber(std::string digits, bool synthetic)
      : digits_(std::move(digits)), synthetic_(synthetic) {}
  std::string digits_;
  bool synthetic_;
};

}  // namespace kres::laboratory
