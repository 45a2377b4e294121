// Decodes UTF-8 strictly and replaces what must not reach a page.
#include "report/pdf/clean_text.h"

#include <array>
#include <cstdint>

namespace kres::report::pdf {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Decoded {
  char32_t point = 0;
  std::size_t length = 0;  // bytes; 0 if the sequence is invalid
};

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = sequence_length(byte(0));
  if (length == 0 || length > text.size()) return {};
  if (length == 1) return {byte(0), 1};
  char32_t point = byte(0) & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return {};
    point = (point << 6) | (byte(i) & 0x3Fu);
  }
  constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < kSmallest[length] || point > 0x10FFFF || surrogate) return {};
  return {point, length};
}

bool is_control(char32_t point) {
  return (point < 0x20 && point != '\n') || (point >= 0x7F && point < 0xA0) || point == 0x2028 ||
         point == 0x2029;
}

bool is_hidden(char32_t point) {
  return point == 0x200E || point == 0x200F || point == 0x061C || point == 0xFEFF ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x206F) ||
         (point >= 0xFFF9 && point <= 0xFFFB) || (point >= 0xE0000 && point <= 0xE007F);
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Decoded next = decode(text);
    if (next.length == 0) {
      out += kReplacement;
      text.remove_prefix(1);
      continue;
    }
    if (is_control(next.point))
      out += ' ';
    else if (!is_hidden(next.point))
      out += text.substr(0, next.length);
    text.remove_prefix(next.length);
  }
  return out;
}

}  // namespace kres::report::pdf
