#include "server/http/target.h"

#include <algorithm>

#include "base/text.h"

namespace kres::http {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_clean_text(std::string_view text) {
  const bool printable = std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte != 0x7F;
  });
  return printable && is_valid_utf8(text);
}

Result<std::string> decode(std::string_view text, bool form) {
  auto decoded = percent_decode(text, form);
  if (!decoded) return bad_input("the address has broken percent-encoding");
  if (!is_clean_text(*decoded)) return bad_input("the address has bytes that are not text");
  return *std::move(decoded);
}

// "http://host/path" -> "/path"; other forms unchanged.
std::string_view origin_form(std::string_view raw) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!raw.starts_with(scheme)) continue;
    const auto slash = raw.find('/', scheme.size());
    return slash == std::string_view::npos ? "/" : raw.substr(slash);
  }
  return raw;
}

Result<std::vector<std::string>> parse_path(std::string_view path) {
  std::vector<std::string> segments;
  path.remove_prefix(1);
  if (path.empty()) return segments;
  if (path.ends_with('/')) path.remove_suffix(1);
  for (const auto part : split(path, '/')) {
    KRES_ASSIGN(auto segment, decode(part, false));
    if (segment.empty() || segment == "." || segment == ".." ||
        segment.find('\\') != std::string::npos)
      return bad_input("the address has an empty or relative part");
    segments.push_back(std::move(segment));
  }
  return segments;
}

Result<std::vector<std::pair<std::string, std::string>>> parse_query(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> parameters;
  for (const auto part : split(query, '&')) {
    if (part.empty()) continue;
    if (parameters.size() == kMostQueryParameters)
      return bad_input("the address has too many query parameters");
    const auto equals = std::min(part.find('='), part.size());
    KRES_ASSIGN(auto name, decode(part.substr(0, equals), true));
    KRES_ASSIGN(auto value, decode(part.substr(std::min(equals + 1, part.size())), true));
    for (const auto& known : parameters)
      if (known.first == name) return bad_input("a query parameter is given twice");
    parameters.emplace_back(std::move(name), std::move(value));
  }
  return parameters;
}

}  // namespace

std::string Target::path() const { return "/" + join(segments, "/"); }

std::optional<std::string_view> Target::parameter(std::string_view name) const {
  for (const auto& [known, value] : query)
    if (known == name) return value;
  return std::nullopt;
}

Result<Target> parse_target(std::string_view raw) {
  raw = origin_form(raw);
  raw = raw.substr(0, raw.find('#'));
  if (!raw.starts_with('/')) return bad_input("the address does not begin with a slash");
  const auto mark = std::min(raw.find('?'), raw.size());
  Target target;
  KRES_ASSIGN(target.segments, parse_path(raw.substr(0, mark)));
  KRES_ASSIGN(target.query, parse_query(raw.substr(std::min(mark + 1, raw.size()))));
  return target;
}

std::optional<std::string> percent_decode(std::string_view text, bool form) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded.push_back(form && text[i] == '+' ? ' ' : text[i]);
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = hex_digit(text[i + 1]);
    const int low = hex_digit(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    decoded.push_back(static_cast<char>(high * 16 + low));
    i += 2;
  }
  return decoded;
}

}  // namespace kres::http
