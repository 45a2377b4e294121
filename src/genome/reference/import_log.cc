#include "genome/reference/import_log.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace kres::genome {

namespace {

// A log names files as their release does: where it was read from is no part of a reference set.
std::string bare_name(const std::string& file) { return file.substr(file.rfind('/') + 1); }

}  // namespace

void ImportLog::count(std::string source, const std::string& file, std::string what,
                      std::uint64_t number) {
  notes_.push_back(
      {std::move(source), bare_name(file), std::move(what), "", std::to_string(number)});
}

void ImportLog::note(std::string source, const std::string& file, std::string what,
                     std::string item, std::string detail) {
  notes_.push_back(
      {std::move(source), bare_name(file), std::move(what), std::move(item), std::move(detail)});
}

void RecordTally::set_aside(std::string reason, std::string item, std::string detail) {
  ++set_aside_;
  log_.note(source_, file_, std::move(reason), std::move(item), std::move(detail));
}

Result<void> RecordTally::close(std::size_t records_read) {
  for (const auto& [reason, number] : left_out_) {
    log_.count(source_, file_, reason, number);
    set_aside_ += number;
  }
  log_.count(source_, file_, "records", records_read);
  log_.count(source_, file_, "kept", kept_);
  log_.count(source_, file_, "set_aside", set_aside_);
  if (kept_ + set_aside_ == records_read) return {};
  return fail({ErrorCode::internal,
               fmt::format("{} records were read but {} kept and {} set aside", records_read, kept_,
                           set_aside_),
               file_, 0, "report this: the importer lost records"});
}

std::vector<std::string> ImportLog::sources() const {
  std::vector<std::string> sources;
  for (const auto& note : notes_)
    if (std::find(sources.begin(), sources.end(), note.source) == sources.end())
      sources.push_back(note.source);
  return sources;
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
