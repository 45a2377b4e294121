// kres import: takes referrals from a directory or a sheet into the registry.
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/project_tables.h"
#include "app/registry_directory.h"
#include "app/report_error.h"
#include "exchange/read_referrals.h"
#include "laboratory/person.h"
#include "resources/resources.h"
#include "workflow/receive.h"

namespace kres::app {

namespace {

using Json = nlohmann::ordered_json;
using workflow::Mode;
using workflow::Outcome;
using Received = std::vector<workflow::ReceivedReferral>;

struct Options {
  std::string path, registry;
  std::string by{laboratory::kSystemUser};
  bool dry_run = false, json = false;
};

Result<exchange::ReferralRules> rules_of(RegistryDirectory& registry) {
  KRES_ASSIGN(auto work, registry.registry().read());
  KRES_ASSIGN(const auto laboratories, work->laboratories().all());
  exchange::ReferralRules rules{.laboratories = {}, .today = registry.clock().today()};
  for (const auto& one : laboratories) rules.laboratories.insert(one.code);
  return rules;
}

Result<void> check_person(RegistryDirectory& registry, const std::string& username) {
  if (username == laboratory::kSystemUser) return {};
  KRES_ASSIGN(auto work, registry.registry().read());
  KRES_ASSIGN(const auto person, work->people().find(username));
  if (!person || !person->active)
    return bad_input(fmt::format("--by: there is no active person '{}'", username));
  return {};
}

Json json_of(const exchange::ReferralBatch& batch, const Received& received) {
  Json json = {{"referrals", Json::array()}, {"messages", Json::array()}};
  for (const auto& one : received)
    json["referrals"].push_back({{"laboratory", one.laboratory},
                                 {"sender_id", one.sender_id},
                                 {"accession", one.accession},
                                 {"outcome", name_of(one.outcome)},
                                 {"differences", one.differences}});
  for (const auto& message : batch.messages)
    json["messages"].push_back({{"file", message.file},
                                {"line", message.line},
                                {"error", message.severity == exchange::Severity::error},
                                {"text", message.text}});
  return json;
}

void print_text(const exchange::ReferralBatch& batch, const Received& received, bool dry_run) {
  for (const auto& message : batch.messages) fmt::print(stderr, "{}\n", message.printed());
  for (const auto& one : received) {
    fmt::print("{}\t{}\t{}\t{}\n", one.laboratory, one.sender_id,
               one.accession.empty() ? "-" : one.accession, name_of(one.outcome));
    for (const auto& difference : one.differences)
      fmt::print("\t{} {}: {}\n", one.laboratory, one.sender_id, difference);
  }
  if (batch.has_errors())
    fmt::print(stderr, "kres: nothing was stored: correct the rows above and import again\n");
  else if (dry_run)
    fmt::print("Dry run: nothing was stored\n");
}

int exit_code(const exchange::ReferralBatch& batch, const Received& received) {
  if (batch.has_errors()) return 2;
  for (const auto& one : received)
    if (one.outcome == Outcome::differing) return 1;
  return 0;
}

Result<int> import_referrals(const Options& options) {
  KRES_ASSIGN(auto registry, RegistryDirectory::open(registry_path(options.registry)));
  KRES_TRY(check_person(*registry, options.by));
  KRES_ASSIGN(const auto agents, AgentTable::parse(*data_resource("agents.tsv"), "agents.tsv"));
  KRES_ASSIGN(const auto criteria, load_submission_criteria());
  KRES_ASSIGN(const auto rules, rules_of(*registry));
  KRES_ASSIGN(const auto batch, exchange::read_referrals(options.path, rules, agents));
  // Rows are compared with the registry even when some are wrong, but then nothing is stored.
  const auto mode = options.dry_run || batch.has_errors() ? Mode::dry_run : Mode::store;
  KRES_ASSIGN(const auto received,
              workflow::receive({registry->services(), criteria}, batch, options.by, mode));
  if (options.json)
    fmt::print("{}\n", json_of(batch, received).dump());
  else
    print_text(batch, batch.has_errors() ? Received{} : received, options.dry_run);
  return exit_code(batch, received);
}

int run_import(const Options& options) {
  const auto code = import_referrals(options);
  return code ? *code : report_error(code.error(), options.json);
}

}  // namespace

void add_import_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand("import", "Take data into the registry");
  command->require_subcommand(1);
  auto* referral = command->add_subcommand(
      "referral", "Take referrals from a directory or a sheet (docs/formats/referral.md)");
  referral->footer(
      "Example:\n  kres import referral incoming/ --dry-run\n  kres import referral "
      "incoming/referral.tsv\n\nExit code 1: something differs from what is stored, which was "
      "kept.\nExit code 2: a row is wrong, and nothing was stored.");
  referral->add_option("PATH", options->path, "Directory with referral.tsv, or a sheet")
      ->required();
  referral->add_option("--registry", options->registry,
                       "Registry (default: KRES_REGISTRY, or registry)");
  referral->add_option("--by", options->by, "Username of the person who enters the results")
      ->capture_default_str();
  referral->add_flag("--dry-run", options->dry_run, "Check and compare, store nothing");
  referral->add_flag("--json", options->json, "Print JSON");
  referral->callback([&run, options] { run = [options] { return run_import(*options); }; });
}

}  // namespace kres::app
