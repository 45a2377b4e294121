// The steps that copying and restoring a registry directory share.
#pragma once

#include <memory>
#include <vector>

#include "app/registry_directory.h"
#include "storage/copy/copy_files.h"
#include "storage/copy/copy_records.h"

namespace kres::app {

enum class Claimed { fresh, interrupted };

// `bad_input` if `to` is `from` or lies within it: the copy would become part of what is copied.
Result<void> require_apart(const Path& from, const Path& to);

// Makes the directory and marks it as not whole. `conflict` unless it is empty, or marked so by a
// copy that was interrupted.
Result<Claimed> claim_directory(const Path& directory);

// A session on a database that has this program's schema and may be empty otherwise.
Result<std::unique_ptr<storage::Session>> open_target(const storage::Database& database);

// Copies the records, or finds that an interrupted copy has committed the same ones already.
// `conflict` if the database has others, or any in a fresh copy. Requires: a transaction of `from`.
Result<std::vector<storage::TableSummary>> copy_or_compare(storage::Session& from,
                                                           storage::Session& to, Claimed claimed);

// The stored files; `corrupt` if one is not what its name says.
Result<std::vector<storage::CopiedFile>> copy_blobs(const Path& from, const Path& to);

// Keys, imported tables, uploads under way: what is neither record, stored file nor made anew.
Result<std::vector<storage::CopiedFile>> copy_other_files(const Path& from, const Path& to);

// Writes head and settings: all of it is there, and may be verified.
Result<void> finish_directory(const Path& directory, const RegistrySettings& settings,
                              const laboratory::AuditHead& head);

// Takes the mark away: from here on it is a registry.
Result<void> release_directory(const Path& directory);

}  // namespace kres::app
