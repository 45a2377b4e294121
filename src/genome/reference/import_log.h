// What an import read, kept and found odd: nothing is lost silently.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"

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
  // `file` may be a path; its name is kept.
  void count(std::string source, const std::string& file, std::string what, std::uint64_t number);
  void note(std::string source, const std::string& file, std::string what, std::string item,
            std::string detail = {});

  const std::vector<ImportNote>& notes() const { return notes_; }
  std::vector<std::string> sources() const;  // in the order of their first notes
  std::map<std::string, std::uint64_t> totals(const std::string& source) const;  // notes by `what`
  std::string tsv() const;

 private:
  std::vector<ImportNote> notes_;
};

// The records of one file: each of them is kept, or set aside for a named reason.
class RecordTally {
 public:
  RecordTally(ImportLog& log, std::string source, std::string file)
      : log_(log), source_(std::move(source)), file_(std::move(file)) {}

  void keep() { ++kept_; }
  void set_aside(std::string reason, std::string item, std::string detail = {});
  // For records that are left out by the thousand: the log counts them instead of naming each.
  void leave_out(const std::string& reason) { ++left_out_[reason]; }
  // Writes the counts. Requires: called once, after the last record. An error (a bug of the
  // importer) if records are unaccounted for.
  Result<void> close(std::size_t records_read);

 private:
  ImportLog& log_;
  std::string source_, file_;
  std::size_t kept_ = 0, set_aside_ = 0;
  std::map<std::string, std::size_t> left_out_;  // by reason
};

}  // namespace kres::genome
