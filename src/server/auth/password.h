// Passwords: Argon2id hashes, made and checked with libsodium.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/error.h"

namespace kres {

// What one hash costs. The default is libsodium's "interactive" level (RFC 9106, memory-constrained
// setting or stronger); a hash carries its own cost, so it can be raised later.
struct PasswordCost {
  unsigned long long passes = 2;
  std::size_t memory_bytes = std::size_t{64} << 20;
};
inline constexpr PasswordCost kLeastPasswordCost{1, std::size_t{8} << 10};  // for tests only

inline constexpr std::size_t kShortestPassword = 12;  // characters (NIST SP 800-63B asks for >= 8)
inline constexpr std::size_t kLongestPassword = 256;  // bytes; longer ones are refused unhashed

// Refuses a new password that is too short, too long, not UTF-8, has control characters, is too
// easy to guess (predictable_password.h) or contains the user name.
Result<void> check_new_password(std::string_view password, std::string_view username);

// The hash to store: "$argon2id$v=19$m=...", salt inside. Errors: environment if memory is short.
Result<std::string> hash_password(std::string_view password, PasswordCost cost = {});

// True if the password is the one that was hashed. False also for a malformed hash.
bool verify_password(std::string_view hash, std::string_view password);

// True if the hash was made at another cost and should be made anew at the next log-in.
bool needs_rehash(std::string_view hash, PasswordCost cost = {});

}  // namespace kres
