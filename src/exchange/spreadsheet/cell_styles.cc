#include "exchange/spreadsheet/cell_styles.h"

#include <cctype>

#include "base/text.h"
#include "exchange/spreadsheet/xml_scanner.h"

namespace kres::exchange {

namespace {

// ECMA-376 part 1, 18.8.30: the formats that need no code; 27-36 and 50-58 are days in the East
// Asian languages.
bool is_built_in_date(std::int64_t format) {
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36) ||
         (format >= 50 && format <= 58);
}

}  // namespace

bool is_date_format(std::string_view code) {
  bool quoted = false, bracketed = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = static_cast<char>(std::tolower(static_cast<unsigned char>(code[i])));
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\\' || c == '_' || c == '*') {
      ++i;  // the next character is shown, or left as a space
      continue;
    }
    if (c == '[' || c == ']') bracketed = c == '[';
    if (!bracketed && (c == 'd' || c == 'y')) return true;
  }
  return false;
}

Result<DateStyles> date_styles(const ZipArchive& archive, const std::string& name) {
  DateStyles styles;
  if (!archive.has("xl/styles.xml")) return styles;
  KRES_ASSIGN(const auto document, archive.read("xl/styles.xml"));
  std::set<std::string> own_dates;  // numbers of the workbook's own formats
  bool in_cells = false;
  std::size_t style = 0;
  XmlScanner scanner(document);
  while (auto piece = scanner.next()) {
    if (piece->opens("numFmt") && is_date_format(piece->attribute("formatCode")))
      own_dates.insert(piece->attribute("numFmtId"));
    if (piece->opens("cellXfs") || piece->closes("cellXfs"))
      in_cells = piece->kind == XmlPiece::Kind::open && !piece->empty;
    if (!in_cells || !piece->opens("xf")) continue;
    const auto format = piece->attribute("numFmtId");
    if (own_dates.contains(format) || is_built_in_date(parse_int(format).value_or(0)))
      styles.insert(std::to_string(style));
    ++style;
  }
  if (scanner.failed()) return bad_input("xl/styles.xml is no XML", name);
  return styles;
}

}  // namespace kres::exchange
