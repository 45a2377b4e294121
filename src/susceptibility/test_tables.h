// The project's own tables, read for tests.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "base/files.h"
#include "susceptibility/interpret.h"
#include "susceptibility/read_standard.h"
#include "vocabulary/agent_table.h"

namespace kres::susceptibility {

inline std::string data_text(const std::string& path) {
  auto text = read_file(Path(KRES_SOURCE_DIR) / "data" / path);
  EXPECT_TRUE(text) << text.error().text();
  return text ? std::move(*text) : std::string();
}

inline Standard project_standard(const std::string& breakpoints) {
  auto table = BreakpointTable::parse(data_text(breakpoints), breakpoints);
  return read_standard(std::move(table).value(), data_text).value();
}

inline const Standard& project_standard() {
  static const Standard standard = project_standard("breakpoints/eucast_v16.0.tsv");
  return standard;
}

inline const AgentTable& project_agents() {
  static const AgentTable agents = AgentTable::parse(data_text("agents.tsv"), "agents.tsv").value();
  return agents;
}

inline Measurement mic(std::string agent, Sign sign, double value,
                       std::string organism = "Klebsiella pneumoniae",
                       std::string indication = "") {
  Measurement m;
  m.isolate = "X";
  m.organism = std::move(organism);
  m.agent = std::move(agent);
  m.sign = sign;
  m.value = value;
  m.indication = std::move(indication);
  return m;
}

inline Measurement zone(std::string agent, double mm,
                        std::string organism = "Klebsiella pneumoniae",
                        std::string indication = "") {
  Measurement m =
      mic(std::move(agent), Sign::equal, mm, std::move(organism), std::move(indication));
  m.method = Method::disk;
  m.unit = Unit::mm;
  return m;
}

// "S", "I", "R", or "null:reason".
inline std::string verdict(const Measurement& measurement) {
  const auto i = interpret(measurement, project_standard());
  return i.category ? std::string(name_of(*i.category)) : "null:" + i.reason;
}

}  // namespace kres::susceptibility
