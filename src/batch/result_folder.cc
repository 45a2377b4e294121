#include "batch/result_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

namespace kres::batch {

namespace {

constexpr const char* kSummary = "summary.tsv";
constexpr const char* kErrors = "errors.tsv";
constexpr const char* kLock = ".kres.lock";
enum TableNumber : std::size_t { kSummaryTable, kErrorTable, kFurtherTable };

Result<int> lock(const Path& path) {
  const Path file = path / kLock;
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (descriptor < 0)
    return environment_error(fmt::format("cannot write to the folder: {}", std::strerror(errno)),
                             path.string());
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
  ::close(descriptor);
  return fail({ErrorCode::conflict, "another kres analyse is writing to the folder", path.string(),
               0, "wait for it, or name another --output-dir"});
}

// Results that a killed run had not renamed yet: ".NAME.json.XXXXXX" (write_file_atomic).
bool is_left_over(const std::string& name) {
  constexpr std::string_view kEnding = ".json.";
  const auto at = name.rfind(kEnding);
  return name.starts_with('.') && at != std::string::npos && name.size() == at + kEnding.size() + 6;
}

void remove_left_overs(const Path& folder) {
  std::error_code code;
  std::vector<Path> left;
  for (const auto& entry : std::filesystem::directory_iterator(folder, code))
    if (is_left_over(entry.path().filename().string())) left.push_back(entry.path());
  for (const auto& file : left) std::filesystem::remove(file, code);
}

}  // namespace

ResultFolder::ResultFolder(ResultFolder&& other) noexcept
    : path_(std::move(other.path_)),
      lock_(std::exchange(other.lock_, -1)),
      tables_(std::move(other.tables_)),
      has_errors_(other.has_errors_) {}

ResultFolder::~ResultFolder() {
  if (lock_ >= 0) ::close(lock_);
}

Result<ResultFolder> ResultFolder::open(const Path& path, const std::string& table,
                                        const std::string& table_header) {
  KRES_TRY(make_directories(path));
  KRES_ASSIGN(const int held, lock(path));
  ResultFolder folder(path, held);
  remove_left_overs(path);
  KRES_TRY(folder.begin_tables(table, table_header));
  return folder;
}

Result<void> ResultFolder::begin_tables(const std::string& table, const std::string& header) {
  const auto begin = [&](const std::string& name, const std::string& head) -> Result<void> {
    std::error_code absent;
    std::filesystem::remove(path_ / name, absent);
    KRES_ASSIGN(auto file, TableFile::create(path_ / name));
    KRES_TRY(file.write(head));
    tables_.push_back(std::move(file));
    return {};
  };
  KRES_TRY(begin(kSummary, summary_header()));
  KRES_TRY(begin(kErrors, error_header()));
  return table.empty() ? Result<void>{} : begin(table, header);
}

Result<void> ResultFolder::add(const Outcome& outcome, const std::string& view) {
  KRES_TRY(tables_[kSummaryTable].write(summary_row(outcome)));
  if (outcome.status == Status::failed) {
    has_errors_ = true;
    KRES_TRY(tables_[kErrorTable].write(error_row(outcome)));
  }
  return tables_.size() > kFurtherTable ? tables_[kFurtherTable].write(view) : Result<void>{};
}

Result<void> ResultFolder::finish() {
  if (tables_.size() > kFurtherTable) KRES_TRY(tables_[kFurtherTable].publish());
  if (has_errors_) KRES_TRY(tables_[kErrorTable].publish());
  return tables_[kSummaryTable].publish();
}

}  // namespace kres::batch
