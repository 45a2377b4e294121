// Secrets that a browser carries: random, stored only as digests, compared in constant time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kres {

// 256 random bits as 43 characters of URL-safe base64.
std::string random_token();

// A random number that nobody can foresee: codes that blind, seeds.
std::uint32_t random_number();

// What is stored instead of the token. A token has full entropy, so one SHA-256 suffices.
std::string token_digest(std::string_view token);

// True if equal; the time taken does not tell where they differ.
bool same_token(std::string_view a, std::string_view b);

}  // namespace kres
