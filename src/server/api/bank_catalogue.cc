// The catalogue: searched, exported, and the card of a strain.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/catalogue_json.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"
#include "server/api/strain_card.h"
#include "server/http/query.h"
#include "workflow/bank/strains.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostExported = 100'000;

// Of all pages of a search.
Result<std::int64_t> total_of(Services& services, const http::Target& target,
                              const laboratory::CatalogueFilter& filter,
                              laboratory::UnitOfWork& work) {
  std::string terms;
  for (const auto& parameter : catalogue_parameters())
    if (parameter.name != "cursor" && parameter.name != "limit")
      terms += http::text_parameter(target, parameter.name, "") + '\n';
  KRES_ASSIGN(const auto total, services.kept.catalogue_totals.get(
                                    work, terms, [&] { return work.catalogue().count(filter); }));
  return *total;
}

Result<http::Response> search(Services& services, const Call& call) {
  KRES_ASSIGN(const auto filter, filter_in(call.request.target));
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto entries, work->catalogue().list(filter));
  KRES_ASSIGN(const auto total, total_of(services, call.request.target, filter, *work));
  Json items = Json::array();
  for (const auto& entry : entries) items.push_back(entry_value(entry));
  const bool more = entries.size() == static_cast<std::size_t>(filter.limit);
  const Json json = {{"items", std::move(items)},
                     {"next_cursor", more ? entries.back().strain.number : ""},
                     {"total", total}};
  return http::json_response(200, json.dump());
}

// No cell breaks the table, and none is taken for a formula.
std::string cell(std::string_view text) {
  std::string out(text);
  for (const char* sign : {"\t", "\n", "\r"}) out = replace_all(out, sign, " ");
  const bool formula = !out.empty() && std::string_view("=+-@").find(out[0]) != std::string::npos;
  return formula ? "'" + out : out;
}

std::string line_of(const laboratory::CatalogueEntry& entry) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", entry.strain.number, entry.accession,
                     cell(entry.species), cell(entry.st), cell(join(entry.key_findings, ";")),
                     entry.received.year, entry.vials, name_of(entry.distribution),
                     entry.risk_group);
}

Result<http::Response> export_table(Services& services, const Call& call) {
  KRES_ASSIGN(auto filter, filter_in(call.request.target));
  KRES_ASSIGN(const auto work, services.registry().read());
  filter.limit = laboratory::kMostCatalogueLines;
  std::string table =
      "number\taccession\tspecies\tst\tkey_findings\tyear\tvials\tdistribution\trisk_group\n";
  for (std::size_t lines = 0; lines < kMostExported;) {
    KRES_ASSIGN(const auto page, work->catalogue().list(filter));
    for (const auto& entry : page) table += line_of(entry);
    lines += page.size();
    if (page.size() < static_cast<std::size_t>(filter.limit)) break;
    filter.after = page.back().strain.number;
  }
  http::Response response{.status = 200,
                          .content_type = "text/tab-separated-values; charset=utf-8",
                          .body = std::move(table),
                          .headers = {}};
  return response.with("Content-Disposition", "attachment; filename=\"catalogue.tsv\"");
}

Result<http::Response> read_card(Services& services, const Call& call) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto strain, workflow::strain_numbered(*work, call.path["number"]));
  KRES_ASSIGN(const auto card, strain_card(*work, strain));
  return http::json_response(200, card.dump());
}

}  // namespace

std::vector<Endpoint> bank_catalogue_endpoints() {
  return {
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/bank/strains",
                 .id = "search_strains",
                 .tag = "bank",
                 .summary = "Strains by species, mechanism, type, phenotype, year, availability.",
                 .response_schema = "StrainCatalogue",
                 .query = catalogue_parameters()},
       .access = readers(),
       .handler = search},
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/bank/catalogue.tsv",
                 .id = "export_strains",
                 .tag = "bank",
                 .summary = "The same search as a table.",
                 .response_type = "text/tab-separated-values",
                 .query = catalogue_parameters()},
       .access = readers(),
       .handler = export_table},
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/bank/strains/{number}/card",
                 .id = "read_strain_card",
                 .tag = "bank",
                 .summary = "The card of a strain for other collections.",
                 .response_schema = "StrainCard"},
       .access = readers(),
       .handler = read_card}};
}

}  // namespace kres::api
