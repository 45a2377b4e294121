// Inserts entries into the last object of the file, so that only the table's own offset moves.
#include "report/pdf/catalog.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kres::report::pdf {
namespace {

constexpr std::string_view kCatalogue = "<< /Type /Catalog";
constexpr std::string_view kTableMark = "\nendobj\nxref\n";
constexpr std::string_view kOffsetMark = "\nstartxref\n";

tl::unexpected<Error> unexpected_form() {
  return fail({.code = ErrorCode::internal,
               .message = "the PDF does not end with its catalogue and a cross-reference table"});
}

}  // namespace

Result<std::string> with_language(std::string file, std::string_view language) {
  const std::size_t catalogue = file.rfind(kCatalogue);
  const std::size_t table = file.rfind(kTableMark);
  const std::size_t mark = file.rfind(kOffsetMark);
  if (catalogue == std::string::npos || table == std::string::npos || mark == std::string::npos ||
      table < catalogue || mark < table || file.find("\nendobj\n", catalogue) != table)
    return unexpected_form();
  const std::size_t begin = mark + kOffsetMark.size();
  const std::size_t end = file.find('\n', begin);
  const auto offset = parse_int(std::string_view(file).substr(begin, end - begin));
  if (!offset || static_cast<std::size_t>(*offset) != table + kTableMark.find("xref"))
    return unexpected_form();
  const std::string entries =
      fmt::format("\n   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>", language);
  file.replace(begin, end - begin,
               std::to_string(static_cast<std::size_t>(*offset) + entries.size()));
  file.insert(catalogue + kCatalogue.size(), entries);
  return file;
}

}  // namespace kres::report::pdf
