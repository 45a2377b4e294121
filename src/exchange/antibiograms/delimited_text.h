// Lines of a table with their cells: tab, semicolon, comma or bar between them, quoted or not.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::exchange {

struct DelimitedLine {
  std::size_t number = 0;  // 1-based in the text
  std::vector<std::string> cells;
  bool is_quote_open = false;  // a quote is not closed within the line: the cells are a guess
};

// Goes through a text once, from its header line on. Comments ("#") before the header and empty
// lines are passed over; "#sample_name" with further cells is a header all the same.
class DelimitedText {
 public:
  // Fails on bytes that are not UTF-8 and on a text without a header. `text` must outlive this.
  static Result<DelimitedText> open(std::string_view text, const std::string& name);

  const std::vector<std::string>& header() const { return header_; }
  // The next line after the header; false at the end.
  bool next(DelimitedLine& line);
  void rewind();  // to the line after the header

 private:
  DelimitedText() = default;
  bool next_bytes(std::string_view& bytes);
  std::string_view text_;
  std::size_t at_ = 0, number_ = 0;
  std::size_t body_ = 0, header_number_ = 0;
  char separator_ = '\t';
  std::vector<std::string> header_;
};

}  // namespace kres::exchange
