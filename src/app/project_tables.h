// The curated tables that are compiled into the program, parsed.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/files.h"
#include "exchange/antibiograms/table_reader.h"
#include "exchange/genotype/amrfinder_result.h"
#include "laboratory/bank/bank_rules.h"
#include "laboratory/submission_criteria.h"
#include "mechanism/knowledge.h"
#include "report/labels/label_sheets.h"
#include "susceptibility/interpret.h"
#include "susceptibility/panels.h"
#include "susceptibility/qc_rules.h"
#include "susceptibility/standards.h"

namespace kres::app {

inline constexpr const char* kDefaultBreakpoints = "EUCAST v16.0";

// The text of a table of data/, "rules/phenotype.tsv".
Result<std::string_view> project_table(std::string_view path);
// The text of the file, or of the program's own table if no file is named.
Result<std::string> file_or_table(const std::string& file, std::string_view own);
Result<AgentTable> load_agents();
Result<OrganismTable> load_organisms();
Result<laboratory::SubmissionCriteria> load_submission_criteria();
Result<mechanism::Knowledge> load_knowledge();
Result<exchange::GenotypeTables> load_genotype_tables();
// What the tables of other laboratories are read with.
Result<exchange::Vocabulary> load_table_vocabulary();
Result<susceptibility::Panels> load_panels();
Result<laboratory::BankRules> load_bank_rules();
Result<report::labels::LabelSheets> load_label_sheets();
Result<susceptibility::QcRules> load_qc_rules();
// By version name ("EUCAST v16.0", "eucast-16.0"), in the program or in a folder of versions
// (BreakpointDirectory), or a path to a table of the same format. Without a name the version in
// force in the folder, kDefaultBreakpoints if none is. Errors list the versions that there are.
Result<susceptibility::Standard> load_standard(const std::string& breakpoints,
                                               const Path& folder = {});

// Every version of the program and of the folder, with the one in force today.
Result<susceptibility::Standards> load_standards(const Path& folder);

}  // namespace kres::app
