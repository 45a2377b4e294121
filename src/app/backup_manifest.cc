#include "app/backup_manifest.h"

#include <nlohmann/json.hpp>

namespace kres::app {

using Json = nlohmann::ordered_json;

namespace {

constexpr const char* kFormat = "kres-backup-1";

Json files_json(const std::vector<storage::CopiedFile>& files) {
  auto list = Json::array();
  for (const auto& file : files)
    list.push_back({{"path", file.path}, {"size", file.size}, {"sha256", file.sha256}});
  return list;
}

std::vector<storage::CopiedFile> files_of(const Json& list) {
  std::vector<storage::CopiedFile> files;
  for (const auto& file : list)
    files.push_back({file.at("path"), file.at("size"), file.at("sha256")});
  return files;
}

BackupManifest manifest_of(const Json& json) {
  BackupManifest manifest{json.at("made"), json.at("software"), json.at("schema"), {}};
  auto& content = manifest.content;
  content.head = {json.at("audit").at("events"), json.at("audit").at("head")};
  for (const auto& table : json.at("tables"))
    content.tables.push_back({table.at("table"), table.at("rows"), table.at("sha256")});
  content.files = files_of(json.at("files"));
  content.blobs = files_of(json.at("blobs"));
  return manifest;
}

}  // namespace

Result<void> write_manifest(const Path& directory, const BackupManifest& manifest) {
  const auto& content = manifest.content;
  auto tables = Json::array();
  for (const auto& table : content.tables)
    tables.push_back({{"table", table.table}, {"rows", table.rows}, {"sha256", table.sha256}});
  const Json json = {{"format", kFormat},
                     {"made", manifest.made},
                     {"software", manifest.software},
                     {"schema", manifest.schema},
                     {"audit", {{"events", content.head.sequence}, {"head", content.head.hash}}},
                     {"tables", std::move(tables)},
                     {"files", files_json(content.files)},
                     {"blobs", files_json(content.blobs)}};
  return write_file_atomic(directory / "manifest.json", json.dump(1) + "\n");
}

Result<BackupManifest> read_manifest(const Path& directory) {
  const auto file = directory / "manifest.json";
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored))
    return fail({.code = ErrorCode::not_found,
                 .message = "there is no backup here",
                 .file = directory.string(),
                 .remedy = "name a directory that kres backup has made"});
  KRES_ASSIGN(const auto text, read_file(file));
  const auto json = Json::parse(text, nullptr, false);
  try {
    if (json.at("format") == kFormat) return manifest_of(json);
  } catch (const Json::exception&) {  // the same as an unknown format
  }
  return fail({.code = ErrorCode::corrupt,
               .message = "is not the manifest of a backup",
               .file = file.string(),
               .remedy = "use another backup"});
}

}  // namespace kres::app
