// A whole laboratory in a folder: registry, files, keys, tables, and a genome engine that knows
// what its genomes hold. Used by tests and by the program that the kill tests kill.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "laboratory/ports/clock.h"
#include "storage/blobs/directory_blob_store.h"
#include "storage/tables/sql_registry.h"
#include "storage/trust/audit_head_file.h"
#include "storage/trust/key_file_signer.h"
#include "workflow/answers.h"
#include "workflow/receive.h"
#include "workflow/run_jobs.h"
#include "workflow/verify.h"

namespace kres::testing {

// Goes a millisecond forward at every look, from a set time; or is the machine's clock.
class TestClock : public laboratory::Clock {
 public:
  enum class Kind { set, machine };
  explicit TestClock(Kind kind) : kind_(kind) {}
  Instant now() const override;
  Date today() const override { return day_of(now()); }
  Date day_of(Instant time) const override { return local_date(time, "Europe/Oslo"); }
  void set(std::string_view iso) { now_ = parse_instant(iso).value(); }

 private:
  Kind kind_;
  mutable Instant now_ = parse_instant("2026-11-20T09:00:00Z").value();
};

struct LaboratoryOptions {
  TestClock::Kind clock = TestClock::Kind::set;
  std::chrono::milliseconds analysis{0};  // how long one takes
  std::chrono::milliseconds rendering{0};
};

class TestLaboratory {
 public:
  using Options = LaboratoryOptions;
  explicit TestLaboratory(const Path& directory, Options options = {});

  workflow::Services services() { return {*registry_, *blobs_, clock}; }
  workflow::Examiner examiner();
  workflow::AnswerDesk desk();
  std::unique_ptr<laboratory::UnitOfWork> read() { return std::move(*registry_->read()); }
  std::unique_ptr<laboratory::UnitOfWork> write() { return std::move(*registry_->write()); }
  Path path() const { return directory_; }
  std::unique_ptr<storage::Session> open_session() const;  // beside the registry's own

  // Adds the two who work here, kari and ola, if they are not there yet.
  void employ();
  laboratory::Person person(const std::string& username);

  // Reads and receives a referral folder as `kres import` does, without its printing.
  Result<std::vector<workflow::ReceivedReferral>> import(
      const Path& sheet, workflow::Mode mode = workflow::Mode::store,
      const std::string& by = "system");
  Result<workflow::Verified> verify();

  TestClock clock;
  Result<genome::GenomeResult> genome{tl::unexpect, Error{}};  // if set, what analyse gives
  std::function<void()> while_analysing;                       // if set, called during a run
  int steps = 1;  // of the progress; each of several takes 2 ms

 private:
  Result<genome::GenomeResult> analyse(const std::vector<workflow::InputFile>& files,
                                       const workflow::ProgressHook& progress);

  Path directory_;
  Options options_;
  storage::AuditHeadFile witness_;
  std::unique_ptr<storage::SqlRegistry> registry_;
  std::unique_ptr<storage::DirectoryBlobStore> blobs_;
  std::unique_ptr<storage::KeyFileSigner> signer_;
  std::unique_ptr<susceptibility::Standard> standard_;
  std::unique_ptr<mechanism::Knowledge> knowledge_;
};

// A K. pneumoniae ST11 with blaKPC-2, exact and intact.
genome::GenomeResult kpc_genome();

// Writes referral.tsv, susceptibility.tsv and one small assembly per isolate; ids are PREFIX-1 ...
void write_referrals(const Path& folder, const std::string& prefix, int count);

}  // namespace kres::testing
