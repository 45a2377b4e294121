// Makes a registry from a backup.
#pragma once

#include "app/backup_manifest.h"

namespace kres::app {

// Everything is compared with the manifest before it is used; the backup is only read. The new
// registry has this program's schema and stands where `database` says. `conflict` unless `to` is
// empty or left by an interrupted restore; `corrupt` with the name of what is not as it was.
Result<RegistryCopy> restore_registry(const Path& backup, const Path& to,
                                      const std::string& database);

}  // namespace kres::app
