// Agents that one release lends to the genes of another.
#include "genome/reference/known_agents.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

NewEntry gene(const std::string& name, const std::string& family, const std::string& sequence,
              std::vector<std::string> agents) {
  return {.id = "resfinder:" + name,
          .name = name,
          .gene = family,
          .sequence = sequence,
          .agents = std::move(agents)};
}

const std::vector<NewEntry> kFamily = {
    gene("blaX-1", "blaX", "ATGAAATAA", {"ampicillin", "cefotaxime"}),
    gene("blaX-2", "blaX", "ATGCCCTAA", {"ampicillin", "ertapenem"}),
    gene("blaX-3", "blaX", "ATGGGGTAA", {"ampicillin"}),
    gene("blaX-4", "blaX", "ATGTTTTAA", {})};  // the release does not say: takes nothing away

TEST(KnownAgents, ANewMemberActsOnWhatEveryKnownMemberActsOn) {
  NewProtein fresh{.id = "ncbi:A.1", .name = "blaX-9", .gene = "blaX", .sequence = "MW"};
  KnownAgents(kFamily).complete(fresh);
  EXPECT_EQ(fresh.agents, std::vector<std::string>{"ampicillin"});
}

TEST(KnownAgents, AnEqualProteinActsOnTheSameAgents) {
  auto same = gene("blaX-1b", "blaX", "ATGAAGTAA", {"ceftriaxone"});  // AAG and AAA are both K
  KnownAgents(kFamily).complete(same);
  EXPECT_EQ(same.agents, (std::vector<std::string>{"ampicillin", "cefotaxime", "ceftriaxone"}));
}

TEST(KnownAgents, TwoMembersAreNoFamily) {
  NewProtein fresh{.id = "ncbi:A.1", .name = "blaX-9", .gene = "blaX", .sequence = "MW"};
  KnownAgents({kFamily[0], kFamily[1]}).complete(fresh);
  EXPECT_TRUE(fresh.agents.empty());
}

TEST(KnownAgents, ATargetTakesNothing) {
  NewProtein target{.id = "ncbi:A.1",
                    .name = "blaX-1",
                    .gene = "blaX",
                    .kind = ProteinKind::target,
                    .sequence = "MK"};
  KnownAgents(kFamily).complete(target);
  EXPECT_TRUE(target.agents.empty());
}

}  // namespace
}  // namespace kres::genome
