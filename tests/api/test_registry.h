// A registry in a folder of its own, with people, a clock that tests set, and the workflow on it.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "laboratory/ports/clock.h"
#include "storage/blobs/directory_blob_store.h"
#include "storage/tables/sql_registry.h"
#include "storage/trust/audit_head_file.h"
#include "storage/trust/key_file_signer.h"
#include "storage/trust/key_file_vault.h"
#include "storage/uploads/directory_upload_store.h"
#include "workflow/answers.h"
#include "workflow/uploads.h"

namespace kres::testing {

class FakeClock : public laboratory::Clock {
 public:
  Instant now() const override { return now_; }
  Date today() const override { return day_of(now_); }
  Date day_of(Instant time) const override { return local_date(time, "Europe/Oslo"); }
  void set(std::string_view iso) { now_ = parse_instant(iso).value(); }
  void advance(std::chrono::milliseconds time) { now_ += time; }

 private:
  Instant now_ = parse_instant("2026-11-20T09:00:00Z").value();
};

// Everyone's password; its hash costs little.
// Digest of the reference set in use, with which run_jobs() analyses; examine_isolate() had
// another.
inline constexpr const char* kReferenceInUse = "22220123456789abcdef";
inline constexpr const char* kPassword = "snow on the fjord";

class TestRegistry {
 public:
  explicit TestRegistry(const std::string& name);

  laboratory::Registry& registry() { return *registry_; }
  std::unique_ptr<laboratory::UnitOfWork> read() { return std::move(*registry_->read()); }
  std::unique_ptr<laboratory::UnitOfWork> write() { return std::move(*registry_->write()); }
  workflow::Services services() { return {*registry_, *blobs_, clock}; }
  std::int64_t statements() const { return registry_->statements(); }  // of ended units
  const laboratory::IdentityVault& vault() const { return *vault_; }
  workflow::UploadDesk uploads() { return {services(), *uploads_, upload_limits}; }
  // Answers are printed as the number and state of the answer.
  workflow::AnswerDesk desk();

  laboratory::Person add_person(const std::string& username, const std::string& name,
                                std::vector<laboratory::Role> roles);

  void add_laboratory(const laboratory::Laboratory& laboratory);
  // UNN or OUS, or a laboratory added before.
  laboratory::Person add_referring_person(const std::string& username, const std::string& name,
                                          const std::string& laboratory,
                                          laboratory::Reach reach = laboratory::Reach::laboratory);

  // A file in the registry's own folder.
  Path write_file(const std::string& name, std::string_view content);

  FakeClock clock;
  workflow::UploadLimits upload_limits;

 private:
  laboratory::Person add(laboratory::Person person);

  Path directory_;
  storage::AuditHeadFile witness_;
  std::unique_ptr<storage::SqlRegistry> registry_;
  std::optional<storage::DirectoryBlobStore> blobs_;
  std::optional<storage::DirectoryUploadStore> uploads_;
  std::optional<storage::KeyFileSigner> signer_;
  std::optional<storage::KeyFileVault> vault_;
};

}  // namespace kres::testing
