#include "genome/reference/import_log.h"

#include <utility>

namespace kres::genome {

void ImportLog::count(std::string source, std::string file, std::string what,
                      std::uint64_t number) {
  notes_.push_back(
      {std::move(source), std::move(file), std::move(what), "", std::to_string(number)});
}

void ImportLog::note(std::string source, std::string file, std::string what, std::string item,
                     std::string detail) {
  notes_.push_back(
      {std::move(source), std::move(file), std::move(what), std::move(item), std::move(detail)});
}

std::map<std::string, std::uint64_t> ImportLog::totals(const std::string& source) const {
  std::map<std::string, std::uint64_t> totals;
  for (const auto& note : notes_)
    if (note.source == source)
      totals[note.what] += note.item.empty() ? std::stoull(note.detail) : 1;
  return totals;
}

std::string ImportLog::tsv() const {
  std::string out = "source\tfile\twhat\titem\tdetail\n";
  for (const auto& note : notes_)
    out += note.source + "\t" + note.file + "\t" + note.what + "\t" + note.item + "\t" +
           note.detail + "\n";
  return out;
}

}  // namespace kres::genome
