// Compares the codes that the project reads with WHONET's own tables.
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include "base/text.h"
#include "base/tsv.h"
#include "exchange/antibiograms/vocabulary_for_test.h"

namespace kres::exchange {
namespace {

// The tables lie beside the source tree where the project is developed, never inside it.
std::optional<Path> whonet_file(const std::string& name) {
  std::vector<Path> places = {Path(KRES_SOURCE_DIR) / "../shared/reference",
                              Path(KRES_SOURCE_DIR) / "../../shared/reference"};
  if (const char* directory = std::getenv("KRES_SHARED_REFERENCE")) places.emplace_back(directory);
  for (const auto& place : places)
    if (std::filesystem::exists(place / "whonet" / name)) return place / "whonet" / name;
  return std::nullopt;
}

// Code -> every name that WHONET has for it.
std::map<std::string, std::set<std::string>> names_of_codes(const Path& file, std::size_t code,
                                                            std::size_t name) {
  std::map<std::string, std::set<std::string>> names;
  const auto text = read_file(file);
  EXPECT_TRUE(text);
  for (const auto line : split(*text, '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() > std::max(code, name))
      names[to_lower(cells[code])].insert(to_lower(trim(cells[name])));
  }
  return names;
}

TEST(WhonetFacts, AnOrganismCodeMeansTheSpeciesInWhonetToo) {
  const auto file = whonet_file("Organisms.txt");
  if (!file) GTEST_SKIP() << "shared/reference/whonet is absent";
  const auto theirs = names_of_codes(*file, 0, 2);
  for (const auto& [code, name] : project_vocabulary().whonet.organisms()) {
    ASSERT_TRUE(theirs.contains(code)) << code;
    // The first two words decide: subspecies and complexes are of their species, "sp." of a genus.
    const auto lower = to_lower(name);
    const auto words = split(lower, ' ');
    const std::string genus(words[0]);
    const bool fits =
        std::any_of(theirs.at(code).begin(), theirs.at(code).end(), [&](const std::string& other) {
          if (words.size() == 2 && name.find(',') == std::string::npos)
            return other == to_lower(name) || other.starts_with(to_lower(name) + " ") ||
                   other.find("coagulase negative") != std::string::npos ||
                   (name == "Salmonella Typhi" && other == "salmonella typhi");
          return other.starts_with(genus.substr(0, genus.find(','))) || code == "oth";
        });
    EXPECT_TRUE(fits) << code << " is " << *theirs.at(code).begin() << " there, " << name
                      << " here";
  }
}

TEST(WhonetFacts, AnAgentCodeMeansTheAgentInWhonetToo) {
  const auto file = whonet_file("Antibiotics.txt");
  if (!file) GTEST_SKIP() << "shared/reference/whonet is absent";
  const auto theirs = names_of_codes(*file, 0, 6);
  const std::map<std::string, std::string> other_names = {
      {"PEN", "penicillin g"}, {"MEC", "mecillinam (amdinocillin)"},
      {"CEP", "cephalothin"},  {"LEX", "cephalexin"},
      {"RIF", "rifampin"},     {"RXT", "roxithromicin"}};
  for (const auto& agent : project_vocabulary().agents.agents()) {
    if (agent.code.empty() || agent.code == "PHN") continue;  // EUCAST's; WHONET has PNV
    ASSERT_TRUE(theirs.contains(to_lower(agent.code))) << agent.code;
    const auto known = other_names.find(agent.code);
    const auto name =
        known == other_names.end() ? replace_all(agent.name, "-", "/") : known->second;
    EXPECT_TRUE(theirs.at(to_lower(agent.code)).contains(name))
        << agent.code << " is " << *theirs.at(to_lower(agent.code)).begin() << " there, "
        << agent.name << " here";
  }
}

}  // namespace
}  // namespace kres::exchange
