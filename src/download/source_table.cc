#include "download/source_table.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "download/address.h"

namespace kres::download {

namespace {

bool is_file_name(std::string_view part) {
  return !part.empty() && !part.starts_with('.') &&
         std::all_of(part.begin(), part.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '-' || c == '_' || c == '+';
         });
}

bool is_inner_path(std::string_view path) {
  const auto parts = split(path, '/');
  return std::all_of(parts.begin(), parts.end(), is_file_name);
}

bool is_digest(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<SourceFile> file_of(const TsvRow& row, const std::string& name) {
  SourceFile file{std::string(row["file"]), std::string(row["address"]),
                  std::string(row["sha256"])};
  if (!is_inner_path(file.file))
    return bad_input(fmt::format("'{}' is not a file inside a folder", file.file), name,
                     row.line());
  if (file.address != kDayOfDownload && !is_allowed_address(file.address))
    return bad_input(fmt::format("'{}' is not an https address", file.address), name, row.line());
  if (!file.sha256.empty() && !is_digest(file.sha256))
    return bad_input(fmt::format("'{}' is not a SHA-256", file.sha256), name, row.line());
  return file;
}

}  // namespace

Result<std::vector<Source>> parse_sources(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name,
                                                {"source", "release", "file", "address", "sha256",
                                                 "licence", "note"}));
  std::vector<Source> sources;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto file, file_of(row, name));
    const Source head{
        std::string(row["source"]), std::string(row["release"]), std::string(row["licence"]), {}};
    if (!is_file_name(head.name) || !is_file_name(head.release))
      return bad_input("source and release are names of folders", name, row.line());
    auto source = std::find_if(sources.begin(), sources.end(),
                               [&](const Source& known) { return known.name == head.name; });
    if (source == sources.end()) source = sources.insert(sources.end(), head);
    if (source->release != head.release || source->licence != head.licence)
      return bad_input(fmt::format("rows of '{}' differ in release or licence", head.name), name,
                       row.line());
    for (const auto& known : source->files)
      if (known.file == file.file)
        return bad_input(fmt::format("'{}' is named twice", file.file), name, row.line());
    source->files.push_back(std::move(file));
  }
  return sources;
}

}  // namespace kres::download
