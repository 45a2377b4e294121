// kres openapi: prints the description of the HTTP interface.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/report_error.h"
#include "app/version.h"
#include "base/text.h"
#include "server/api/service.h"

namespace kres::app {

namespace {

int print_document() {
  const auto version = split(kSoftware, ' ').back();
  const auto document = api::openapi_document(api::all_endpoints(), version);
  if (!document) return report_error(document.error());
  fmt::print("{}", *document);
  return 0;
}

}  // namespace

void add_openapi_command(CLI::App& program, Run& run) {
  auto* command = program.add_subcommand(
      "openapi", "Print the OpenAPI 3.1 document of the HTTP interface of kres serve");
  command->footer("Example: kres openapi > openapi.json");
  command->callback([&run] { run = print_document; });
}

}  // namespace kres::app
