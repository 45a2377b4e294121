// What an import read, kept and found odd: nothing is lost silently.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace kres::genome {

struct ImportNote {
  std::string source;  // "resfinder"
  std::string file;
  std::string
      what;  // records, entries, duplicate_sequence, contained, not_coding, ambiguous_bases, ...
  std::string item;  // id, empty for counts
  std::string detail;
};

class ImportLog {
 public:
  void count(std::string source, std::string file, std::string what, std::uint64_t number);
  void note(std::string source, std::string file, std::string what, std::string item,
            std::string detail = {});

  const std::vector<ImportNote>& notes() const { return notes_; }
  std::map<std::string, std::uint64_t> totals(const std::string& source) const;  // notes by `what`
  std::string tsv() const;

 private:
  std::vector<ImportNote> notes_;
};

}  // namespace kres::genome
