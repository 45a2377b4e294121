#include "app/project_tables.h"

#include <filesystem>

#include <fmt/format.h>

#include "app/breakpoint_directory.h"
#include "base/files.h"
#include "resources/resources.h"
#include "susceptibility/read_standard.h"

namespace kres::app {

namespace {

Result<std::string> version_in_force(const BreakpointDirectory& directory) {
  KRES_ASSIGN(const auto force, directory.in_force_today());
  return force ? force->version : std::string(kDefaultBreakpoints);
}

Result<susceptibility::BreakpointTable> load_breakpoints(const std::string& name,
                                                         const Path& folder) {
  const BreakpointDirectory directory(folder);
  if (name.empty()) {
    KRES_ASSIGN(const auto force, version_in_force(directory));
    return directory.load(force);
  }
  if (std::filesystem::is_regular_file(name)) {
    KRES_ASSIGN(const auto text, read_file(name));
    return susceptibility::BreakpointTable::parse(text, name);
  }
  return directory.load(name);
}

}  // namespace

Result<std::string_view> project_table(std::string_view path) {
  if (const auto text = data_resource(path)) return *text;
  return fail({ErrorCode::internal, "is not compiled into the program", std::string(path), 0, {}});
}

Result<std::string> file_or_table(const std::string& file, std::string_view own) {
  if (!file.empty()) return read_file(file);
  KRES_ASSIGN(const auto text, project_table(own));
  return std::string(text);
}

namespace {

Result<std::string> compiled_in(const std::string& path) { return file_or_table({}, path); }

}  // namespace

Result<AgentTable> load_agents() {
  KRES_ASSIGN(const auto text, project_table("agents.tsv"));
  return AgentTable::parse(text, "agents.tsv");
}

Result<laboratory::SubmissionCriteria> load_submission_criteria() {
  KRES_ASSIGN(const auto text, project_table("submission_criteria.tsv"));
  return laboratory::SubmissionCriteria::parse(text, "submission_criteria.tsv");
}

Result<OrganismTable> load_organisms() {
  KRES_ASSIGN(const auto text, project_table("organisms.tsv"));
  return OrganismTable::parse(text, "organisms.tsv");
}

Result<susceptibility::Standard> load_standard(const std::string& breakpoints, const Path& folder) {
  KRES_ASSIGN(auto table, load_breakpoints(breakpoints, folder));
  return susceptibility::read_standard(std::move(table), compiled_in);
}

Result<exchange::Vocabulary> load_table_vocabulary() {
  KRES_ASSIGN(auto agents, load_agents());
  KRES_ASSIGN(const auto organism_text, project_table("organisms.tsv"));
  KRES_ASSIGN(auto organisms, OrganismTable::parse(organism_text, "organisms.tsv"));
  KRES_ASSIGN(const auto code_text, project_table("whonet_codes.tsv"));
  KRES_ASSIGN(auto codes, exchange::WhonetCodes::parse(code_text, "whonet_codes.tsv"));
  KRES_ASSIGN(const auto system_text, project_table("test_systems.tsv"));
  KRES_ASSIGN(auto systems, exchange::TestSystems::parse(system_text, "test_systems.tsv"));
  return exchange::Vocabulary{std::move(agents), std::move(organisms), std::move(codes),
                              std::move(systems)};
}

Result<susceptibility::Panels> load_panels() {
  KRES_ASSIGN(const auto text, project_table("panels.tsv"));
  return susceptibility::Panels::parse(text, "panels.tsv");
}

Result<laboratory::BankRules> load_bank_rules() {
  KRES_ASSIGN(const auto reasons, project_table("removal_reasons.tsv"));
  KRES_ASSIGN(const auto settings, project_table("bank_settings.tsv"));
  return laboratory::BankRules::parse(reasons, settings);
}

Result<report::labels::LabelSheets> load_label_sheets() {
  KRES_ASSIGN(const auto text, project_table("label_sheets.tsv"));
  return report::labels::LabelSheets::parse(text, "label_sheets.tsv");
}

Result<susceptibility::QcRules> load_qc_rules() {
  return susceptibility::read_qc_rules(compiled_in);
}

Result<susceptibility::Standards> load_standards(const Path& folder) {
  const BreakpointDirectory directory(folder);
  KRES_ASSIGN(const auto stored, directory.versions());
  KRES_ASSIGN(const auto force, version_in_force(directory));
  std::vector<susceptibility::Standard> versions;
  for (const auto& version : stored) {
    KRES_ASSIGN(auto standard, load_standard(version.name, folder));
    versions.push_back(std::move(standard));
  }
  return susceptibility::Standards::create(std::move(versions), force);
}

Result<mechanism::Knowledge> load_knowledge() { return mechanism::read_knowledge(compiled_in); }

Result<exchange::GenotypeTables> load_genotype_tables() {
  KRES_ASSIGN(const auto subclass_text, project_table("ncbi_subclasses.tsv"));
  KRES_ASSIGN(auto subclasses, genome::NcbiSubclasses::parse(subclass_text, "ncbi_subclasses.tsv"));
  KRES_ASSIGN(const auto family_text, project_table("gene_families.tsv"));
  KRES_ASSIGN(auto families, genome::GeneFamilies::parse(family_text, "gene_families.tsv"));
  KRES_ASSIGN(const auto intrinsic_text, project_table("intrinsic.tsv"));
  KRES_ASSIGN(const auto oxa_text, project_table("oxa_families.tsv"));
  KRES_ASSIGN(auto intrinsic, genome::IntrinsicTable::parse(intrinsic_text, "intrinsic.tsv",
                                                            oxa_text, "oxa_families.tsv"));
  KRES_ASSIGN(const auto target_text, project_table("targets.tsv"));
  KRES_ASSIGN(auto targets, genome::parse_targets(target_text, "targets.tsv"));
  return exchange::GenotypeTables{std::move(subclasses), std::move(families), std::move(intrinsic),
                                  std::move(targets)};
}

}  // namespace kres::app
