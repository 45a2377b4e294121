// Comparisons that Cap'n Proto's headers leave to C++20's reversed operators, which clang does not
// apply where a class also has operator!= (P2468). Included before its headers when clang compiles.
#pragma once

#include <kj/string.h>

namespace kj {

inline bool operator==(const char* a, const StringPtr& b) { return b == StringPtr(a); }
inline bool operator!=(const char* a, const StringPtr& b) { return !(b == StringPtr(a)); }

}  // namespace kj
