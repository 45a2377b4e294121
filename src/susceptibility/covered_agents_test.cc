// The panel of a species holds what the tables can speak of, in the order of an answer.
#include "susceptibility/covered_agents.h"

#include <algorithm>

#include "susceptibility/test_tables.h"

using namespace kres;
using namespace kres::susceptibility;

namespace {

std::vector<CoveredAgent> panel(const std::string& organism) {
  return covered_agents(organism, project_standard(), project_agents());
}

const CoveredAgent* entry(const std::vector<CoveredAgent>& panel, std::string_view agent) {
  const auto found = std::find_if(panel.begin(), panel.end(), [&](const CoveredAgent& candidate) {
    return candidate.agent->name == agent;
  });
  return found == panel.end() ? nullptr : &*found;
}

}  // namespace

TEST(Panel, HoldsTheAgentsThatHaveNumbers) {
  const auto klebsiella = panel("Klebsiella pneumoniae");
  const auto* meropenem = entry(klebsiella, "meropenem");
  ASSERT_NE(meropenem, nullptr);
  EXPECT_TRUE(meropenem->mic);
  EXPECT_TRUE(meropenem->zone);
  EXPECT_EQ(meropenem->disk_ug, "10");
  EXPECT_EQ(entry(klebsiella, "benzylpenicillin"), nullptr) << "a dash is no number";
}

TEST(Panel, IsInTheOrderOfTheAgentTable) {
  const auto klebsiella = panel("Klebsiella pneumoniae");
  EXPECT_EQ(klebsiella.front().agent->name, "meropenem");
  EXPECT_TRUE(
      std::is_sorted(klebsiella.begin(), klebsiella.end(), [](const auto& a, const auto& b) {
        return project_agents().order_of(a.agent->name) < project_agents().order_of(b.agent->name);
      }));
}

TEST(Panel, ColistinIsReadByBrothMicrodilutionOnly) {
  const auto klebsiella = panel("Klebsiella pneumoniae");
  const auto* colistin = entry(klebsiella, "colistin");
  ASSERT_NE(colistin, nullptr);
  EXPECT_EQ(colistin->method, Method::broth_microdilution);
  EXPECT_FALSE(colistin->zone) << "colistin has no zone breakpoint";
}

TEST(Panel, OfAnUnknownOrganismIsEmpty) { EXPECT_TRUE(panel("Nemo incognitus").empty()); }
