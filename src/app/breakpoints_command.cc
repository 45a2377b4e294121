// kres breakpoints: imports breakpoint versions, tells them apart, and puts one in force.
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/breakpoint_directory.h"
#include "app/commands.h"
#include "app/import_breakpoints.h"
#include "app/registry_directory.h"
#include "app/report_error.h"
#include "app/write_output.h"
#include "susceptibility/breakpoint_diff.h"

namespace kres::app {

namespace {

struct Options {
  std::string folder, registry, version, before, after, from, by, output;
  ImportRequest request;
  bool json = false;

  Path path() const {
    return folder.empty() ? registry_path(registry) / "breakpoints" : Path(folder);
  }
};

Result<std::string> list(const Options& options) {
  const BreakpointDirectory directory(options.path());
  KRES_ASSIGN(const auto versions, directory.versions());
  KRES_ASSIGN(const auto adoptions, directory.adoptions());
  KRES_ASSIGN(const auto force, directory.in_force_today());
  auto json = nlohmann::ordered_json::array();
  std::string text = "version\tvalid_from\trows\tsha256\tadopted\n";
  for (const auto& version : versions) {
    std::string adopted;
    for (const auto& adoption : adoptions)
      if (adoption.version == version.name)
        adopted += fmt::format("{}from {} by {}", adopted.empty() ? "" : "; ", adoption.from.iso(),
                               adoption.by);
    const bool in_force = force && force->version == version.name;
    if (in_force) adopted += " (in force)";
    text += fmt::format("{}\t{}\t{}\t{}\t{}\n", version.name, version.valid_from.iso(),
                        version.rows, version.digest.substr(0, 12), adopted);
    json.push_back({{"version", version.name},
                    {"valid_from", version.valid_from.iso()},
                    {"rows", version.rows},
                    {"sha256", version.digest},
                    {"in_force", in_force}});
  }
  return options.json ? json.dump() + "\n" : text;
}

Result<std::string> diff(const Options& options) {
  const BreakpointDirectory directory(options.path());
  KRES_ASSIGN(const auto before, directory.load(options.before));
  KRES_ASSIGN(const auto after, directory.load(options.after));
  return text_of(susceptibility::diff_breakpoints(before, after));
}

Result<std::string> import(const Options& options) {
  BreakpointDirectory directory(options.path());
  KRES_ASSIGN(const auto made, import_breakpoints(options.request, directory));
  KRES_ASSIGN(const auto stored, directory.add(made.text));
  return made.account +
         fmt::format(
             "{} is in {}, not in force; sha256 {}\nSee 'kres breakpoints diff', then "
             "'kres breakpoints adopt'\n",
             stored.name, (options.path() / stored.file).string(), stored.digest);
}

// In a registry the audit trail holds every adoption.
Result<void> note_adoption(const Options& options, const Adoption& adoption) {
  KRES_ASSIGN(auto registry, RegistryDirectory::open(registry_path(options.registry)));
  KRES_ASSIGN(auto work, registry->registry().write());
  KRES_TRY(work->audit().append({.person = std::string(laboratory::kSystemUser),
                                 .time = adoption.at,
                                 .event = "breakpoints.adopted",
                                 .subject = "registry",
                                 .detail = fmt::format("{} from {}, signed by {}", adoption.version,
                                                       adoption.from.iso(), adoption.by),
                                 .before_digest = {},
                                 .after_digest = adoption.digest}));
  return work->commit();
}

Result<std::string> adopt(const Options& options) {
  const auto from = Date::parse(options.from);
  if (!from) return bad_input(fmt::format("'{}' is no date", options.from), {}, 0, "2026-01-01");
  BreakpointDirectory directory(options.path());
  const auto witness = [&](const Adoption& adoption) -> Result<void> {
    if (!options.folder.empty()) return {};
    return note_adoption(options, adoption);
  };
  KRES_ASSIGN(const auto adoption,
              directory.adopt(options.version, *from, options.by, system_now(), witness));
  return fmt::format("{} is in force from {}, signed by {}; sha256 {}\n", adoption.version,
                     adoption.from.iso(), adoption.by, adoption.digest);
}

using Action = Result<std::string> (*)(const Options&);

CLI::App* add_action(CLI::App& command, Run& run, const std::shared_ptr<Options>& options,
                     const char* name, const char* description, Action action) {
  auto* sub = command.add_subcommand(name, description);
  sub->add_option("--breakpoints-dir,--to", options->folder,
                  "Folder of the versions (default: breakpoints in the registry)");
  sub->add_option("--registry", options->registry,
                  "Registry (default: KRES_REGISTRY, or registry)");
  sub->add_flag("--json", options->json, "Print JSON; errors as JSON too");
  sub->callback([&run, options, action] {
    run = [options, action] {
      const auto text = action(*options);
      if (!text) return report_error(text.error(), options->json);
      const auto written = write_output({}, *text);
      return written ? 0 : report_error(written.error(), options->json);
    };
  });
  return sub;
}

void add_import_action(CLI::App& command, Run& run, const std::shared_ptr<Options>& options) {
  auto* sub = add_action(command, run, options, "import",
                         "Import EUCAST's workbook, WHONET's Breakpoints.txt or a table", import);
  auto& request = options->request;
  sub->add_option("file", request.file, "The file")->required();
  sub->add_option("--version", request.version, "Name of the version, 'EUCAST v17.0'")->required();
  sub->add_option("--year", request.year, "Year of EUCAST in WHONET's table");
  sub->add_option("--valid-from", request.valid_from, "First day of the version, 2027-01-01");
  sub->footer(
      "Nothing is written unless the whole file is understood.\n"
      "Example: kres breakpoints import Breakpoints.txt --year 2024 --version 'EUCAST v14.0' "
      "--to versions");
}

}  // namespace

void add_breakpoints_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand("breakpoints", "Versions of clinical breakpoints");
  command->require_subcommand(1);
  command->footer("Example: kres breakpoints diff 'EUCAST v15.0' 'EUCAST v16.0'");
  add_action(*command, run, options, "list", "Versions, and which is in force", list)
      ->footer("Example: kres breakpoints list");
  auto* differences = add_action(*command, run, options, "diff",
                                 "Rows added, removed and changed between two versions", diff);
  differences->add_option("before", options->before, "Version")->required();
  differences->add_option("after", options->after, "Version")->required();
  differences->footer("Example: kres breakpoints diff eucast-15.0 eucast-16.0");
  add_import_action(*command, run, options);
  auto* adoption = add_action(*command, run, options, "adopt",
                              "Put a version in force, with a signature", adopt);
  adoption->add_option("version", options->version, "Version")->required();
  adoption->add_option("--from", options->from, "First day, 2027-01-01")->required();
  adoption->add_option("--by", options->by, "Who signs")->required();
  adoption->footer(
      "Example: kres breakpoints adopt 'EUCAST v16.0' --from 2026-01-01 --by 'Kari Nordmann'");
}

}  // namespace kres::app
