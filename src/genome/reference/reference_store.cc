#include "genome/reference/reference_store.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::genome {

namespace fs = std::filesystem;

Result<Path> resolve_reference_set(const Path& path) {
  std::error_code code;
  if (fs::exists(path / "manifest.json", code)) return path;
  if (!fs::exists(path / "current", code))
    return environment_error("no reference set here", path.string(),
                             "build one with 'kres reference build'");
  KRES_ASSIGN(const auto current, read_file(path / "current"));
  return path / "sets" / std::string(trim(current));
}

Result<std::vector<Path>> list_reference_sets(const Path& root) {
  std::vector<Path> sets;
  std::error_code code;
  for (const auto& item : fs::directory_iterator(root / "sets", code))
    if (fs::exists(item.path() / "manifest.json", code)) sets.push_back(item.path());
  std::sort(sets.begin(), sets.end());
  return sets;
}

Result<Path> publish_reference_set(const Path& root, const Path& staging,
                                   const std::string& digest) {
  const Path place = root / "sets" / digest;
  KRES_TRY(make_directories(root / "sets"));
  std::error_code code;
  if (fs::exists(place / "manifest.json", code)) {
    fs::remove_all(staging, code);
  } else {
    fs::remove_all(place, code);  // remains of an interrupted build
    fs::rename(staging, place, code);
    if (code)
      return environment_error(fmt::format("cannot move into place: {}", code.message()),
                               place.string());
  }
  KRES_TRY(sync_directory(root / "sets"));
  KRES_TRY(write_file_atomic(root / "current", digest + "\n"));
  return place;
}

}  // namespace kres::genome
