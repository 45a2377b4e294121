// kres serve: the laboratory on a web page and over HTTP, with its background jobs.
#include <cstdio>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/laboratory_desk.h"
#include "app/log_in_provider.h"
#include "app/mail_settings.h"
#include "app/project_tables.h"
#include "app/report_error.h"
#include "app/stop_signals.h"
#include "app/version.h"
#include "base/log.h"
#include "base/text.h"
#include "genome/reference/reference_set.h"
#include "resources/resources.h"
#include "server/api/service.h"
#include "server/http/server.h"
#include "storage/trust/key_file_vault.h"
#include "workflow/housekeeper.h"
#include "workflow/job_runner.h"
#include "workflow/notifier.h"

namespace kres::app {

namespace {

struct Options {
  std::string registry, reference;
  std::string address = "127.0.0.1";
  std::optional<int> port;  // else the registry's setting
  std::vector<std::string> names;
  bool behind_proxy = false;
};

http::StaticFiles web_page() {
  std::vector<http::StaticFile> files;
  for (const auto& resource : web_resources()) files.push_back({resource.path, resource.content});
  return http::StaticFiles(files);
}

api::HostNames host_names(const Options& options) {
  api::HostNames hosts;
  hosts.names.push_back(options.address);
  hosts.names.insert(hosts.names.end(), options.names.begin(), options.names.end());
  return hosts;
}

// Sends notices of answers as long as it lives; without mail settings it sends none.
struct Notices {
  mail::SmtpMailer mailer;
  workflow::Notifier notifier;

  Notices(mail::SmtpMailer sender, const MailSettings& settings, RegistryDirectory& registry)
      : mailer(std::move(sender)),
        notifier({registry.services(), mailer, settings.page, settings.addresses}) {}
};

Result<std::unique_ptr<Notices>> notifier_of(RegistryDirectory& registry) {
  KRES_ASSIGN(const auto settings, read_mail_settings(registry.path()));
  if (!settings) return std::unique_ptr<Notices>();
  KRES_ASSIGN(auto mailer, mail::SmtpMailer::create(settings->server, registry.clock()));
  return std::make_unique<Notices>(std::move(mailer), *settings, registry);
}

Result<void> serve(const Options& options) {
  hold_stop_signals();
  KRES_ASSIGN(const auto desk,
              LaboratoryDesk::open(registry_path(options.registry), options.reference));
  auto& registry = desk->registry();
  KRES_ASSIGN(const auto authenticator,
              Authenticator::create(registry.registry(), registry.clock()));
  const auto endpoints = api::all_endpoints();
  KRES_ASSIGN(const auto vault, storage::KeyFileVault::open(registry.path() / "keys"));
  KRES_ASSIGN(const auto provider, open_provider(registry.path(), registry.clock()));
  KRES_ASSIGN(const auto openapi, api::openapi_document(endpoints, split(kSoftware, ' ').back()));
  const api::ReferenceInUse reference{desk->reference().name, desk->reference().digest};
  http::Metrics metrics;
  workflow::JobRunner runner(registry.services(), desk->examiner());
  const workflow::UploadDesk uploads{.services = registry.services(), .store = registry.uploads()};
  const workflow::Housekeeper housekeeper(uploads);
  KRES_ASSIGN(const auto bank_rules, load_bank_rules());
  const workflow::BankDesk bank{.services = registry.services(), .rules = bank_rules};
  workflow::TurnaroundMonths turnaround;
  api::KeptReadings kept;
  KRES_ASSIGN(const auto label_sheets, load_label_sheets());
  KRES_ASSIGN(const auto notifier, notifier_of(registry));
  api::ApiService service({.desk = desk->answers(),
                           .uploads = uploads,
                           .intake = desk->intake(),
                           .authenticator = *authenticator,
                           .vault = vault,
                           .provider = provider.get(),
                           .agents = desk->agents(),
                           .tests = desk->tests(),
                           .standards = desk->standards(),
                           .reference = reference,
                           .bank = bank,
                           .turnaround = turnaround,
                           .kept = kept,
                           .label_sheets = label_sheets,
                           .metrics = metrics,
                           .job_added = [&runner] { runner.wake(); },
                           .openapi = openapi},
                          endpoints, web_page(), host_names(options));
  const auto port = options.port.value_or(registry.settings().port);
  KRES_ASSIGN(const auto server, http::Server::start({.address = options.address,
                                                      .port = static_cast<std::uint16_t>(port),
                                                      .behind_proxy = options.behind_proxy},
                                                     service));
  fmt::print("http://{}:{}/\n", options.address, server->port());
  std::fflush(stdout);
  wait_for_stop_signal();
  log(LogLevel::info, "stopping");
  server->stop();
  return {};
}

void add_options(CLI::App& command, Options& options) {
  command.add_option("DIR", options.registry, "Registry (default: KRES_REGISTRY, or registry)");
  command.add_option("--port", options.port, "Port; 0 takes a free one (default: the registry's)")
      ->check(CLI::Range(0, 65535));
  command.add_option("--address", options.address, "IP address to listen on")
      ->capture_default_str();
  command.add_option("--reference", options.reference, "Folder of the reference sets");
  command.add_option("--name", options.names,
                     "A name by which the server may be asked besides localhost; may be repeated");
  command.add_flag("--behind-proxy", options.behind_proxy,
                   "Believe X-Forwarded-For and X-Forwarded-Proto of a proxy on this machine");
}

}  // namespace

void add_serve_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand(
      "serve", "Serve the web page and the HTTP interface, and run background jobs");
  command->footer(
      "Prints its address and serves until SIGTERM or SIGINT.\n"
      "Example:\n  kres serve registry --port 8640");
  add_options(*command, *options);
  command->callback([&run, options] {
    run = [options] {
      const auto served = serve(*options);
      return served ? 0 : report_error(served.error());
    };
  });
}

}  // namespace kres::app
