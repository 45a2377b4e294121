// The agent table: names in both languages, codes, and every agent that ResFinder's table names.
#include "vocabulary/agent_table.h"

#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/text.h"

namespace kres {
namespace {

AgentTable project_agents() {
  const auto text = read_file(Path(KRES_SOURCE_DIR) / "data/agents.tsv");
  EXPECT_TRUE(text) << text.error().text();
  auto agents = AgentTable::parse(*text, "agents.tsv");
  EXPECT_TRUE(agents) << agents.error().text();
  return std::move(*agents);
}

TEST(Agents, AreFoundByEnglishNorwegianNameAndCode) {
  const auto agents = project_agents();
  for (const auto* text : {"colistin", "Kolistin", "COL", " col "}) {
    ASSERT_NE(agents.find(text), nullptr) << text;
    EXPECT_EQ(agents.find(text)->name, "colistin") << text;
  }
  EXPECT_EQ(agents.find("Piperacillin/tazobactam")->name, "piperacillin-tazobactam");
  EXPECT_EQ(agents.find("sulfonamide X"), nullptr);
}

TEST(Agents, TwoMeaningsOfOneNameAreRefused) {
  const auto agents = AgentTable::parse(
      "agent\tcode\tclass\tname_nb\tname_en\tresfinder_names\n"
      "a\tXX\tc\ta\ta\t\n"
      "b\tXX\tc\tb\tb\t\n",
      "agents.tsv");
  ASSERT_FALSE(agents);
  EXPECT_EQ(agents.error().line, 3U);
}

TEST(Agents, EveryNameInResFindersPhenotypesIsAnAgentOrListedAsNone) {
  const Path path = "/usr/share/resfinder/db/phenotypes.txt";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " (package resfinder-db) is absent";
  const auto agents = project_agents();
  const std::set<std::string> none = {"Benzylkonium Chloride", "Cetylpyridinium Chloride",
                                      "Chlorhexidine",         "Ethidium Bromide",
                                      "Formaldehyde",          "Hydrogen peroxide",
                                      "Temperature",           "Unknown Aminoglycoside",
                                      "Unknown Beta-lactam",   "Unknown Quinolone"};
  std::set<std::string> unknown;
  const auto text = read_file(path);
  ASSERT_TRUE(text);
  std::size_t line_number = 0;
  for (const auto line : split(*text, '\n')) {
    const auto cells = split(line, '\t');
    if (line_number++ == 0 || cells.size() < 3) continue;
    for (const auto name : split(cells[2], ','))
      if (!trim(name).empty() && agents.find_resfinder(name) == nullptr)
        unknown.insert(std::string(trim(name)));
  }
  EXPECT_EQ(unknown, none);
}

}  // namespace
}  // namespace kres
