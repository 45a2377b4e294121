// A table that runs over pages: its header is repeated, its rows are split only if they must be.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "report/pdf/flow.h"

namespace kres::report::pdf {

// Gets a box as wide as its cell that ends on the baseline of the row's first line.
using Drawing = std::function<void(Canvas&, const Box&)>;

struct Column {
  RichText header;
  double width = 0;  // points, padding and gap included
  Align align = Align::left;
  Drawing header_drawing{};
  double gap = 0;  // points left free at its right end
};

// Text, a drawing, or both.
struct Cell {
  RichText text{};
  Drawing drawing{};
};

struct Row {
  std::vector<Cell> cells;
  bool group_start = false;  // a stronger rule above
};

struct TableLook {
  double padding_x = 3, padding_y = 2.2;
  bool header = true;
  bool rules = true;
  Colour rule{0.86, 0.88, 0.90}, strong_rule{0.45, 0.49, 0.54}, group_rule{0.62, 0.66, 0.70};
};

class Table {
 public:
  explicit Table(std::vector<Column> columns, TableLook look = {});
  void add(Row row) { rows_.push_back(std::move(row)); }

  // Height of the header and the first rows (two at most): what stays together with a heading.
  double first_rows_height(Flow& flow) const;
  void draw(Flow& flow) const;

 private:
  struct SetRow;
  SetRow set(Canvas& canvas, const std::vector<Cell>& cells) const;
  double room(const Column& column) const;
  void draw_header(Flow& flow) const;
  void draw_row(Flow& flow, const Row& row) const;
  void draw_part(Flow& flow, const SetRow& row, const std::vector<std::size_t>& from,
                 const std::vector<std::size_t>& to, const char* cell_tag) const;
  void rule(Flow& flow, Colour colour, double line_width) const;

  std::vector<Column> columns_;
  TableLook look_;
  std::vector<Row> rows_;
};

}  // namespace kres::report::pdf
