#include "download/release.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/digest.h"

namespace kres::download {

namespace {

namespace fs = std::filesystem;

constexpr const char* kSums = "SHA256SUMS";

std::string release_name(const Source& source, Date today) {
  return source.release == kDayOfDownload ? today.iso() : source.release;
}

// A file is fetched beside its place and put there when it is whole.
Result<void> fetch_file(const SourceFile& file, const Path& place, Date today, Transfer& transfer) {
  if (fs::exists(place)) return {};
  KRES_TRY(make_directories(place.parent_path()));
  if (file.address == kDayOfDownload) return write_file_atomic(place, today.iso());
  const Path part = place.string() + ".part";
  KRES_TRY(transfer.complete(file.address, part));
  KRES_ASSIGN(const auto digest, sha256_file(part));
  std::error_code code;
  if (!file.sha256.empty() && digest != file.sha256) {
    fs::remove(part, code);
    fs::remove(part.string() + ".etag", code);
    return fail({ErrorCode::corrupt,
                 fmt::format("has the SHA-256 {}, not {} as the table of sources says", digest,
                             file.sha256),
                 file.address, 0, "ask who publishes it before you use it"});
  }
  fs::remove(part.string() + ".etag", code);
  fs::rename(part, place, code);
  if (code) return environment_error("cannot rename: " + code.message(), place.string());
  return {};
}

// As sha256sum writes and checks it, in the order of the file names.
Result<std::string> sums_of(const Source& source, const Path& folder) {
  std::vector<std::string> names;
  for (const auto& file : source.files) names.push_back(file.file);
  std::sort(names.begin(), names.end());
  std::string text;
  for (const auto& name : names) {
    KRES_ASSIGN(const auto digest, sha256_file(folder / name));
    text += digest + "  " + name + "\n";
  }
  return text;
}

std::string description_of(const Source& source, Date today) {
  auto text = fmt::format("{} {}\nlicence: {}\nfetched: {}\n", source.name,
                          release_name(source, today), source.licence, today.iso());
  for (const auto& file : source.files) text += fmt::format("{}\t{}\n", file.file, file.address);
  return text;
}

// The first line that only one of two lists of sums has.
std::string first_difference(const std::string& before, const std::string& now) {
  std::size_t at = 0;
  while (at < std::min(before.size(), now.size()) && before[at] == now[at]) ++at;
  const auto begin = at == 0 ? 0 : now.rfind('\n', at - 1) + 1;
  const auto line = now.substr(begin, now.find('\n', begin) - begin);
  return line.size() > 66 ? line.substr(66) : line;
}

Result<Published> compare(const Path& folder, const Path& part, const std::string& sums) {
  KRES_ASSIGN(const auto before, read_file(folder / kSums));
  std::error_code code;
  fs::remove_all(part, code);
  if (before == sums) return Published{folder, false};
  return fail({ErrorCode::conflict,
               fmt::format("the release is here with other content: {} differs",
                           first_difference(before, sums)),
               folder.string(), 0, "keep both: fetch to another folder with --to, and compare"});
}

}  // namespace

Result<Published> fetch_release(const Source& source, const Path& to, Date today,
                                Transfer& transfer, const FetchProgress& progress) {
  const std::string release = release_name(source, today);
  const Path folder = to / source.name / release;
  const Path part = to / source.name / ("." + release + ".part");
  KRES_TRY(make_directories(part));
  for (const auto& file : source.files) {
    progress(fmt::format("{} {}: {}", source.name, release, file.file));
    KRES_TRY(fetch_file(file, part / file.file, today, transfer));
  }
  KRES_ASSIGN(const auto sums, sums_of(source, part));
  if (fs::exists(folder)) return compare(folder, part, sums);
  KRES_TRY(write_file_atomic(part / kSums, sums));
  KRES_TRY(write_file_atomic(part / "SOURCE", description_of(source, today)));
  std::error_code code;
  fs::rename(part, folder, code);
  if (code) return environment_error("cannot publish: " + code.message(), folder.string());
  KRES_TRY(sync_directory(folder.parent_path()));
  return Published{folder, true};
}

}  // namespace kres::download
