// The directory of a laboratory's registry: database, files, settings, keys
// (docs/formats/registry.md).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/files.h"
#include "laboratory/ports/system_clock.h"
#include "storage/blobs/directory_blob_store.h"
#include "storage/tables/sql_registry.h"
#include "storage/trust/audit_head_file.h"
#include "storage/trust/key_file_signer.h"
#include "storage/uploads/directory_upload_store.h"
#include "workflow/services.h"

namespace kres::app {

// `given` (--registry or DIR) if not empty, else KRES_REGISTRY, else "registry" in the current
// directory.
Path registry_path(const std::string& given);

// config.json
struct RegistrySettings {
  int port = 8640;
  std::string reference;  // folder of the reference sets, empty for the program's own
  std::string zone = "Europe/Oslo";
  std::string database;  // postgresql://user@host:port/name, empty for a file of the directory
};

// config.json of a registry directory. `not_found` if there is none.
Result<RegistrySettings> read_settings(const Path& directory);
Result<void> write_settings(const Path& directory, const RegistrySettings& settings);

// `bad_input` unless it is empty or a server's address.
Result<void> check_database(const std::string& database);

// Lies in a directory while its copy is not whole and verified.
inline constexpr std::string_view kUnfinishedCopy = "copy.unfinished";

// Where the records of a registry directory stand.
storage::Database database_of(const Path& directory, const RegistrySettings& settings);

// An open registry. What it gives out lives as long as it does.
class RegistryDirectory {
 public:
  // Makes what is missing: a half-made directory is completed. `conflict` if there is a whole
  // registry already.
  static Result<std::unique_ptr<RegistryDirectory>> create(const Path& directory,
                                                           const RegistrySettings& settings);
  // `not_found` if there is none, `conflict` if it is a copy that is not finished.
  static Result<std::unique_ptr<RegistryDirectory>> open(const Path& directory);
  // The same for whoever makes the copy.
  static Result<std::unique_ptr<RegistryDirectory>> open_copy(const Path& directory);

  const Path& path() const { return path_; }
  const RegistrySettings& settings() const { return settings_; }
  workflow::Services services() { return {*registry_, blobs_, clock_}; }
  // `corrupt` unless the signing key is the one that the first event of the trail names. To be
  // asked before anything is signed.
  Result<void> check_signing_key();
  laboratory::Registry& registry() { return *registry_; }
  laboratory::UploadStore& uploads() { return uploads_; }
  const laboratory::Clock& clock() const { return clock_; }
  const laboratory::Signer& signer() const { return signer_; }
  const laboratory::AuditWitness& witness() const { return *witness_; }

 private:
  RegistryDirectory(Path path, RegistrySettings settings,
                    std::unique_ptr<storage::AuditHeadFile> witness,
                    std::unique_ptr<storage::SqlRegistry> registry,
                    storage::DirectoryBlobStore blobs, storage::DirectoryUploadStore uploads,
                    storage::KeyFileSigner signer);
  static Result<std::unique_ptr<RegistryDirectory>> assemble(const Path& directory,
                                                             const RegistrySettings& settings,
                                                             bool may_create);
  Result<void> begin_records();

  Path path_;
  RegistrySettings settings_;
  std::unique_ptr<storage::AuditHeadFile> witness_;
  std::unique_ptr<storage::SqlRegistry> registry_;
  storage::DirectoryBlobStore blobs_;
  storage::DirectoryUploadStore uploads_;
  laboratory::SystemClock clock_;
  storage::KeyFileSigner signer_;
};

}  // namespace kres::app
