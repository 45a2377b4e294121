#include "server/api/caller_services.h"

#include "laboratory/change_scope.h"
#include "laboratory/ports/scoped_registry.h"

namespace kres::api {

namespace {

workflow::Services with(laboratory::Registry& registry, const workflow::Services& others) {
  return {.registry = registry, .blobs = others.blobs, .clock = others.clock};
}

}  // namespace

// Every member that reaches the registry is made anew; one that is missing here does not compile.
struct CallerServices::Narrow {
  Narrow(const Services& all, const laboratory::Scope& scope)
      : registry(all.registry(), scope),
        desk{.services = with(registry, all.desk.services),
             .signer = all.desk.signer,
             .render = all.desk.render,
             .settings = all.desk.settings,
             .qc_rules = all.desk.qc_rules},
        uploads{.services = with(registry, all.uploads.services),
                .store = all.uploads.store,
                .limits = all.uploads.limits},
        bank{.services = with(registry, all.bank.services), .rules = all.bank.rules},
        services{.desk = desk,
                 .uploads = uploads,
                 .intake = all.intake,
                 .authenticator = all.authenticator,
                 .vault = all.vault,
                 .provider = all.provider,
                 .agents = all.agents,
                 .tests = all.tests,
                 .standards = all.standards,
                 .reference = all.reference,
                 .bank = bank,
                 .turnaround = turnaround,
                 .kept = kept,
                 .label_sheets = all.label_sheets,
                 .metrics = all.metrics,
                 .job_added = all.job_added,
                 .openapi = all.openapi} {}

  laboratory::ScopedRegistry registry;
  workflow::AnswerDesk desk;
  workflow::UploadDesk uploads;
  workflow::BankDesk bank;
  workflow::TurnaroundMonths turnaround;  // what everyone may see is counted apart
  KeptReadings kept;                      // and read apart
  Services services;
};

CallerServices::CallerServices(Services& services, const Caller* caller, bool change)
    : services_(services) {
  if (caller == nullptr || caller->scope.whole()) return;
  narrow_ = std::make_unique<Narrow>(
      services,
      change ? laboratory::change_scope_of(caller->person, caller->scope) : caller->scope);
}

CallerServices::~CallerServices() = default;

Services& CallerServices::get() const { return narrow_ ? narrow_->services : services_; }

}  // namespace kres::api
