#include "batch/find_inputs.h"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::batch {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> kCompressed = {".gz", ".bgz", ".xz", ".zst", ".bz2"};
constexpr std::array<std::string_view, 5> kAssembly = {".fa", ".fas", ".fasta", ".fna", ".gfa"};

// Length of the first ending that `lower` has, 0 if it has none or consists of it.
std::size_t ending(std::string_view lower, const auto& endings) {
  for (const std::string_view known : endings)
    if (lower.size() > known.size() && lower.ends_with(known)) return known.size();
  return 0;
}

// Length of "name" in "name.fna.gz"; the whole length if it does not end as an assembly does.
std::size_t stem_length(std::string_view lower) {
  const std::size_t plain = lower.size() - ending(lower, kCompressed);
  const std::size_t assembly = ending(lower.substr(0, plain), kAssembly);
  return assembly == 0 ? lower.size() : plain - assembly;
}

class Search {
 public:
  Result<void> add(const std::string& given) {
    std::error_code unknown;
    if (fs::is_directory(given, unknown)) return enter(given);
    take(given);
    return {};
  }
  FoundInputs take_found() { return std::move(found_); }

 private:
  void take(const Path& file) {
    if (seen_.insert(file.lexically_normal().string()).second) found_.files.push_back(file);
  }

  Result<void> enter(const Path& folder) {
    std::error_code code;
    const Path real = fs::canonical(folder, code);
    if (code) return unreadable(folder, code);
    if (!entered_.insert(real.string()).second) return {};
    std::vector<Path> entries;
    auto at = fs::directory_iterator(folder, code);
    for (; !code && at != fs::directory_iterator(); at.increment(code))
      if (!at->path().filename().string().starts_with('.')) entries.push_back(at->path());
    if (code) return unreadable(folder, code);
    std::sort(entries.begin(), entries.end(),
              [](const Path& a, const Path& b) { return a.native() < b.native(); });
    for (const auto& entry : entries) KRES_TRY(look_at(entry));
    return {};
  }

  Result<void> look_at(const Path& entry) {
    std::error_code code;
    const auto status = fs::status(entry, code);
    if (fs::is_directory(status)) return enter(entry);
    if (is_named_as_assembly(entry))
      take(entry);
    else
      ++found_.ignored;
    return {};
  }

  static tl::unexpected<Error> unreadable(const Path& folder, std::error_code code) {
    return environment_error(fmt::format("cannot read the folder: {}", code.message()),
                             folder.string(), "give the right to read it, or leave it out");
  }

  FoundInputs found_;
  std::set<std::string> seen_;
  std::set<std::string> entered_;
};

}  // namespace

bool is_named_as_assembly(const Path& file) {
  const std::string lower = to_lower(file.filename().string());
  return stem_length(lower) < lower.size();
}

std::string stem_of(const Path& file) {
  const std::string name = file.filename().string();
  return name.substr(0, stem_length(to_lower(name)));
}

Result<FoundInputs> find_inputs(const std::vector<std::string>& given) {
  Search search;
  for (const auto& name : given) KRES_TRY(search.add(name));
  auto found = search.take_found();
  if (found.files.empty())
    return bad_input(fmt::format("holds no genome ({} other files)", found.ignored),
                     given.empty() ? "" : given.front(), 0,
                     "files ending .fa .fas .fasta .fna .gfa are taken, also with .gz .xz .zst");
  return found;
}

}  // namespace kres::batch
