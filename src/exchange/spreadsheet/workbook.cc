#include "exchange/spreadsheet/workbook.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "exchange/spreadsheet/cell_styles.h"
#include "exchange/spreadsheet/xml_scanner.h"
#include "exchange/spreadsheet/zip_archive.h"

namespace kres::exchange {

namespace {

constexpr std::size_t kMostColumns = 256;

// The text inside an element whose opening tag was just read: the <t> of every run that is no
// superscript. Reads up to its closing tag.
std::string runs_text(XmlScanner& scanner, std::string_view element) {
  std::string text, run;
  bool in_text = false, superscript = false, phonetic = false;
  while (auto piece = scanner.next()) {
    if (piece->closes(element)) break;
    if (piece->opens("r")) {
      run.clear();
      superscript = false;
    } else if (piece->opens("vertAlign")) {
      superscript = piece->attribute("val") == "superscript";
    } else if (piece->opens("rPh") || piece->closes("rPh")) {
      phonetic = piece->kind == XmlPiece::Kind::open && !piece->empty;
    } else if (piece->opens("t") || piece->closes("t")) {
      in_text = piece->kind == XmlPiece::Kind::open && !piece->empty;
    } else if (piece->closes("r")) {
      if (!superscript) text += run;
      run.clear();
    } else if (piece->kind == XmlPiece::Kind::text && in_text && !phonetic) {
      run += piece->text;
    }
  }
  return text + run;  // a text without runs
}

Result<std::vector<std::string>> shared_strings(const ZipArchive& archive,
                                                const std::string& name) {
  std::vector<std::string> strings;
  if (!archive.has("xl/sharedStrings.xml")) return strings;
  KRES_ASSIGN(const auto document, archive.read("xl/sharedStrings.xml"));
  XmlScanner scanner(document);
  while (auto piece = scanner.next())
    if (piece->opens("si")) strings.push_back(piece->empty ? "" : runs_text(scanner, "si"));
  if (scanner.failed()) return bad_input("xl/sharedStrings.xml is no XML", name);
  return strings;
}

// "C12" -> 2; nothing for what is no cell.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0, letters = 0;
  while (letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z')
    column = column * 26 + static_cast<std::size_t>(reference[letters++] - 'A') + 1;
  if (letters == 0 || letters > 3 || column > kMostColumns) return std::nullopt;
  return column - 1;
}

// A number as people write it: 0.12 and not 0.12000000000000001.
std::string plain_number(const std::string& text) {
  const auto value = parse_double(text);
  return value ? fmt::format("{:.10g}", *value) : text;
}

class SheetReader {
 public:
  SheetReader(std::string_view document, const std::vector<std::string>& strings,
              const DateStyles& dates)
      : scanner_(document), strings_(strings), dates_(dates) {}

  // False if the document is no XML, names a cell or string that there is not, or a cell twice.
  bool read(Sheet& sheet) {
    auto& rows = sheet.rows;
    while (auto piece = scanner_.next()) {
      if (piece->opens("row")) {
        const auto number = number_of(*piece, rows);
        if (!number) return false;
        rows.emplace_back().number = *number;
      } else if (piece->opens("c") && !piece->empty) {
        if (rows.empty() || !read_cell(*piece, rows.back())) return false;
      } else if (piece->opens("mergeCell")) {
        sheet.merged.push_back(piece->attribute("ref"));
      }
    }
    std::erase_if(rows, [](const SheetRow& row) { return row.cells.empty(); });
    return !scanner_.failed();
  }

 private:
  // A row without a number is the one after the row before. Nothing for what is no number.
  static std::optional<std::size_t> number_of(const XmlPiece& row,
                                              const std::vector<SheetRow>& rows) {
    const auto text = row.attribute("r");
    if (text.empty()) return rows.empty() ? 1 : rows.back().number + 1;
    const auto number = parse_int(text);
    if (!number || *number < 1) return std::nullopt;
    return static_cast<std::size_t>(*number);
  }

  bool read_cell(const XmlPiece& cell, SheetRow& row) {
    const auto column = column_of(cell.attribute("r"));
    const auto type = cell.attribute("t");
    if (!column) return false;
    std::string text;
    bool in_value = false, formula = false;
    while (auto piece = scanner_.next()) {
      if (piece->closes("c")) break;
      if (piece->opens("f")) formula = true;
      if (piece->opens("is")) text = runs_text(scanner_, "is");
      if (piece->opens("v") || piece->closes("v")) in_value = piece->kind == XmlPiece::Kind::open;
      if (piece->kind == XmlPiece::Kind::text && in_value) text += piece->text;
    }
    auto kind = CellKind::text;
    if (type == "s") {
      const auto index = parse_int(text);
      if (!index || *index < 0 || static_cast<std::size_t>(*index) >= strings_.size()) return false;
      text = strings_[static_cast<std::size_t>(*index)];
    } else if (type.empty() || type == "n") {
      text = plain_number(text);
      kind = dates_.contains(cell.attribute("s")) ? CellKind::date : CellKind::number;
    }
    if (type == "e") kind = CellKind::error;
    if (formula) kind = CellKind::formula;
    const auto shown = trim(text);
    if (shown.empty()) return true;
    if (!row.cell(*column).empty()) return false;
    if (row.cells.size() <= *column) {
      row.cells.resize(*column + 1);
      row.kinds.resize(*column + 1, CellKind::text);
    }
    row.cells[*column] = shown;
    row.kinds[*column] = kind;
    return true;
  }

  XmlScanner scanner_;
  const std::vector<std::string>& strings_;
  const DateStyles& dates_;
};

Result<void> sort_rows(Sheet& sheet, const std::string& file) {
  auto& rows = sheet.rows;
  std::stable_sort(rows.begin(), rows.end(),
                   [](const SheetRow& a, const SheetRow& b) { return a.number < b.number; });
  for (std::size_t i = 1; i < rows.size(); ++i)
    if (rows[i].number == rows[i - 1].number)
      return bad_input(
          fmt::format("sheet '{}' is damaged: row {} stands twice", sheet.name, rows[i].number),
          file, rows[i].number, "save it again with a spreadsheet program");
  return {};
}

struct SheetPlace {
  std::string name, relation;
};

struct Contents {
  std::vector<SheetPlace> sheets;
  bool counts_from_1904 = false;
};

Result<Contents> contents(const ZipArchive& archive, const std::string& name) {
  KRES_ASSIGN(const auto document, archive.read("xl/workbook.xml"));
  Contents contents;
  XmlScanner scanner(document);
  while (auto piece = scanner.next()) {
    if (piece->opens("sheet"))
      contents.sheets.push_back({piece->attribute("name"), piece->attribute("r:id")});
    if (piece->opens("workbookPr")) {
      const auto flag = piece->attribute("date1904");
      contents.counts_from_1904 = flag == "1" || flag == "true";
    }
  }
  if (scanner.failed() || contents.sheets.empty()) return bad_input("names no sheet", name);
  return contents;
}

Result<std::map<std::string, std::string>> relations(const ZipArchive& archive) {
  KRES_ASSIGN(const auto document, archive.read("xl/_rels/workbook.xml.rels"));
  std::map<std::string, std::string> targets;
  XmlScanner scanner(document);
  while (auto piece = scanner.next())
    if (piece->opens("Relationship")) {
      auto target = piece->attribute("Target");
      targets[piece->attribute("Id")] = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
  return targets;
}

}  // namespace

Result<std::vector<Sheet>> read_workbook(std::string_view bytes, const std::string& name) {
  KRES_ASSIGN(const auto archive, ZipArchive::open(bytes, name));
  if (!archive.has("xl/workbook.xml")) return bad_input("is no workbook (.xlsx)", name);
  KRES_ASSIGN(const auto strings, shared_strings(archive, name));
  KRES_ASSIGN(const auto book, contents(archive, name));
  KRES_ASSIGN(const auto dates, date_styles(archive, name));
  KRES_ASSIGN(auto targets, relations(archive));
  std::vector<Sheet> sheets;
  for (const auto& place : book.sheets) {
    KRES_ASSIGN(const auto document, archive.read(targets[place.relation]));
    Sheet sheet{place.name, {}, {}, book.counts_from_1904};
    if (!SheetReader(document, strings, dates).read(sheet))
      return bad_input(fmt::format("sheet '{}' is damaged", place.name), name);
    KRES_TRY(sort_rows(sheet, name));
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

}  // namespace kres::exchange
