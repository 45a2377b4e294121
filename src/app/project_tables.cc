#include "app/project_tables.h"

#include <filesystem>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "resources/resources.h"

namespace kres::app {

namespace {

bool is_breakpoint_table(const Resource& resource) {
  return resource.path.starts_with("breakpoints/") &&
         resource.path.find("ecoff") == std::string_view::npos;
}

// "EUCAST v15.0", "eucast_v15.0" and "eucast-15.0" are one version.
std::string version_key(std::string_view name) {
  std::string key;
  for (const char c : to_lower(name))
    if (c != ' ' && c != '_' && c != '-') key += c;
  return replace_all(std::move(key), "eucastv", "eucast");
}

Result<susceptibility::BreakpointTable> load_breakpoints(const std::string& name) {
  std::vector<std::string> versions;
  for (const auto& resource : data_resources()) {
    if (!is_breakpoint_table(resource)) continue;
    KRES_ASSIGN(auto table, susceptibility::BreakpointTable::parse(resource.content,
                                                                   std::string(resource.path)));
    if (version_key(table.version()) == version_key(name)) return table;
    versions.push_back(table.version());
  }
  if (std::filesystem::exists(name)) {
    KRES_ASSIGN(const auto text, read_file(name));
    return susceptibility::BreakpointTable::parse(text, name);
  }
  return bad_input(fmt::format("breakpoints '{}' are unknown", name), {}, 0,
                   fmt::format("there are: {}", join(versions, ", ")));
}

}  // namespace

Result<std::string_view> project_table(std::string_view path) {
  if (const auto text = data_resource(path)) return *text;
  return fail({ErrorCode::internal, "is not compiled into the program", std::string(path), 0, {}});
}

Result<AgentTable> load_agents() {
  KRES_ASSIGN(const auto text, project_table("agents.tsv"));
  return AgentTable::parse(text, "agents.tsv");
}

Result<susceptibility::Standard> load_standard(const std::string& breakpoints) {
  KRES_ASSIGN(auto table, load_breakpoints(breakpoints));
  KRES_ASSIGN(const auto ecoff_text, project_table("breakpoints/ecoffs_2025.tsv"));
  KRES_ASSIGN(auto ecoffs, susceptibility::EcoffTable::parse(ecoff_text, "ecoffs_2025.tsv"));
  KRES_ASSIGN(const auto organism_text, project_table("organisms.tsv"));
  KRES_ASSIGN(auto organisms, OrganismTable::parse(organism_text, "organisms.tsv"));
  KRES_ASSIGN(const auto expected_text, project_table("expected_resistance.tsv"));
  KRES_ASSIGN(auto expected,
              susceptibility::ExpectedResistance::parse(expected_text, "expected_resistance.tsv"));
  return susceptibility::Standard{std::move(table), std::move(ecoffs), std::move(organisms),
                                  std::move(expected)};
}

Result<mechanism::Knowledge> load_knowledge() {
  mechanism::KnowledgeSources sources;
  KRES_ASSIGN(sources.agents, project_table("agents.tsv"));
  KRES_ASSIGN(sources.organisms, project_table("organisms.tsv"));
  KRES_ASSIGN(sources.rules, project_table("rules/phenotype.tsv"));
  KRES_ASSIGN(sources.gene_classes, project_table("rules/gene_classes.tsv"));
  KRES_ASSIGN(sources.implausible, project_table("rules/implausible.tsv"));
  KRES_ASSIGN(sources.work_up, project_table("rules/work_up.tsv"));
  KRES_ASSIGN(sources.case_definitions, project_table("case_definitions.tsv"));
  KRES_ASSIGN(sources.explanation_texts, project_table("texts/explanation.tsv"));
  KRES_ASSIGN(sources.work_up_texts, project_table("texts/work_up.tsv"));
  return mechanism::parse_knowledge(sources);
}

}  // namespace kres::app
