#include "laboratory/accession.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::laboratory {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

char check_character(std::string_view text) {
  int product = 36;
  for (const char raw : text) {
    const char c = static_cast<char>(std::toupper(static_cast<unsigned char>(raw)));
    const auto value = kAlphabet.find(c);
    if (value == std::string_view::npos) continue;
    int sum = (product + static_cast<int>(value)) % 36;
    if (sum == 0) sum = 36;
    product = sum * 2 % 37;
  }
  return kAlphabet[static_cast<std::size_t>((37 - product) % 36)];
}

std::string make_accession(int year, MicrobeGroup unit, std::int64_t number) {
  const auto body = fmt::format("{:04}-{}-{:04}", year, name_of(unit), number);
  return fmt::format("{}-{}", body, check_character(body));
}

bool is_valid_accession(std::string_view accession) {
  const auto parts = split(accession, '-');
  if (parts.size() != 4 || parts[3].size() != 1) return false;
  if (parts[0].size() != 4 || !all_digits(parts[0]) || !microbe_group_from(parts[1])) return false;
  if (parts[2].size() < 4 || parts[2].size() > 9 || !all_digits(parts[2])) return false;
  return check_character(accession.substr(0, accession.size() - 2)) == parts[3][0];
}

std::string as_accession(std::string_view text) {
  const auto parts = split(text, '-');
  if (parts.size() != 4 || parts[3].size() != 1) return std::string(text);
  const auto check = static_cast<char>(std::toupper(static_cast<unsigned char>(parts[3][0])));
  for (const auto unit : kMicrobeGroups)
    if (to_lower(parts[1]) == to_lower(name_of(unit)))
      return fmt::format("{}-{}-{}-{}", parts[0], name_of(unit), parts[2], check);
  return std::string(text);
}

}  // namespace kres::laboratory
