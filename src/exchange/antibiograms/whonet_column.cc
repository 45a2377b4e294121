#include "exchange/antibiograms/whonet_column.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/text.h"

namespace kres::exchange {

namespace {

bool is_code(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](unsigned char c) {
           return std::isupper(c) != 0 || std::isdigit(c) != 0;
         });
}

bool is_load(std::string_view text) {
  return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) != 0 &&
         std::isdigit(static_cast<unsigned char>(text.back())) != 0 &&
         std::count(text.begin(), text.end(), '_') <= 1 &&
         text.find_first_not_of("0123456789_") == std::string_view::npos;
}

std::optional<susceptibility::Method> method_of(char letter) {
  switch (letter) {
    case 'D':
      return susceptibility::Method::disk;
    case 'M':
      return susceptibility::Method::dilution;
    case 'E':
      return susceptibility::Method::gradient;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<WhonetColumn> parse_whonet_column(std::string_view column) {
  std::string upper(column);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  const std::string_view text = upper;
  if (text.size() < 6 || text[3] != '_' || !is_code(text.substr(0, 3))) return std::nullopt;
  const auto method = method_of(text[5]);
  if (!method || std::isupper(static_cast<unsigned char>(text[4])) == 0) return std::nullopt;
  const auto load = text.substr(6);
  const bool is_disk = *method == susceptibility::Method::disk;
  if (is_disk ? !load.empty() && !is_load(load) : !load.empty()) return std::nullopt;
  WhonetColumn out{std::string(text.substr(0, 3)), text[4], *method,
                   replace_all(std::string(load), "_", ".")};
  if (out.disk_ug == "1.2") out.disk_ug = "1.25";
  return out;
}

std::string_view whonet_guideline(char letter) {
  constexpr std::array<std::pair<char, std::string_view>, 6> letters = {
      {{'N', "CLSI"}, {'E', "EUCAST"}, {'B', "BSAC"}, {'D', "DIN"}, {'F', "SFM"}, {'S', "SRGA"}}};
  for (const auto& [known, name] : letters)
    if (known == letter) return name;
  return {};
}

}  // namespace kres::exchange
