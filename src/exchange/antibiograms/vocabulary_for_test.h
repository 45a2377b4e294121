// The project's own words, read for tests.
#pragma once

#include <gtest/gtest.h>

#include "base/files.h"
#include "exchange/antibiograms/table_reader.h"

namespace kres::exchange {

inline std::string data_text(const std::string& path) {
  auto text = read_file(Path(KRES_SOURCE_DIR) / "data" / path);
  EXPECT_TRUE(text) << text.error().text();
  return text ? std::move(*text) : std::string();
}

inline const Vocabulary& project_vocabulary() {
  static const Vocabulary words = {
      AgentTable::parse(data_text("agents.tsv"), "agents.tsv").value(),
      OrganismTable::parse(data_text("organisms.tsv"), "organisms.tsv").value(),
      WhonetCodes::parse(data_text("whonet_codes.tsv"), "whonet_codes.tsv").value(),
      TestSystems::parse(data_text("test_systems.tsv"), "test_systems.tsv").value()};
  return words;
}

}  // namespace kres::exchange
