#include "server/api/catalogue_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/bank_body.h"
#include "server/api/body.h"
#include "server/http/query.h"

namespace kres::api {

using Json = nlohmann::ordered_json;
using laboratory::CatalogueFilter;
using laboratory::PhenotypeTerm;

namespace {

std::vector<std::string> terms_in(const std::string& text) {
  std::vector<std::string> terms;
  for (const auto part : split(text, ','))
    if (!trim(part).empty()) terms.emplace_back(trim(part));
  return terms;
}

Result<std::optional<double>> bound_in(const http::Target& target, std::string_view name) {
  const auto text = http::text_parameter(target, name, "");
  if (text.empty()) return std::optional<double>();
  const auto value = parse_double(replace_all(text, ",", "."));
  if (!value) return bad_input(fmt::format("The parameter '{}' is no MIC: '{}'", name, text));
  return value;
}

Result<laboratory::Availability> availability_in(const std::string& text) {
  const auto known = laboratory::availability_from(text);
  if (!known) return bad_input("The availability is any, in_stock or distributable");
  return *known;
}

bool states_phenotype(const PhenotypeTerm& term) {
  return !term.agent.empty() || term.from || term.to || !term.category.empty();
}

Result<laboratory::PanelGroup> group_in(const nlohmann::json& body) {
  if (!body.is_object()) return bad_input("A group is an object");
  laboratory::PanelGroup group;
  KRES_ASSIGN(group.name, required_text(body, "name", kLongestName));
  KRES_ASSIGN(group.count, required_whole(body, "count", 1, laboratory::kMostPanelStrains));
  auto& filter = group.filter;
  KRES_ASSIGN(filter.species, optional_text(body, "species", kLongestName));
  KRES_ASSIGN(filter.st, optional_text(body, "st", kLongestName));
  KRES_ASSIGN(filter.present, text_list(body, "present", laboratory::kMostTerms));
  KRES_ASSIGN(filter.absent, text_list(body, "absent", laboratory::kMostTerms));
  KRES_ASSIGN(filter.year, optional_whole(body, "year", 1900, 2200));
  PhenotypeTerm term;
  KRES_ASSIGN(term.agent, optional_text(body, "agent", kLongestName));
  KRES_ASSIGN(term.from, optional_real(body, "mic_from"));
  KRES_ASSIGN(term.to, optional_real(body, "mic_to"));
  KRES_ASSIGN(term.category, optional_text(body, "category", 1));
  if (states_phenotype(term)) filter.phenotype = std::move(term);
  filter.availability = laboratory::Availability::in_stock;
  return group;
}

Json group_value(const laboratory::PanelGroup& group) {
  const auto& filter = group.filter;
  Json json = {{"name", group.name}, {"count", group.count}};
  if (!filter.species.empty()) json["species"] = filter.species;
  if (!filter.st.empty()) json["st"] = filter.st;
  if (!filter.present.empty()) json["present"] = filter.present;
  if (!filter.absent.empty()) json["absent"] = filter.absent;
  if (filter.year) json["year"] = *filter.year;
  if (!filter.phenotype) return json;
  json["agent"] = filter.phenotype->agent;
  if (filter.phenotype->from) json["mic_from"] = *filter.phenotype->from;
  if (filter.phenotype->to) json["mic_to"] = *filter.phenotype->to;
  if (!filter.phenotype->category.empty()) json["category"] = filter.phenotype->category;
  return json;
}

}  // namespace

Json entry_value(const laboratory::CatalogueEntry& entry) {
  return {{"number", entry.strain.number},
          {"accession", entry.accession},
          {"species", entry.species},
          {"st", entry.st},
          {"key_findings", entry.key_findings},
          {"received", entry.received.iso()},
          {"vials", entry.vials},
          {"distribution", name_of(entry.distribution)},
          {"risk_group", entry.risk_group}};
}

std::vector<http::QueryParameter> catalogue_parameters() {
  return {
      {"species", "string", "Species, or its first words", {}},
      {"present", "string", "Determinants or classes, commas between; a name may end in '*'", {}},
      {"absent", "string", "The same, none of which is there", {}},
      {"st", "string", "Sequence type", {}},
      {"agent", "string", "Agent of the MIC or category", {}},
      {"mic_from", "string", "Lowest MIC, mg/L", {}},
      {"mic_to", "string", "Highest MIC, mg/L", {}},
      {"category", "string", "Category in force", {"S", "I", "R"}},
      {"year", "integer", "Year of receipt", {}, 1900, 2200},
      {"availability", "string", "What is left", {"any", "in_stock", "distributable"}},
      {"q", "string", "Part of number, accession or species", {}},
      {"cursor", "string", "Number of the last strain of the page before", {}},
      {"limit", "integer", "Lines", {}, 1, laboratory::kMostCatalogueLines}};
}

Result<CatalogueFilter> filter_in(const http::Target& target) {
  CatalogueFilter filter;
  filter.species = http::text_parameter(target, "species", "");
  filter.st = http::text_parameter(target, "st", "");
  filter.present = terms_in(http::text_parameter(target, "present", ""));
  filter.absent = terms_in(http::text_parameter(target, "absent", ""));
  PhenotypeTerm term;
  term.agent = http::text_parameter(target, "agent", "");
  KRES_ASSIGN(term.from, bound_in(target, "mic_from"));
  KRES_ASSIGN(term.to, bound_in(target, "mic_to"));
  term.category = http::text_parameter(target, "category", "");
  if (states_phenotype(term)) filter.phenotype = std::move(term);
  if (const int year = http::integer_parameter(target, "year", 0); year != 0) filter.year = year;
  KRES_ASSIGN(filter.availability,
              availability_in(http::text_parameter(target, "availability", "any")));
  filter.text = http::text_parameter(target, "q", "");
  filter.after = http::text_parameter(target, "cursor", "");
  filter.limit = http::integer_parameter(target, "limit", 50);
  KRES_TRY(check_filter(filter));
  return filter;
}

Result<laboratory::PanelQuery> panel_in(const nlohmann::json& body) {
  laboratory::PanelQuery query;
  KRES_ASSIGN(query.title, required_text(body, "title", kLongestName));
  KRES_ASSIGN(query.seed, required_text(body, "seed", kLongestName));
  KRES_ASSIGN(query.spread, optional_flag(body, "spread", true));
  const auto groups = body.find("groups");
  if (groups == body.end() || !groups->is_array())
    return bad_input("The field 'groups' is no list");
  for (const auto& item : *groups) {
    KRES_ASSIGN(auto group, group_in(item));
    query.groups.push_back(std::move(group));
  }
  KRES_TRY(check_panel(query));
  return query;
}

Json panel_query_value(const laboratory::PanelQuery& query) {
  Json groups = Json::array();
  for (const auto& group : query.groups) groups.push_back(group_value(group));
  return {{"title", query.title},
          {"seed", query.seed},
          {"spread", query.spread},
          {"groups", std::move(groups)}};
}

}  // namespace kres::api
