#include "genome/reference/import_ncbi_table.h"

#include <algorithm>

namespace kres::genome {

Result<TsvTable> parse_ncbi_table(std::string_view text, const std::string& file,
                                  const std::vector<std::string>& columns) {
  constexpr const char* kRemedy = "fetch the release again";
  if (text.empty()) return bad_input("is empty", file, 0, kRemedy);
  if (!text.starts_with('#')) return bad_input("has no header row", file, 1, kRemedy);
  if (!text.ends_with('\n'))
    return bad_input("ends inside a line", file,
                     1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')),
                     kRemedy);
  return TsvTable::parse(text.substr(1), file, columns, {}, true);
}

}  // namespace kres::genome
