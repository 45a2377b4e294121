#include "genome/reference/find_releases.h"

#include <functional>

namespace kres::genome {

namespace {

namespace fs = std::filesystem;

std::optional<Path> last_of(const Path& folder, const std::function<bool(const Path&)>& wanted) {
  std::optional<Path> last;
  std::error_code code;
  for (const auto& item : fs::directory_iterator(folder, code))
    if (wanted(item.path()) && (!last || item.path().filename() > last->filename()))
      last = item.path();
  return last;
}

bool is_folder(const Path& path) {
  std::error_code code;
  return fs::is_directory(path, code);
}

bool is_fasta(const Path& path) {
  const auto ending = path.extension();
  return !is_folder(path) && (ending == ".fasta" || ending == ".fsa" || ending == ".fa");
}

}  // namespace

Result<void> find_releases(const Path& folder, BuildOptions& options) {
  options.ncbi = last_of(folder / "ncbi-amrfinderplus", is_folder);
  options.plasmidfinder = last_of(folder / "plasmidfinder", is_fasta);
  if (is_folder(folder / "pubmlst")) options.pubmlst = folder / "pubmlst";
  if (is_folder(folder / "rrna23s")) options.rrna23s = folder / "rrna23s";
  if (options.ncbi || options.plasmidfinder || options.pubmlst || options.rrna23s) return {};
  return bad_input("holds no release", folder.string(), 0,
                   "it needs a folder ncbi-amrfinderplus, plasmidfinder, pubmlst or rrna23s");
}

}  // namespace kres::genome
