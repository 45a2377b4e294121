#include "exchange/genome_files.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "sequence/assembly.h"
#include "sequence/fastq.h"

namespace kres::exchange {

using laboratory::FilePlace;
using laboratory::FileRole;

namespace {

// A sheet names files beside it or below it, never elsewhere, not by a symbolic link either.
bool stays_below(const Path& folder, const Path& name) {
  if (name.is_absolute()) return false;
  std::error_code error;
  const auto root = std::filesystem::canonical(folder.empty() ? Path(".") : folder, error);
  if (error) return false;
  const auto target = std::filesystem::weakly_canonical(root / name, error);
  if (error) return false;
  return std::mismatch(root.begin(), root.end(), target.begin(), target.end()).first == root.end();
}

// Digest and beginning of a file of reads.
Result<std::string> check_reads(const Path& file) {
  KRES_ASSIGN(auto reader, sequence::FastqReader::open(file));
  KRES_ASSIGN(const auto records, reader.next());
  if (records.empty()) return bad_input("holds no read", file.string());
  return sha256_file(file);
}

// Reads the cells of one row.
class RowFiles {
 public:
  RowFiles(const Path& folder, const TsvRow& row, const std::string& sheet,
           std::vector<RowMessage>& messages)
      : folder_(folder), row_(row), sheet_(sheet), messages_(messages) {}

  std::vector<GenomeFile> read() {
    const auto complaints = messages_.size();
    read_cell("genome_file", "genome_sha256", FileRole::assembly);
    const auto assemblies = files_.size();
    for (const auto role : {FileRole::reads_1, FileRole::reads_2, FileRole::reads,
                            FileRole::reads_interleaved, FileRole::long_reads}) {
      const std::string column(laboratory::name_of(role));
      read_cell(column, column + "_sha256", role);
    }
    if (messages_.size() == complaints) check_library(assemblies);
    return std::move(files_);
  }

 private:
  void complain(std::string text) {
    messages_.push_back({Severity::error, sheet_, row_.line(),
                         laboratory::without_identity_numbers(std::move(text)), "", "genome_file"});
  }

  void read_cell(const std::string& column, const std::string& digest_column, FileRole role) {
    const auto cell = row_[column];
    if (cell.empty()) return;
    const auto names = split(cell, '|');
    const auto digests = split(row_[digest_column], '|');
    if (role == FileRole::assembly && names.size() > 1)
      return complain(column + ": names several files");
    if (!row_[digest_column].empty() && digests.size() != names.size())
      return complain(fmt::format("{}: {} names {} files", digest_column, column, names.size()));
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto stated = row_[digest_column].empty() ? std::string_view() : trim(digests[i]);
      const int lane = role == FileRole::assembly ? 0 : static_cast<int>(i) + 1;
      read_file(column, digest_column, Path(trim(names[i])), stated, {role, lane});
    }
  }

  void read_file(const std::string& column, const std::string& digest_column, const Path& name,
                 std::string_view stated, FilePlace place) {
    if (!stays_below(folder_, name))
      return complain(column + ": names a file outside the sheet's folder");
    auto digest = check_genome_file(folder_ / name, place.role, (folder_ / name).string());
    if (!digest) return complain(fmt::format("{}: {}", column, digest.error().text()));
    if (!stated.empty() && to_lower(stated) != *digest)
      return complain(digest_column +
                      ": is not the digest of the file; it was changed or cut on its way");
    const bool twice = std::any_of(files_.begin(), files_.end(),
                                   [&](const auto& file) { return file.sha256 == *digest; });
    if (twice) return complain(column + ": names the same reads twice");
    files_.push_back({folder_ / name, *std::move(digest), place});
  }

  void check_library(std::size_t assemblies) {
    std::vector<FilePlace> places;
    for (std::size_t i = assemblies; i < files_.size(); ++i) places.push_back(files_[i].place);
    if (places.empty()) return;
    if (const auto whole = laboratory::check_delivery(places); !whole)
      complain("reads: " + whole.error().message);
  }

  const Path& folder_;
  const TsvRow& row_;
  const std::string& sheet_;
  std::vector<RowMessage>& messages_;
  std::vector<GenomeFile> files_;
};

}  // namespace

std::vector<GenomeFile> read_genome_files(const Path& folder, const TsvRow& row,
                                          const std::string& sheet,
                                          std::vector<RowMessage>& messages) {
  return RowFiles(folder, row, sheet, messages).read();
}

Result<std::string> check_genome_file(const Path& file, FileRole role, const std::string& name) {
  Result<std::string> digest;
  if (role == FileRole::assembly)
    digest = sequence::read_assembly(file).map([](auto assembly) { return assembly.sha256; });
  else
    digest = check_reads(file);
  if (digest) return digest;
  auto error = std::move(digest).error();
  error.file = name;
  return fail(std::move(error));
}

}  // namespace kres::exchange
