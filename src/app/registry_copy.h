// Copies a whole registry directory with its records: for a backup, a restore, another database.
#pragma once

#include <vector>

#include "app/registry_directory.h"
#include "storage/copy/copy_files.h"
#include "storage/copy/copy_records.h"

namespace kres::app {

// Whether others may write into the source meanwhile. Either way the copy is of one moment.
enum class Writers { go_on, wait };

struct RegistryCopy {
  std::vector<storage::TableSummary> tables;
  std::vector<storage::CopiedFile> files;  // keys, imported tables, uploads under way
  std::vector<storage::CopiedFile> blobs;
  laboratory::AuditHead head;
};

// Makes the registry `to`, whose records go where `database` says (see RegistrySettings). Records
// first: what they name was on disk before and stays. `conflict` unless `to` is empty, or what an
// interrupted copy of the same registry left, which is completed. `to` is no registry to any other
// command before release_directory().
Result<RegistryCopy> copy_registry(const Path& from, const Path& to, const std::string& database,
                                   Writers writers);

// Reads every record, answer and file of a registry again (kres audit verify), with the head the
// copy has to have.
Result<void> verify_copy(const Path& directory, const laboratory::AuditHead& head);

}  // namespace kres::app
