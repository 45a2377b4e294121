#include "app/import_breakpoints.h"

#include <fmt/format.h>

#include "app/project_tables.h"
#include "exchange/breakpoints/check_rows.h"
#include "exchange/breakpoints/eucast_workbook.h"
#include "exchange/breakpoints/whonet_breakpoints.h"
#include "resources/resources.h"
#include "susceptibility/breakpoint_diff.h"
#include "susceptibility/breakpoint_text.h"

namespace kres::app {

namespace {

using exchange::ImportedBreakpoints;
using susceptibility::BreakpointTable;

std::string account_of(const ImportedBreakpoints& imported) {
  std::string text = fmt::format("{} rows read, {} kept in {} rows of the version\n", imported.read,
                                 imported.kept, imported.rows.size());
  for (const auto& [reason, count] : imported.left_out)
    text += fmt::format("{} left out: {}\n", count, reason);
  return text;
}

Result<Date> first_day(const ImportRequest& request) {
  const auto day = Date::parse(request.valid_from);
  if (day) return *day;
  if (request.valid_from.empty() && request.year > 0) return Date{request.year, 1, 1};
  return bad_input("the first day of the version is not known", request.file, 0,
                   "give --valid-from 2027-01-01");
}

// A table of the project's own form is kept as it is.
Result<ImportedVersion> own_table(const ImportRequest& request, std::string text) {
  KRES_ASSIGN(const auto table, BreakpointTable::parse(text, request.file));
  if (version_key(table.version()) != version_key(request.version))
    return bad_input(fmt::format("is '{}' and not '{}'", table.version(), request.version),
                     request.file, 1);
  auto account = fmt::format("{} rows read and kept\n", table.rows().size());
  return ImportedVersion{std::move(text), std::move(account)};
}

Result<ImportedVersion> outside_table(const ImportRequest& request, const std::string& text,
                                      const exchange::ImportVocabulary& vocabulary) {
  const bool is_whonet = exchange::is_whonet_breakpoints(text);
  if (is_whonet && request.year == 0)
    return bad_input("holds many years", request.file, 0, "give --year 2024");
  KRES_ASSIGN(const auto day, first_day(request));
  KRES_ASSIGN(const auto imported,
              is_whonet ? exchange::import_whonet_breakpoints(
                              text, request.file, request.year,
                              data_resource("whonet_scopes.tsv").value_or(""), vocabulary)
                        : exchange::import_eucast_workbook(text, request.file, vocabulary));
  const auto source = is_whonet ? fmt::format("WHONET's breakpoint table, EUCAST {}", request.year)
                                : std::string("EUCAST's breakpoint workbook");
  return ImportedVersion{
      susceptibility::breakpoint_text({request.version, day, source}, imported.rows),
      account_of(imported)};
}

Result<BreakpointTable> version_before(const BreakpointDirectory& directory) {
  KRES_ASSIGN(const auto force, directory.in_force_today());
  return directory.load(force ? force->version : kDefaultBreakpoints);
}

}  // namespace

Result<ImportedVersion> import_breakpoints(const ImportRequest& request,
                                           const BreakpointDirectory& directory) {
  KRES_ASSIGN(auto text, read_file(request.file));
  KRES_ASSIGN(const auto agents, load_agents());
  KRES_ASSIGN(const auto organisms, load_organisms());
  KRES_ASSIGN(const auto before, version_before(directory));
  const bool is_outside = text.starts_with("PK") || exchange::is_whonet_breakpoints(text);
  KRES_ASSIGN(auto made, is_outside ? outside_table(request, text, {agents, organisms, before})
                                    : own_table(request, std::move(text)));
  KRES_ASSIGN(const auto table, BreakpointTable::parse(made.text, request.file));
  KRES_TRY(exchange::check_rows(table, agents, organisms, request.file));
  const auto diff = susceptibility::diff_breakpoints(before, table);
  made.account +=
      fmt::format("against {}: {} added, {} removed, {} changed, {} unchanged\n", before.version(),
                  diff.added.size(), diff.removed.size(), diff.changed.size(), diff.unchanged);
  return made;
}

}  // namespace kres::app
