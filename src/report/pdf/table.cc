// Sets the cells of a row on one baseline and draws the part of it that fits the page.
#include "report/pdf/table.h"

#include <algorithm>

namespace kres::report::pdf {

using LineCounts = std::vector<std::size_t>;  // one per column

// The cells of one row, broken into lines. A cell without text has none.
struct Table::SetRow {
  std::vector<TextBlock> blocks;
  const std::vector<Cell>* cells = nullptr;
  double baseline = 0;  // the lowest first baseline; the others are moved down to it

  std::size_t lines(std::size_t column) const {
    return cells->at(column).text.empty() ? 0 : blocks[column].lines();
  }
  // Space above a cell's line `from`.
  double shift(std::size_t column, std::size_t from) const {
    return lines(column) == 0 || from > 0 ? 0 : baseline - blocks[column].baseline();
  }
  double height(const LineCounts& from, const LineCounts& to) const {
    double height = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i)
      height = std::max(height, shift(i, from[i]) + blocks[i].height(from[i], to[i]));
    return height;
  }
  LineCounts none() const { return LineCounts(blocks.size(), 0); }
  LineCounts all() const {
    LineCounts counts;
    for (std::size_t i = 0; i < blocks.size(); ++i) counts.push_back(lines(i));
    return counts;
  }
  double height() const { return height(none(), all()); }
  // How far each cell gets within `room`; at least one line further.
  LineCounts fitting(const LineCounts& from, double room) const {
    LineCounts to = all();
    for (std::size_t i = 0; i < blocks.size(); ++i)
      if (from[i] < to[i]) to[i] = lines_that_fit(blocks[i], from[i], room - shift(i, from[i]));
    return to;
  }
};

Table::Table(std::vector<Column> columns, TableLook look)
    : columns_(std::move(columns)), look_(look) {}

Table::SetRow Table::set(Canvas& canvas, const std::vector<Cell>& cells) const {
  SetRow row;
  row.cells = &cells;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    row.blocks.push_back(canvas.set(cells[i].text, room(columns_[i]), columns_[i].align));
    if (!cells[i].text.empty()) row.baseline = std::max(row.baseline, row.blocks[i].baseline());
  }
  return row;
}

// Points of a line of text.
double Table::room(const Column& column) const {
  return column.width - 2 * look_.padding_x - column.gap;
}

void Table::rule(Flow& flow, Colour colour, double line_width) const {
  if (!look_.rules) return;
  double width = 0;
  for (const Column& column : columns_) width += column.width;
  flow.canvas().line(flow.left(), flow.y(), flow.left() + width, flow.y(), colour, line_width);
}

void Table::draw_part(Flow& flow, const SetRow& row, const std::vector<std::size_t>& from,
                      const std::vector<std::size_t>& to, const char* cell_tag) const {
  Canvas& canvas = flow.canvas();
  const Tag row_tag(canvas, "TR");
  double x = flow.left();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Tag tag(canvas, cell_tag);
    const bool start = from[i] == 0;
    const double top = flow.y() + look_.padding_y + row.shift(i, from[i]);
    canvas.draw_lines(row.blocks[i], from[i], to[i], x + look_.padding_x, top);
    if (const auto& drawing = row.cells->at(i).drawing; start && drawing)
      drawing(canvas,
              {x + look_.padding_x, flow.y() + look_.padding_y, room(columns_[i]), row.baseline});
    x += columns_[i].width;
  }
}

void Table::draw_header(Flow& flow) const {
  if (!look_.header) return;
  std::vector<Cell> cells;
  for (const Column& column : columns_) cells.push_back({column.header, column.header_drawing});
  const SetRow row = set(flow.canvas(), cells);
  draw_part(flow, row, row.none(), row.all(), "TH");
  flow.advance(row.height() + 2 * look_.padding_y);
  rule(flow, look_.strong_rule, 0.8);
}

void Table::draw_row(Flow& flow, const Row& content) const {
  const SetRow row = set(flow.canvas(), content.cells);
  const double padding = 2 * look_.padding_y;
  if (row.height() + padding > flow.room() && !flow.at_top()) {
    flow.break_page();
    draw_header(flow);
  } else if (content.group_start) {
    rule(flow, look_.group_rule, 0.5);
  }
  LineCounts from = row.none();
  for (bool more = true; more;) {
    const LineCounts to = row.fitting(from, flow.room() - padding);
    draw_part(flow, row, from, to, "TD");
    flow.advance(row.height(from, to) + padding);
    from = to;
    more = to != row.all();
    if (more) {
      flow.break_page();
      draw_header(flow);
    }
  }
  rule(flow, look_.rule, 0.4);
}

double Table::first_rows_height(Flow& flow) const {
  std::vector<Cell> cells;
  for (const Column& column : columns_) cells.push_back({column.header, column.header_drawing});
  double height = look_.header ? set(flow.canvas(), cells).height() + 2 * look_.padding_y : 0;
  constexpr std::size_t kKeptRows = 2;
  for (std::size_t i = 0; i < std::min(kKeptRows, rows_.size()); ++i)
    height += set(flow.canvas(), rows_[i].cells).height() + 2 * look_.padding_y;
  return height;
}

void Table::draw(Flow& flow) const {
  const Tag tag(flow.canvas(), "Table");
  draw_header(flow);
  for (const Row& row : rows_) draw_row(flow, row);
}

}  // namespace kres::report::pdf
