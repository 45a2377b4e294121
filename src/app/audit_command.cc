// kres audit: verifies the audit trail and what it speaks of.
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/progress.h"
#include "app/registry_directory.h"
#include "app/report_error.h"
#include "app/stand_in.h"
#include "workflow/verify.h"

namespace kres::app {

namespace {

struct Options {
  std::string registry, head;
  bool json = false;
};

Result<workflow::Verified> verify(const Options& options) {
  std::optional<TemporaryFolder> folder;
  KRES_ASSIGN(const auto path, stand_in_for(registry_path(options.registry), folder));
  KRES_ASSIGN(auto registry, RegistryDirectory::open(path));
  std::vector<laboratory::AuditHead> known;
  KRES_ASSIGN(auto kept, registry->witness().remembered());
  known.push_back(std::move(kept));
  if (!options.head.empty()) {
    KRES_ASSIGN(auto given, storage::head_from_text(options.head, "--head"));
    known.push_back(std::move(given));
  }
  CountProgress progress;
  return workflow::verify_registry(registry->services(), known, storage::verify_signature,
                                   [&](std::string_view what, std::int64_t done) {
                                     progress.show("verifying", "the trail", done, what);
                                   });
}

int run_verify(const Options& options) {
  const auto verified = verify(options);
  if (!verified) return report_error(verified.error(), options.json);
  if (options.json) {
    const nlohmann::ordered_json json = {{"verified", true},
                                         {"events", verified->head.sequence},
                                         {"head", verified->head.hash},
                                         {"records", verified->records},
                                         {"answers", verified->answers},
                                         {"files", verified->files},
                                         {"unreferenced_files", verified->unreferenced.size()}};
    fmt::print("{}\n", json.dump());
    return 0;
  }
  fmt::print("The audit trail holds: {} events, {} records, {} signed answers, {} files\n",
             verified->head.sequence, verified->records, verified->answers, verified->files);
  if (!verified->unreferenced.empty())
    fmt::print("{} stored files belong to no record (work that did not happen)\n",
               verified->unreferenced.size());
  fmt::print("Head, to keep elsewhere: {} {}\n", verified->head.sequence, verified->head.hash);
  return 0;
}

}  // namespace

void add_audit_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand("audit", "The audit trail");
  command->require_subcommand(1);
  auto* verify = command->add_subcommand(
      "verify", "Verify the trail, records, signed answers and stored files");
  verify->footer(
      "Example:\n  kres audit verify --registry registry\n  kres audit verify --head \"17 "
      "9f86d081...\"");
  verify->add_option("--registry", options->registry,
                     "Registry (default: KRES_REGISTRY, or registry)");
  verify->add_option("--head", options->head,
                     "Number and hash of an event noted earlier, which must still be there");
  verify->add_flag("--json", options->json, "Print JSON");
  verify->callback([&run, options] { run = [options] { return run_verify(*options); }; });
}

}  // namespace kres::app
