#include "exchange/breakpoints/eucast_workbook.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "exchange/breakpoints/eucast_row_name.h"
#include "exchange/spreadsheet/workbook.h"

namespace kres::exchange {

namespace {

using susceptibility::Bound;
using susceptibility::BoundKind;
using susceptibility::BreakpointRow;
using susceptibility::Uncertainty;

struct SheetGroup {
  std::string_view sheet, group;
};
constexpr std::array kSheets = {
    SheetGroup{"enterobacterales", "Enterobacterales"},
    SheetGroup{"pseudomonas", "Pseudomonas spp."},
    SheetGroup{"s.maltophilia", "Stenotrophomonas maltophilia"},
    SheetGroup{"stenotrophomonas", "Stenotrophomonas maltophilia"},
    SheetGroup{"acinetobacter", "Acinetobacter spp."},
    SheetGroup{"staphylococcus", "Staphylococcus spp."},
    SheetGroup{"enterococcus", "Enterococcus spp."},
};

// The group of a sheet "S. maltophilia", "Pseudomonas", or empty.
std::string group_of(const std::string& sheet) {
  const auto name = replace_all(to_lower(sheet), " ", "");
  for (const auto& known : kSheets)
    if (name.starts_with(known.sheet)) return std::string(known.group);
  return {};
}

// Columns of a block; found from its two header rows.
struct Block {
  std::size_t name = 0, mic_s = 0, mic_r = 0, mic_atu = 0, disk = 0, zone_s = 0, zone_r = 0,
              zone_atu = 0;
};

std::string bare(std::string_view cell) { return replace_all(std::string(cell), " ", ""); }

std::optional<std::size_t> column_with(const SheetRow& row, std::string_view text,
                                       std::size_t from = 0) {
  for (std::size_t column = from; column < row.cells.size(); ++column)
    if (bare(row.cells[column]) == text) return column;
  return std::nullopt;
}

std::optional<Block> block_at(const SheetRow& above, const SheetRow& row) {
  const auto mic_s = column_with(row, "S\u2264"), mic_r = column_with(row, "R>");
  const auto zone_s = column_with(row, "S\u2265"), zone_r = column_with(row, "R<");
  if (!mic_s || !mic_r || !zone_s || !zone_r || !(*mic_s < *mic_r && *mic_r < *zone_s)) return {};
  Block block{.name = 0, .mic_s = *mic_s, .mic_r = *mic_r, .zone_s = *zone_s, .zone_r = *zone_r};
  block.mic_atu = column_with(row, "ATU", *mic_r).value_or(SIZE_MAX);
  block.zone_atu = column_with(row, "ATU", *zone_r).value_or(SIZE_MAX);
  if (block.mic_atu > *zone_s) block.mic_atu = SIZE_MAX;
  block.disk = SIZE_MAX;
  for (std::size_t column = *mic_r; column < *zone_s; ++column)
    if (above.cell(column).starts_with("Disk")) block.disk = column;
  return block;
}

// "(8)" -> 8 and bracketed; a number, or why there is none.
std::optional<Bound> bound_of(std::string text, bool& bracketed) {
  if (text.starts_with('(') && text.ends_with(')')) {
    bracketed = true;
    text = text.substr(1, text.size() - 2);
  }
  if (text.empty()) return Bound{};
  if (text == "-" || text == "\u2013") return Bound{BoundKind::dash, 0};
  if (text == "IE") return Bound{BoundKind::insufficient_evidence, 0};
  if (text == "Note") return Bound{BoundKind::note, 0};
  if (text == "NA") return Bound{BoundKind::not_applicable, 0};
  if (text == "IP") return Bound{BoundKind::in_preparation, 0};
  const auto value = parse_double(text);
  if (!value || *value <= 0) return std::nullopt;
  return Bound{BoundKind::value, *value};
}

// "16", "19-20"; nothing for what is no range.
std::optional<Uncertainty> range_of(std::string_view cell) {
  const auto text = replace_all(bare(cell), "\u2013", "-");
  const auto dash = text.find('-');
  const auto low = parse_double(text.substr(0, dash));
  const auto high = dash == std::string::npos ? low : parse_double(text.substr(dash + 1));
  if (!low || !high || *low <= 0 || *high < *low) return std::nullopt;
  return Uncertainty{*low, *high, text};
}

bool is_mic(const Bound& bound) {
  return !bound.is_value() || (bound.value <= 1024 && susceptibility::is_two_fold(bound.value));
}
bool is_zone(const Bound& bound) {
  return !bound.is_value() ||
         (bound.value >= 6 && bound.value <= 50 && bound.value == std::floor(bound.value));
}

class SheetImporter {
 public:
  SheetImporter(const Sheet& sheet, std::string group, const std::string& name,
                const ImportVocabulary& vocabulary, ImportedBreakpoints& out)
      : sheet_(sheet), group_(std::move(group)), name_(name), vocabulary_(vocabulary), out_(out) {}

  // False if the sheet has no block.
  Result<bool> run() {
    static const SheetRow none;
    std::optional<Block> block;
    for (std::size_t i = 0; i < sheet_.rows.size(); ++i) {
      const auto& row = sheet_.rows[i];
      const auto& above = i > 0 ? sheet_.rows[i - 1] : none;
      if (auto begins = block_at(above, row))
        block = begins;
      else if (block && !row.cell(block->name).empty())
        KRES_TRY(take(*block, row));
    }
    name_the_others();
    return block.has_value();
  }

 private:
  Result<void> take(const Block& block, const SheetRow& cells) {
    if (!has_values(block, cells)) return {};  // the class of the next block, or a line of text
    ++out_.read;
    const auto name = parse_eucast_row_name(cells.cell(block.name), group_, vocabulary_.agents,
                                            vocabulary_.organisms);
    if (!name) return error(cells, name.error().message);
    if (name->agent.empty()) {
      ++out_.left_out["agent is none of the project's"];
      return {};
    }
    BreakpointRow row;
    row.group = group_;
    row.species = name->species;
    row.except = name->except;
    row.agent = name->agent;
    row.route = name->route;
    row.indication = name->indication;
    row.line = cells.number;
    KRES_TRY(read_values(block, cells, row));
    ++out_.kept;
    if (name->others) others_.push_back(rows_.size());
    rows_.push_back(std::move(row));
    return {};
  }

  static bool has_values(const Block& block, const SheetRow& cells) {
    const auto says = [&](std::size_t column) {
      const auto text = cells.cell(column);
      return !text.empty() && text.find("breakpoints") == std::string_view::npos;
    };
    return says(block.mic_s) || says(block.mic_r) || says(block.zone_s) || says(block.zone_r);
  }

  Result<void> read_values(const Block& block, const SheetRow& cells, BreakpointRow& row) {
    struct Cell {
      std::size_t column;
      Bound* into;
      bool (*allowed)(const Bound&);
    };
    for (const Cell& cell :
         {Cell{block.mic_s, &row.mic_s, is_mic}, Cell{block.mic_r, &row.mic_r, is_mic},
          Cell{block.zone_s, &row.zone_s, is_zone}, Cell{block.zone_r, &row.zone_r, is_zone}}) {
      const auto bound = bound_of(bare(cells.cell(cell.column)), row.bracketed);
      if (!bound || !cell.allowed(*bound)) return wrong_cell(cells, cell.column);
      *cell.into = *bound;
    }
    if (row.mic_s.kind != row.mic_r.kind || row.zone_s.kind != row.zone_r.kind)
      return error(cells, "S and R are not of one kind");
    row.disk_ug = bare(cells.cell(block.disk));
    if (row.disk_ug == "-" || row.disk_ug == "\u2013") row.disk_ug.clear();
    if (row.disk_ug == "1unit") row.disk_ug = "1 unit";
    KRES_TRY(read_range(cells, block.mic_atu, row.mic_atu));
    return read_range(cells, block.zone_atu, row.zone_atu);
  }

  Result<void> read_range(const SheetRow& cells, std::size_t column,
                          std::optional<Uncertainty>& range) const {
    const auto text = cells.cell(column);
    if (text.empty() || text == "-" || text == "Note") return {};
    range = range_of(text);
    if (!range) return wrong_cell(cells, column);
    return {};
  }

  // "other staphylococci" are all that the agent's rows before and after do not name.
  void name_the_others() {
    for (const auto index : others_)
      for (const auto& other : rows_)
        if (other.agent == rows_[index].agent)
          for (const auto& species : other.species)
            if (std::find(rows_[index].except.begin(), rows_[index].except.end(), species) ==
                rows_[index].except.end())
              rows_[index].except.push_back(species);
    for (auto& row : rows_) out_.rows.push_back(std::move(row));
  }

  tl::unexpected<Error> error(const SheetRow& cells, const std::string& what) const {
    return bad_input(fmt::format("sheet '{}', '{}': {}", sheet_.name,
                                 cells.cells.empty() ? "" : cells.cells.front(), what),
                     name_, cells.number);
  }
  tl::unexpected<Error> wrong_cell(const SheetRow& cells, std::size_t column) const {
    return bad_input(fmt::format("sheet '{}': '{}' cannot stand in column {}", sheet_.name,
                                 cells.cell(column), static_cast<char>('A' + column % 26)),
                     name_, cells.number, "see whether the columns are shifted");
  }

  const Sheet& sheet_;
  std::string group_;
  const std::string& name_;
  const ImportVocabulary& vocabulary_;
  ImportedBreakpoints& out_;
  std::vector<BreakpointRow> rows_;
  std::vector<std::size_t> others_;
};

}  // namespace

Result<ImportedBreakpoints> import_eucast_workbook(std::string_view bytes, const std::string& name,
                                                   const ImportVocabulary& vocabulary) {
  KRES_ASSIGN(const auto sheets, read_workbook(bytes, name));
  ImportedBreakpoints out;
  std::vector<std::string> seen;
  for (const auto& sheet : sheets) {
    const auto group = group_of(sheet.name);
    if (group.empty()) continue;
    KRES_ASSIGN(const bool has_block, SheetImporter(sheet, group, name, vocabulary, out).run());
    if (!has_block)
      return bad_input(fmt::format("sheet '{}' has no columns of breakpoints", sheet.name), name);
    seen.push_back(group);
  }
  for (const auto& known : kSheets)
    if (std::find(seen.begin(), seen.end(), known.group) == seen.end())
      return bad_input(fmt::format("has no sheet for {}", known.group), name);
  KRES_ASSIGN(out.rows, finish_rows(std::move(out.rows), vocabulary, Brackets::printed, name));
  return out;
}

}  // namespace kres::exchange
