// Panels: what is chosen, how it is spread, and that the key is sealed.
#include "laboratory/bank/strain_panel.h"

#include <set>

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

CatalogueEntry entry(const std::string& number, const std::string& st) {
  return {.strain = {.number = number}, .st = st};
}

// Eight of ST38, one of ST131, one of ST10.
std::vector<CatalogueEntry> mostly_st38() {
  std::vector<CatalogueEntry> entries;
  for (int n = 1; n <= 8; ++n) entries.push_back(entry("A" + std::to_string(n), "38"));
  entries.push_back(entry("B1", "131"));
  entries.push_back(entry("C1", "10"));
  return entries;
}

PanelQuery query(int count, bool spread = true, const std::string& seed = "eqa") {
  return {.title = "t", .seed = seed, .spread = spread, .groups = {{"g", {}, count}}};
}

std::vector<std::string> numbers(const PanelSelection& selection) {
  std::vector<std::string> out;
  for (const auto& choice : selection.chosen) out.push_back(choice.strain.strain.number);
  return out;
}

TEST(Panels, AreSpreadOverTypes) {
  const auto selection = select_panel(query(4), {mostly_st38()});
  std::multiset<std::string> types;
  for (const auto& choice : selection.chosen) types.insert(choice.strain.st);
  EXPECT_EQ(types, (std::multiset<std::string>{"10", "131", "38", "38"}));
}

TEST(Panels, TheSeedAloneDecidesNotTheOrderOfTheCandidates) {
  auto turned = mostly_st38();
  std::reverse(turned.begin(), turned.end());
  EXPECT_EQ(numbers(select_panel(query(5), {mostly_st38()})),
            numbers(select_panel(query(5), {turned})));
  std::set<std::vector<std::string>> choices;
  for (const auto* seed : {"a", "b", "c", "d"})
    choices.insert(numbers(select_panel(query(5, false, seed), {mostly_st38()})));
  EXPECT_GT(choices.size(), 1U);
}

TEST(Panels, SayWhenFewerExistAndTakeNoStrainTwice) {
  auto two = query(9);
  two.groups.push_back({"rest", {}, 5});
  const auto selection = select_panel(two, {mostly_st38(), mostly_st38()});
  EXPECT_EQ(selection.groups[0].chosen, 9);
  EXPECT_EQ(selection.groups[1].found, 1) << "nine are taken";
  EXPECT_EQ(selection.groups[1].chosen, 1);
  EXPECT_EQ(selection.groups[1].asked, 5);
  const auto all = numbers(selection);
  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), 10U);
}

TEST(Panels, ASealedKeyCannotBeExchangedUnseen) {
  std::vector<PanelMember> key{{"34AC", {1}, "A1", "g"}, {"79EF", {2}, "B1", "g"}};
  const auto sealed = key_digest_of(key, "salt");
  std::swap(key[0].number, key[1].number);
  EXPECT_NE(key_digest_of(key, "salt"), sealed);
  EXPECT_NE(key_digest_of(key, "pepper"), key_digest_of(key, "salt"));
}

TEST(Panels, CodesHaveNoSignsThatAreMistaken) {
  for (std::uint32_t number = 0; number < 2000; ++number)
    EXPECT_EQ(blinded_code(number * 2654435761U).find_first_of("0O1IL5S8B2ZUV"), std::string::npos);
}

TEST(Panels, WhatCannotBeChosenIsRefused) {
  const auto refusal = [](const PanelQuery& panel) { return check_panel(panel).error().message; };
  EXPECT_EQ(refusal(query(0)), "A group has 1 to 200 strains");
  EXPECT_EQ(refusal(query(5, true, "")), "A panel needs a seed, any word");
  auto bounds = query(5);
  bounds.groups[0].filter.phenotype = PhenotypeTerm{"meropenem", 4, 1, ""};
  EXPECT_EQ(refusal(bounds), "The lower bound of the MIC is above the upper one");
  auto star = query(5);
  star.groups[0].filter.present = {"bla*OXA"};
  EXPECT_EQ(refusal(star), "'bla*OXA' is no determinant; a '*' stands last");
}

}  // namespace
}  // namespace kres::laboratory
