#include "storage/tables/columns.h"

#include "base/text.h"

namespace kres::storage {

std::string joined(const std::vector<std::string>& words) { return join(words, "\n"); }

std::vector<std::string> separated(const std::string& lines) {
  if (lines.empty()) return {};
  std::vector<std::string> words;
  for (const auto word : split(lines, '\n')) words.emplace_back(word);
  return words;
}

}  // namespace kres::storage
