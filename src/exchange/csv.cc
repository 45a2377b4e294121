#include "exchange/csv.h"

#include "base/text.h"

namespace kres::exchange {

namespace {

std::string_view header_of(std::string_view text) {
  for (const auto line : split(text, '\n'))
    if (!line.starts_with('#') && !trim(line).empty()) return line;
  return {};
}

// One line's cells with tabs between them; a doubled quote inside quotes is one quote.
Result<std::string> convert_line(std::string_view line, char separator, const std::string& name,
                                 std::size_t number) {
  std::string converted;
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '\t') return bad_input("a tab stands inside a cell", name, number);
    if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
      converted += line[++i];
    else if (c == '"')
      quoted = !quoted;
    else
      converted += c == separator && !quoted ? '\t' : c;
  }
  if (quoted)
    return bad_input("a quoted cell does not end in its line", name, number,
                     "remove line breaks from inside cells");
  return converted;
}

}  // namespace

Result<std::string> to_tab_separated(std::string_view text, const std::string& name) {
  const auto header = header_of(text);
  if (header.find('\t') != std::string_view::npos) return std::string(text);
  const char separator = header.find(';') != std::string_view::npos ? ';' : ',';
  std::string converted;
  std::size_t number = 0;
  bool before_header = true;
  for (auto line : split(text, '\n')) {
    ++number;
    if (number > 1) converted += '\n';
    if (line.ends_with('\r')) line.remove_suffix(1);
    before_header = before_header && (line.starts_with('#') || trim(line).empty());
    if (before_header) {
      converted += line;
      continue;
    }
    KRES_ASSIGN(const auto cells, convert_line(line, separator, name, number));
    converted += cells;
  }
  return converted;
}

}  // namespace kres::exchange
