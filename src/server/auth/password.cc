#include "server/auth/password.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "server/auth/predictable_password.h"

namespace kres {

namespace {

bool ready() { return sodium_init() >= 0; }

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return !is_continuation(c); }));
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

}  // namespace

Result<void> check_new_password(std::string_view password, std::string_view username) {
  if (password.size() > kLongestPassword)
    return bad_input(fmt::format("the password is longer than {} bytes", kLongestPassword));
  if (!is_valid_utf8(password) || has_control_character(password))
    return bad_input("the password has bytes that are not text");
  if (count_characters(password) < kShortestPassword)
    return bad_input(fmt::format("the password is shorter than {} characters", kShortestPassword));
  if (!username.empty() && to_lower(password).find(to_lower(username)) != std::string::npos)
    return bad_input("the password contains the user name");
  if (unpredictable_parts(password) < kLeastParts)
    return bad_input("the password is among the first that somebody would try", {}, 0,
                     "take some words that have nothing to do with each other");
  return {};
}

Result<std::string> hash_password(std::string_view password, PasswordCost cost) {
  if (!ready()) return environment_error("the cryptographic library cannot start");
  if (password.size() > kLongestPassword)
    return bad_input(fmt::format("the password is longer than {} bytes", kLongestPassword));
  std::array<char, crypto_pwhash_argon2id_STRBYTES> hash{};
  if (crypto_pwhash_argon2id_str(hash.data(), password.data(), password.size(), cost.passes,
                                 cost.memory_bytes) != 0)
    return environment_error("not enough memory to hash a password", {},
                             fmt::format("{} MiB are needed", cost.memory_bytes >> 20));
  return std::string(hash.data());
}

bool verify_password(std::string_view hash, std::string_view password) {
  if (!ready() || password.size() > kLongestPassword) return false;
  const std::string terminated(hash);
  return crypto_pwhash_argon2id_str_verify(terminated.c_str(), password.data(), password.size()) ==
         0;
}

bool needs_rehash(std::string_view hash, PasswordCost cost) {
  const std::string terminated(hash);
  return crypto_pwhash_argon2id_str_needs_rehash(terminated.c_str(), cost.passes,
                                                 cost.memory_bytes) != 0;
}

}  // namespace kres
