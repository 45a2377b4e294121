#include "base/blanks.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kres {

namespace {

// White space of Unicode beyond ASCII (property White_Space), and characters without width.
constexpr std::array<std::string_view, 24> kBlanks{
    "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
    "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u2028", "\u2029",
    "\u202F", "\u205F", "\u3000", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"};

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

std::string_view trim_blanks(std::string_view text) {
  text = trim(text);
  while (!text.empty()) {
    if (is_ascii(text.front()) && is_ascii(text.back())) break;  // no byte of a blank is
    const auto first = std::find_if(kBlanks.begin(), kBlanks.end(),
                                    [&](auto blank) { return text.starts_with(blank); });
    const auto last = std::find_if(kBlanks.begin(), kBlanks.end(),
                                   [&](auto blank) { return text.ends_with(blank); });
    if (first == kBlanks.end() && last == kBlanks.end()) break;
    if (first != kBlanks.end())
      text.remove_prefix(first->size());
    else
      text.remove_suffix(last->size());
    text = trim(text);
  }
  return text;
}

}  // namespace kres
