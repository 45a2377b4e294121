// Small text helpers: splitting, trimming, numbers, case.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kres {

std::string_view trim(std::string_view text);  // ASCII white space at both ends
std::vector<std::string_view> split(std::string_view text, char separator);  // keeps empty parts
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string to_lower(std::string_view text);  // ASCII only
// In lower case, and Latin letters beyond ASCII too (to U+017F: Norwegian, Sami, German ...); other
// bytes stay as they are, so that any text may be given.
std::string fold_case(std::string_view utf8);
bool iequals(std::string_view a, std::string_view b);  // ASCII case-insensitive
std::string replace_all(std::string text, std::string_view from, std::string_view to);
std::optional<long long> parse_int(std::string_view text);  // whole text or nothing
std::optional<double> parse_double(
    std::string_view text);  // whole text, '.' decimal, finite, or nothing
bool is_valid_utf8(std::string_view text);
bool glob_match(std::string_view pattern, std::string_view text);  // '*' any run, '?' one byte

}  // namespace kres
