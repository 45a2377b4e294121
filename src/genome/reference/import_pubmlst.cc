#include "genome/reference/import_pubmlst.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::genome {

namespace {

namespace fs = std::filesystem;

constexpr const char* kSource = "pubmlst";
constexpr const char* kVersionFile = "database_version.txt";

Result<std::vector<Path>> listed(const Path& folder) {
  std::error_code code;
  std::vector<Path> found;
  for (auto item = fs::directory_iterator(folder, code); !code && item != fs::directory_iterator();
       item.increment(code))
    found.push_back(item->path());
  if (code)
    return environment_error(fmt::format("cannot be listed: {}", code.message()), folder.string());
  std::sort(found.begin(), found.end());
  return found;
}

SchemeFile scheme_file(const Path& scheme, const std::string& file) {
  return {kSource, scheme.filename().string() + ":" + file, (scheme / file).string()};
}

Result<SchemeLocus> read_locus(const Path& scheme, const Path& file, ImportLog& log) {
  KRES_ASSIGN(const auto text, read_file(file));
  KRES_ASSIGN(auto loci, parse_alleles(text, scheme_file(scheme, file.filename().string()), log));
  const std::string name = file.stem().string();
  if (loci.size() != 1 || loci.begin()->first != name)
    return bad_input(fmt::format("holds alleles of another locus than '{}'", name), file.string());
  return SchemeLocus{name, std::move(loci.begin()->second)};
}

// Loci in the order of the table's columns, so that a profile reads as published.
void order_as_published(std::vector<SchemeLocus>& loci, std::string_view table) {
  const auto header = split(trim(table.substr(0, table.find('\n'))), '\t');
  const auto place = [&](const SchemeLocus& locus) {
    return std::find(header.begin(), header.end(), locus.name) - header.begin();
  };
  std::sort(loci.begin(), loci.end(),
            [&](const SchemeLocus& a, const SchemeLocus& b) { return place(a) < place(b); });
}

Result<TypingScheme> import_scheme(const Path& folder, std::vector<std::string>& files,
                                   ImportLog& log) {
  TypingScheme scheme{.name = folder.filename().string(), .source = kSource};
  const std::string table = scheme.name + ".txt";
  KRES_ASSIGN(const auto profiles, read_file(folder / table));
  KRES_ASSIGN(const auto paths, listed(folder));
  for (const auto& path : paths) {
    const auto name = path.filename().string();
    if (path.extension() == ".tfa") {
      KRES_ASSIGN(auto locus, read_locus(folder, path, log));
      scheme.loci.push_back(std::move(locus));
    } else if (name == kVersionFile) {
      KRES_ASSIGN(const auto version, read_file(path));
      scheme.version = trim(version);
    } else if (name != table) {
      log.note(kSource, scheme.name, "file_not_read", name);
      continue;
    }
    files.push_back(scheme.name + "/" + name);
  }
  if (scheme.loci.empty()) return bad_input("scheme has no alleles (*.tfa)", folder.string());
  order_as_published(scheme.loci, profiles);
  std::vector<std::string> loci;
  for (const auto& locus : scheme.loci) loci.push_back(locus.name);
  KRES_ASSIGN(scheme.profiles, parse_profiles(profiles, loci, scheme_file(folder, table), log));
  review_scheme(scheme, log);
  return scheme;
}

}  // namespace

Result<PubMlstImport> import_pubmlst(const Path& folder, ImportLog& log) {
  KRES_ASSIGN(const auto paths, listed(folder));
  PubMlstImport result;
  for (const auto& path : paths) {
    std::error_code code;
    if (!fs::is_directory(path, code)) {
      log.note(kSource, "", "file_not_read", path.filename().string());
      continue;
    }
    KRES_ASSIGN(auto scheme, import_scheme(path, result.files, log));
    result.version = std::max(result.version, scheme.version);
    result.schemes.push_back(std::move(scheme));
  }
  if (result.schemes.empty())
    return bad_input("holds no typing schemes (one folder a scheme)", folder.string());
  log.count(kSource, "", "schemes", result.schemes.size());
  return result;
}

}  // namespace kres::genome
