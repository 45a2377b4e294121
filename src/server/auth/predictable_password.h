// Passwords that are long and yet among the first that anybody would try.
#pragma once

#include <string_view>

namespace kres {

// How many guesses worth of parts the password is made of: a word that many take, a run of one
// character, a walk along the alphabet, the digits or the keyboard, a year, and what stood before
// in the same password count as one each, every other character too. Upper case and the usual
// figures for letters (0 for o, @ for a) are seen through. Requires: UTF-8, at most 256 bytes.
int unpredictable_parts(std::string_view password);

inline constexpr int kLeastParts = 8;  // of a password that may be taken

}  // namespace kres
