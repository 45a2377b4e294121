#include "exchange/antibiograms/delimited_text.h"

#include <algorithm>

#include "base/text.h"

namespace kres::exchange {

namespace {

constexpr std::string_view kSeparators = "\t;,|";

// The separator that stands most often; none if there is none.
char separator_of(std::string_view header) {
  char best = '\0';
  std::ptrdiff_t most = 0;
  for (const char separator : kSeparators) {
    const auto count = std::count(header.begin(), header.end(), separator);
    if (count <= most) continue;
    most = count;
    best = separator;
  }
  return best;
}

// Splits at separators that are not within quotes; "" within quotes is a quote.
void split_cells(std::string_view bytes, char separator, DelimitedLine& line) {
  line.cells.clear();
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == '"' && (quoted || trim(cell).empty())) {
      if (quoted && i + 1 < bytes.size() && bytes[i + 1] == '"')
        cell += bytes[++i];
      else
        quoted = !quoted;
    } else if (c == separator && !quoted) {
      line.cells.emplace_back(trim(cell));
      cell.clear();
    } else {
      cell += c;
    }
  }
  line.cells.emplace_back(trim(cell));
  line.is_quote_open = quoted;
}

}  // namespace

Result<DelimitedText> DelimitedText::open(std::string_view text, const std::string& name) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!is_valid_utf8(text))
    return bad_input("is not UTF-8 text", name, 0, "save it as UTF-8, not as Latin-1 or UTF-16");
  DelimitedText out;
  out.text_ = text;
  std::string_view bytes;
  while (out.next_bytes(bytes)) {
    out.separator_ = separator_of(bytes);
    if (bytes.starts_with('#') && (out.separator_ == '\0' || bytes.starts_with("# "))) continue;
    if (out.separator_ == '\0') break;
    DelimitedLine line;
    split_cells(bytes, out.separator_, line);
    out.header_ = std::move(line.cells);
    out.body_ = out.at_;
    out.header_number_ = out.number_;
    return out;
  }
  return bad_input("has no header line with separated columns", name, 0,
                   "a table has tabs, semicolons, commas or bars between its columns");
}

bool DelimitedText::next_bytes(std::string_view& bytes) {
  while (at_ < text_.size()) {
    const auto end = std::min(text_.find('\n', at_), text_.size());
    bytes = trim(text_.substr(at_, end - at_)).empty() ? std::string_view()
                                                       : text_.substr(at_, end - at_);
    at_ = end + 1;
    ++number_;
    if (!bytes.empty()) return true;
  }
  return false;
}

bool DelimitedText::next(DelimitedLine& line) {
  std::string_view bytes;
  if (!next_bytes(bytes)) return false;
  split_cells(bytes, separator_, line);
  line.number = number_;
  return true;
}

void DelimitedText::rewind() {
  at_ = body_;
  number_ = header_number_;
}

}  // namespace kres::exchange
