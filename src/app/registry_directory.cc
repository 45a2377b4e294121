#include "app/registry_directory.h"

#include <cstdlib>

#include <nlohmann/json.hpp>

#include "app/version.h"
#include "base/digest.h"
#include "laboratory/laboratory.h"
#include "laboratory/person.h"
#include "resources/resources.h"

namespace kres::app {

using storage::KeyFileSigner;
using storage::SqlRegistry;

namespace {
constexpr const char* kSettings = "config.json";
}  // namespace

Result<RegistrySettings> read_settings(const Path& directory) {
  const auto file = directory / kSettings;
  KRES_ASSIGN(const auto text, read_file(file));
  const auto json = nlohmann::json::parse(text, nullptr, false);
  const RegistrySettings defaults;
  try {
    return RegistrySettings{.port = json.value("port", defaults.port),
                            .reference = json.value("reference", defaults.reference),
                            .zone = json.value("zone", defaults.zone),
                            .database = json.value("database", defaults.database)};
  } catch (const nlohmann::json::exception&) {
    return bad_input("is not a settings file", file.string(), 0,
                     "port is a number; reference, zone and database are texts");
  }
}

Result<void> write_settings(const Path& directory, const RegistrySettings& settings) {
  const nlohmann::ordered_json json = {{"port", settings.port},
                                       {"reference", settings.reference},
                                       {"zone", settings.zone},
                                       {"database", settings.database}};
  return write_file_atomic(directory / kSettings, json.dump(2) + "\n");
}

Path registry_path(const std::string& given) {
  if (!given.empty()) return given;
  const char* from_environment = std::getenv("KRES_REGISTRY");
  return from_environment && *from_environment ? Path(from_environment) : Path("registry");
}

Result<void> check_database(const std::string& database) {
  if (database.empty() || storage::Database::at(database).dialect == storage::Dialect::postgresql)
    return {};
  return bad_input("the database is not a server's address", {}, 0,
                   "write it as postgresql://user@host:port/name, or leave it out");
}

storage::Database database_of(const Path& directory, const RegistrySettings& settings) {
  if (settings.database.empty())
    return storage::Database::at((directory / "registry.sqlite").string());
  return storage::Database::at(settings.database);
}

RegistryDirectory::RegistryDirectory(Path path, RegistrySettings settings,
                                     std::unique_ptr<storage::AuditHeadFile> witness,
                                     std::unique_ptr<SqlRegistry> registry,
                                     storage::DirectoryBlobStore blobs,
                                     storage::DirectoryUploadStore uploads, KeyFileSigner signer)
    : path_(std::move(path)),
      settings_(std::move(settings)),
      witness_(std::move(witness)),
      registry_(std::move(registry)),
      blobs_(std::move(blobs)),
      uploads_(std::move(uploads)),
      clock_(settings_.zone),
      signer_(std::move(signer)) {}

Result<std::unique_ptr<RegistryDirectory>> RegistryDirectory::assemble(
    const Path& directory, const RegistrySettings& settings, bool may_create) {
  auto witness = std::make_unique<storage::AuditHeadFile>(directory / "audit.head");
  KRES_ASSIGN(auto registry, SqlRegistry::open(database_of(directory, settings),
                                               may_create ? SqlRegistry::Missing::create
                                                          : SqlRegistry::Missing::fail,
                                               *witness));
  KRES_ASSIGN(auto signer,
              KeyFileSigner::open(directory / "keys", may_create ? KeyFileSigner::Missing::create
                                                                 : KeyFileSigner::Missing::fail));
  KRES_ASSIGN(auto blobs, storage::DirectoryBlobStore::open(directory / "blobs"));
  KRES_ASSIGN(auto uploads, storage::DirectoryUploadStore::open(directory / "uploads"));
  return std::unique_ptr<RegistryDirectory>(
      new RegistryDirectory(directory, settings, std::move(witness), std::move(registry),
                            std::move(blobs), std::move(uploads), std::move(signer)));
}

Result<std::unique_ptr<RegistryDirectory>> RegistryDirectory::create(
    const Path& directory, const RegistrySettings& settings) {
  KRES_TRY(check_database(settings.database));
  KRES_TRY(make_directories(directory));
  std::error_code error;
  std::filesystem::permissions(directory, std::filesystem::perms::owner_all, error);
  if (error) return environment_error(error.message(), directory.string());
  KRES_ASSIGN(auto made, assemble(directory, settings, true));
  KRES_TRY(made->begin_records());
  KRES_TRY(write_settings(directory, settings));
  return made;
}

Result<std::unique_ptr<RegistryDirectory>> RegistryDirectory::open(const Path& directory) {
  std::error_code ignored;
  if (!std::filesystem::exists(directory / kUnfinishedCopy, ignored)) return open_copy(directory);
  return fail({.code = ErrorCode::conflict,
               .message = "the copy of a registry into this directory is not finished: it was "
                          "interrupted, or did not hold when it was verified",
               .file = directory.string(),
               .remedy = "give the same kres restore, migrate-registry or backup again, which "
                         "completes it or says what is wrong; or remove the directory"});
}

Result<std::unique_ptr<RegistryDirectory>> RegistryDirectory::open_copy(const Path& directory) {
  const auto settings = read_settings(directory);
  if (!settings && settings.error().code == ErrorCode::not_found)
    return fail({.code = ErrorCode::not_found,
                 .message = "there is no registry here",
                 .file = directory.string(),
                 .remedy = "make one with `kres init DIR`"});
  if (!settings) return tl::unexpected<Error>(settings.error());
  return assemble(directory, *settings, false);
}

Result<void> RegistryDirectory::check_signing_key() {
  KRES_ASSIGN(auto work, registry_->read());
  KRES_ASSIGN(const auto events, work->audit().of("registry"));
  const bool introduced = !events.empty() && events.front().sequence == 1 &&
                          events.front().entry.event == "registry.created" &&
                          events.front().entry.after_digest == sha256_hex(signer_.public_key());
  if (introduced) return {};
  return fail({.code = ErrorCode::corrupt,
               .message = "is not the key that the audit trail names: it was replaced",
               .file = (path_ / "keys").string(),
               .remedy = "put the registry's own key back from a backup"});
}

// The laboratories and the first event of the audit trail.
Result<void> RegistryDirectory::begin_records() {
  KRES_ASSIGN(auto work, registry_->write());
  KRES_ASSIGN(const auto last, work->audit().last());
  std::error_code ignored;
  if (last && std::filesystem::exists(path_ / "config.json", ignored))
    return fail({.code = ErrorCode::conflict,
                 .message = "there is a registry here already",
                 .file = path_.string(),
                 .remedy = {}});
  if (last && !check_signing_key())
    return fail({.code = ErrorCode::conflict,
                 .message = "the database has the records of another registry",
                 .file = path_.string(),
                 .remedy = "name an empty database"});
  if (last) return witness_->remember({last->sequence, last->hash});
  KRES_ASSIGN(const auto laboratories, laboratory::parse_laboratories(
                                           *data_resource("laboratories.tsv"), "laboratories.tsv"));
  for (const auto& one : laboratories) KRES_TRY(work->laboratories().save(one));
  KRES_TRY(work->audit().append({.person = std::string(laboratory::kSystemUser),
                                 .time = clock_.now(),
                                 .event = "registry.created",
                                 .subject = "registry",
                                 .detail = std::string(kSoftware),
                                 .before_digest = {},
                                 .after_digest = sha256_hex(signer_.public_key())}));
  return work->commit();
}

}  // namespace kres::app
