// The project's own tables, for tests of importers.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "base/files.h"
#include "exchange/breakpoints/imported_breakpoints.h"

namespace kres::exchange {

inline std::string project_text(const std::string& path) {
  return read_file(Path(KRES_SOURCE_DIR) / "data" / path).value();
}

inline const ImportVocabulary& project_vocabulary() {
  static const auto agents = AgentTable::parse(project_text("agents.tsv"), "agents.tsv").value();
  static const auto organisms =
      OrganismTable::parse(project_text("organisms.tsv"), "organisms.tsv").value();
  static const auto previous =
      susceptibility::BreakpointTable::parse(project_text("breakpoints/eucast_v16.0.tsv"), "v16.0")
          .value();
  static const ImportVocabulary vocabulary{agents, organisms, previous};
  return vocabulary;
}

// A file of the public releases beside the source tree, if they are there.
inline std::optional<Path> release_file(const std::string& path) {
  for (const auto* up : {"../shared/reference", "../../shared/reference"})
    if (const Path file = Path(KRES_SOURCE_DIR) / up / path; std::filesystem::exists(file))
      return file;
  const char* directory = std::getenv("KRES_SHARED_REFERENCE");
  if (directory != nullptr && std::filesystem::exists(Path(directory) / path))
    return Path(directory) / path;
  return std::nullopt;
}

inline const susceptibility::BreakpointRow* row_of(const ImportedBreakpoints& imported,
                                                   const std::string& agent,
                                                   const std::string& group,
                                                   const std::string& species,
                                                   const std::string& indication = "") {
  for (const auto& row : imported.rows) {
    const bool scope =
        species.empty() ? row.species.empty() : row.species == std::vector<std::string>{species};
    if (row.agent == agent && row.group == group && scope && row.indication == indication &&
        row.kind == susceptibility::RowKind::breakpoint)
      return &row;
  }
  return nullptr;
}

}  // namespace kres::exchange
