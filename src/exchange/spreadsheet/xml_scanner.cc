#include "exchange/spreadsheet/xml_scanner.h"

#include <array>
#include <charconv>
#include <utility>

#include "base/text.h"

namespace kres::exchange {

namespace {

void append_utf8(std::string& text, unsigned code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | (code >> 6));
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0 | (code >> 12));
    text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x110000) {
    text += static_cast<char>(0xF0 | (code >> 18));
    text += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
    text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  }
}

// "amp" -> "&", "#956" and "#x3bc" -> U+03BC; what is unknown stays as it is written.
void append_entity(std::string& text, std::string_view entity) {
  constexpr std::array<std::pair<std::string_view, char>, 5> known = {
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  for (const auto& [name, character] : known)
    if (entity == name) {
      text += character;
      return;
    }
  unsigned code = 0;
  const bool hex = entity.starts_with("#x");
  const auto digits = entity.substr(std::min<std::size_t>(entity.size(), hex ? 2 : 1));
  const auto end = digits.data() + digits.size();
  if (entity.starts_with('#') && !digits.empty() &&
      std::from_chars(digits.data(), end, code, hex ? 16 : 10).ptr == end)
    append_utf8(text, code);
  else
    text.append(1, '&').append(entity).append(1, ';');
}

std::string decoded(std::string_view written) {
  std::string text;
  while (!written.empty()) {
    const auto at = written.find('&');
    text += written.substr(0, at);
    if (at == std::string_view::npos) break;
    const auto end = written.find(';', at);
    if (end == std::string_view::npos) return text.append(written.substr(at));
    append_entity(text, written.substr(at + 1, end - at - 1));
    written.remove_prefix(end + 1);
  }
  return text;
}

}  // namespace

std::string XmlPiece::attribute(std::string_view key) const {
  auto rest = attributes;
  while (true) {
    const auto equals = rest.find('=');
    if (equals == std::string_view::npos || equals + 1 >= rest.size()) return {};
    const char quote = rest[equals + 1];
    const auto end = rest.find(quote, equals + 2);
    if ((quote != '"' && quote != '\'') || end == std::string_view::npos) return {};
    if (trim(rest.substr(0, equals)) == key)
      return decoded(rest.substr(equals + 2, end - equals - 2));
    rest.remove_prefix(end + 1);
  }
}

std::optional<XmlPiece> XmlScanner::fail() {
  failed_ = true;
  rest_ = {};
  return std::nullopt;
}

bool XmlScanner::skip_to_behind(std::string_view end) {
  const auto at = rest_.find(end);
  if (at == std::string_view::npos) return false;
  rest_.remove_prefix(at + end.size());
  return true;
}

std::optional<XmlPiece> XmlScanner::tag() {
  const auto end = rest_.find('>');
  if (end == std::string_view::npos) return fail();
  auto inside = rest_.substr(1, end - 1);
  rest_.remove_prefix(end + 1);
  XmlPiece piece;
  piece.kind = inside.starts_with('/') ? XmlPiece::Kind::close : XmlPiece::Kind::open;
  if (piece.kind == XmlPiece::Kind::close) inside.remove_prefix(1);
  piece.empty = inside.ends_with('/');
  if (piece.empty) inside.remove_suffix(1);
  const auto name_end = std::min(inside.find_first_of(" \t\r\n"), inside.size());
  piece.name = inside.substr(0, name_end);
  piece.attributes = inside.substr(name_end);
  if (const auto colon = piece.name.find(':'); colon != std::string_view::npos)
    piece.name.remove_prefix(colon + 1);
  if (piece.name.empty()) return fail();
  return piece;
}

std::optional<XmlPiece> XmlScanner::next() {
  while (!rest_.empty()) {
    if (rest_.starts_with("<!--")) {
      if (!skip_to_behind("-->")) return fail();
    } else if (rest_.starts_with("<?")) {
      if (!skip_to_behind("?>")) return fail();
    } else if (rest_.starts_with("<!")) {
      return fail();
    } else if (rest_.front() == '<') {
      return tag();
    } else {
      XmlPiece piece;
      const auto end = std::min(rest_.find('<'), rest_.size());
      piece.text = decoded(rest_.substr(0, end));
      rest_.remove_prefix(end);
      return piece;
    }
  }
  return std::nullopt;
}

}  // namespace kres::exchange
