#include "tests/support/project_tables.h"

#include "base/files.h"
#include "susceptibility/read_standard.h"

namespace kres::testing {

Result<std::string> project_text(const std::string& path) {
  return read_file(Path(KRES_SOURCE_DIR) / "data" / path);
}

Result<mechanism::Knowledge> read_project_knowledge() {
  return mechanism::read_knowledge(project_text);
}

Result<susceptibility::Standard> read_project_standard(const std::string& breakpoints) {
  KRES_ASSIGN(const auto text, project_text(breakpoints));
  KRES_ASSIGN(auto table, susceptibility::BreakpointTable::parse(text, breakpoints));
  return susceptibility::read_standard(std::move(table), project_text);
}

}  // namespace kres::testing
