// manifest.json of a backup: what is in it, with digests (docs/formats/backup.md).
#pragma once

#include "app/registry_copy.h"

namespace kres::app {

struct BackupManifest {
  std::string made;      // instant, UTC
  std::string software;  // that made it
  int schema = 0;        // number of the newest migration
  RegistryCopy content;
};

Result<void> write_manifest(const Path& directory, const BackupManifest& manifest);

// `not_found` if the directory is no backup, `corrupt` if its manifest cannot be read.
Result<BackupManifest> read_manifest(const Path& directory);

}  // namespace kres::app
