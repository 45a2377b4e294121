// A limitation that several agents share is told once, with their names, in print as on the page.
#include "mechanism/limitations.h"

#include <gtest/gtest.h>

#include "mechanism/explanation_text.h"

namespace kres::mechanism {
namespace {

const BilingualText kCopies{"Kopitall er ikke målt.", "Copy number was not measured."};
const BilingualText kPorins{"Poriner kan være nedregulert.", "Porins may be down-regulated."};

Explanation two_agents() {
  Explanation explanation;
  explanation.isolate = "K-1";
  for (const char* name : {"meropenem", "ertapenem"}) {
    AgentExplanation agent;
    agent.agent = name;
    agent.agent_name = {name, name};
    agent.limitations = {kCopies};
    explanation.agents.push_back(agent);
  }
  explanation.agents.back().limitations.push_back(kPorins);
  return explanation;
}

TEST(Limitations, AreToldOnceInTheOrderOfTheAgents) {
  const std::vector<BilingualText> expected{
      {"meropenem, ertapenem: Kopitall er ikke målt.",
       "meropenem, ertapenem: Copy number was not measured."},
      {"ertapenem: Poriner kan være nedregulert.", "ertapenem: Porins may be down-regulated."}};
  EXPECT_EQ(limitations_of(two_agents()), expected);
  EXPECT_TRUE(limitations_of({}).empty());
}

TEST(Limitations, StandUnderAHeadingOfTheirOwnInTheText) {
  const auto text = to_text(two_agents(), Language::en);
  EXPECT_NE(text.find("\nLimitations\n  meropenem, ertapenem: Copy number was not measured.\n"
                      "  ertapenem: Porins may be down-regulated.\n"),
            std::string::npos)
      << text;
  EXPECT_NE(
      to_text(two_agents(), Language::nb).find("\nBegrensninger\n  meropenem, ertapenem: Kopitall"),
      std::string::npos);
  EXPECT_EQ(to_text({}, Language::en).find("Limitations"), std::string::npos);
}

}  // namespace
}  // namespace kres::mechanism
