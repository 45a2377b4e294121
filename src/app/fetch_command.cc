// kres reference fetch: downloads public releases from their official addresses.
#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/progress.h"
#include "app/reference_location.h"
#include "app/report_error.h"
#include "base/text.h"
#include "download/release.h"
#include "resources/resources.h"

namespace kres::app {

namespace {

struct Options {
  std::vector<std::string> names;
  std::string to, table, root;
  double pause = 1;
  bool json = false;
};

Result<std::vector<download::Source>> known_sources(const Options& options) {
  constexpr const char* kTable = "reference_sources.tsv";
  if (!options.table.empty()) {
    KRES_ASSIGN(const auto text, read_file(options.table));
    return download::parse_sources(text, options.table);
  }
  for (const auto& resource : data_resources())
    if (resource.path == kTable) return download::parse_sources(resource.content, kTable);
  return fail({ErrorCode::internal, "the program holds no table of sources", kTable, 0, ""});
}

Result<std::vector<download::Source>> chosen_sources(const Options& options) {
  KRES_ASSIGN(auto sources, known_sources(options));
  if (options.names == std::vector<std::string>{"all"}) return sources;
  std::vector<std::string> known;
  std::vector<download::Source> chosen;
  for (const auto& source : sources) known.push_back(source.name);
  for (const auto& name : options.names) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end())
      return bad_input(fmt::format("'{}' is not a known source", name), "", 0,
                       fmt::format("known: {}, all", join(known, ", ")));
    chosen.push_back(sources[static_cast<std::size_t>(found - known.begin())]);
  }
  return chosen;
}

Result<void> fetch_all(const Options& options) {
  KRES_ASSIGN(const auto sources, chosen_sources(options));
  KRES_ASSIGN(auto transfer, download::Transfer::open({.pause_seconds = options.pause}));
  const Path to = options.to.empty() ? reference_root(options.root) / "sources" : Path(options.to);
  for (const auto& source : sources) {
    KRES_ASSIGN(const auto published,
                download::fetch_release(source, to, local_date(system_now(), "UTC"), transfer,
                                        [](const std::string& step) { print_step(step); }));
    fmt::print("{}\t{}\t{}\n", source.name, published.is_new ? "new" : "unchanged",
               published.folder.string());
  }
  return {};
}

}  // namespace

void add_fetch_command(CLI::App& reference, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command =
      reference.add_subcommand("fetch", "Download public releases from their official addresses");
  command->add_option("source", options->names, "Names of sources, or all")->required();
  command->add_option("--to", options->to,
                      "Folder: SOURCE/RELEASE below it [sources beside the reference sets]");
  command->add_option("--sources", options->table,
                      "Another table of addresses (a mirror, a newer release)");
  command->add_option("--reference", options->root, "Folder of reference sets [KRES_REFERENCE]");
  command->add_option("--pause", options->pause, "Seconds before a cut transfer is tried again")
      ->check(CLI::Range(0.0, 60.0));
  command->add_flag("--json", options->json, "Print errors as JSON");
  command->footer(
      "Example: kres reference fetch ncbi-amrfinderplus --to releases\n"
      "A cut transfer is continued by the same command. See docs/howto/fetch-reference.md.");
  command->callback([&run, options] {
    run = [options] {
      const auto fetched = fetch_all(*options);
      return fetched ? 0 : report_error(fetched.error(), options->json);
    };
  });
}

}  // namespace kres::app
