// A list to print and take along: a heading, sections with a table each, page numbers.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "report/pdf/canvas.h"

namespace kres::report::lists {

struct ListColumn {
  std::string header;
  double share = 1;  // of the page's width, against the other columns
};

struct ListSection {
  std::string title;                           // a box, a freezer; may be empty
  std::string note;                            // below the title, may be empty
  std::vector<std::vector<std::string>> rows;  // as many cells as there are columns
};

struct ListDocument {
  pdf::Metadata metadata;  // its title is the heading
  std::string subtitle;    // number of rows, day, who printed it
  std::string page_of;     // "Page {page} of {pages}"
  std::vector<ListColumn> columns;
  std::vector<ListSection> sections;
};

Result<std::string> list_pdf(const ListDocument& document);

}  // namespace kres::report::lists
