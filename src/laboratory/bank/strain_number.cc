#include "laboratory/bank/strain_number.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "laboratory/accession.h"

namespace kres::laboratory {

namespace {

std::string with_check(std::string text) {
  const char check = check_character(text);
  return std::move(text) + '-' + check;
}

// "KRS", numbers of at least these many digits, the check character.
bool has_form(std::string_view text, std::initializer_list<std::size_t> digits) {
  const auto parts = split(text, '-');
  if (parts.size() != digits.size() + 2 || parts[0] != "KRS" || parts.back().size() != 1)
    return false;
  const auto is_number = [](std::string_view part, std::size_t least) {
    return part.size() >= least &&
           std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!std::equal(digits.begin(), digits.end(), parts.begin() + 1,
                  [&](std::size_t least, std::string_view part) { return is_number(part, least); }))
    return false;
  return check_character(text.substr(0, text.size() - 2)) == text.back();
}

}  // namespace

std::string make_strain_number(std::int64_t number) {
  return with_check(fmt::format("KRS-{:04}", number));
}

std::string make_request_number(std::int64_t number) {
  return with_check(fmt::format("KRQ-{:04}", number));
}

std::string make_panel_number(std::int64_t number) {
  return with_check(fmt::format("KRP-{:04}", number));
}

std::string make_vial_code(std::string_view strain, int lot, int vial) {
  return with_check(fmt::format("{}-{}-{:02}", strain.substr(0, strain.size() - 2), lot, vial));
}

std::string as_bank_code(std::string_view text) {
  std::string code(trim(text));
  std::transform(code.begin(), code.end(), code.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return code;
}

bool is_strain_number(std::string_view text) { return has_form(text, {4}); }
bool is_vial_code(std::string_view text) { return has_form(text, {4, 1, 2}); }

}  // namespace kres::laboratory
