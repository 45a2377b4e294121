#include "app/quality_control_files.h"

#include "app/interpret_table.h"
#include "app/project_tables.h"

namespace kres::app {

Result<QualityControlFiles> read_quality_control(const std::string& results,
                                                 const std::string& decisions) {
  KRES_ASSIGN(const auto agents, load_agents());
  KRES_ASSIGN(const auto rules, load_qc_rules());
  KRES_ASSIGN(const auto text, read_table_text(results));
  KRES_ASSIGN(const auto read, susceptibility::read_qc_results(text, results, agents));
  QualityControlFiles files{rules.ranges.version(),
                            susceptibility::QcEvaluation(read, rules.ranges, rules.requirements),
                            {}};
  if (decisions.empty()) return files;
  KRES_ASSIGN(const auto decided, read_table_text(decisions));
  KRES_ASSIGN(files.decisions, susceptibility::read_qc_decisions(decided, decisions, agents));
  return files;
}

}  // namespace kres::app
