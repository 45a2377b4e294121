// National identity numbers that no person has (month + 80).
#pragma once

#include <string>

#include "laboratory/national_identity_number.h"

namespace kres::testing {

// Numbers of one day; control digits by trial, so that no list of numbers stands here.
inline std::string synthetic_number(int which) {
  for (int tail = 10'000; tail < 100'000; ++tail) {
    const auto number = laboratory::NationalIdentityNumber::parse("018190" + std::to_string(tail));
    if (number && which-- == 0) return number->digits();
  }
  return {};
}

}  // namespace kres::testing
