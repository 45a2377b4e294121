// Confirmatory tests as data: what the tables must say, and what is refused.
#include "mechanism/confirmatory_tests.h"

#include <algorithm>

#include "mechanism/test_knowledge.h"

namespace kres::mechanism {
namespace {

constexpr const char* kTestHead =
    "id\tname_nb\tname_en\tshows\tanalyte\tanalyte_nb\tanalyte_en\tgroups\tagents\tseveral\t"
    "settles\tmisses\tsource\n";
constexpr const char* kOutcomeHead = "test\tcode\twords_nb\twords_en\tsays\tshows_nb\tshows_en\n";
const std::string kStrip =
    "strip\tstrips\tstrip\tfunction\tfamily:carbapenemase\ten k\ta c\tEnterobacterales\t"
    "carbapenems\tyes\t\tclass:oxa48_like\tsource\n";
const std::string kLines =
    "strip\tkpc\tKPC\tKPC\tgene:blaKPC-*=present\tKPC\tKPC\n"
    "strip\tndm\tNDM\tNDM\tgene:blaNDM-*=present\tNDM\tNDM\n"
    "strip\tnegative\tnegativ\tnegative\tfamily:carbapenemase=absent\t\t\n";

Result<ConfirmatoryTests> parse(const std::string& tests, const std::string& outcomes) {
  const std::string all_tests = kTestHead + tests, all_outcomes = kOutcomeHead + outcomes;
  const auto& knowledge = project_knowledge();
  return ConfirmatoryTests::parse({all_tests, all_outcomes}, knowledge.rules, knowledge.agents);
}

std::string refusal(const std::string& tests, const std::string& outcomes) {
  const auto parsed = parse(tests, outcomes);
  return parsed ? "accepted" : parsed.error().text();
}

std::string changed(std::string row, const std::string& from, const std::string& to) {
  return row.replace(row.find(from), from.size(), to);
}

std::vector<std::string> as_text(const std::vector<TestClaim>& claims) {
  const char* const names[] = {"present", "suspected", "absent"};
  std::vector<std::string> texts;
  for (const auto& claim : claims)
    texts.push_back(claim.subject.text + "=" + names[static_cast<int>(claim.state)]);
  return texts;
}

bool is_organism(const std::string& group) {
  for (const auto* species :
       {"Klebsiella pneumoniae", "Pseudomonas aeruginosa", "Acinetobacter baumannii",
        "Enterococcus faecium", "Staphylococcus aureus"})
    if (project_knowledge().organisms.resolve(species)->is_within(group)) return true;
  return false;
}

TEST(ConfirmatoryTests, AStripWithALineShownSaysThatTheOtherLinesAreNot) {
  const auto tests = parse(kStrip, kLines);
  ASSERT_TRUE(tests) << tests.error().text();
  const auto& strip = *tests->find("strip");
  EXPECT_EQ(as_text(claims_of(strip, {"ndm"})),
            (std::vector<std::string>{"gene:blaNDM-*=present", "gene:blaKPC-*=absent"}));
  EXPECT_EQ(as_text(claims_of(strip, {"negative"})),
            std::vector<std::string>{"family:carbapenemase=absent"});
}

TEST(ConfirmatoryTests, OnlyOutcomesThatShowSomethingCanBeGivenTogether) {
  const auto tests = parse(kStrip, kLines);
  ASSERT_TRUE(tests);
  const auto& strip = *tests->find("strip");
  EXPECT_TRUE(check_outcomes(strip, {"kpc", "ndm"}));
  EXPECT_FALSE(check_outcomes(strip, {"kpc", "negative"}));
  EXPECT_FALSE(check_outcomes(strip, {"kpc", "kpc"}));
  EXPECT_FALSE(check_outcomes(strip, {}));
  EXPECT_FALSE(check_outcomes(strip, {"oxa"}));
  const auto single = parse(changed(kStrip, "\tyes\t", "\tno\t"), kLines);
  EXPECT_FALSE(check_outcomes(*single->find("strip"), {"kpc", "ndm"}));
}

TEST(ConfirmatoryTests, ARefusalNamesTheRowAndTheReason) {
  EXPECT_EQ(refusal(changed(kStrip, "carbapenems", "carbapenem"), kLines),
            "confirmatory_tests.tsv:2: 'carbapenem' is neither an agent nor a class of agents");
  EXPECT_EQ(refusal(changed(kStrip, "class:oxa48_like", "class:oxa49"), kLines),
            "confirmatory_tests.tsv:2: 'class:oxa49': there is no class 'oxa49'");
  EXPECT_EQ(refusal(kStrip + kStrip, kLines),
            "confirmatory_tests.tsv:3: the test 'strip' stands twice");
  EXPECT_EQ(refusal(changed(kStrip, "function", "phenotype"), kLines),
            "confirmatory_tests.tsv:2: shows is function or gene");
  EXPECT_EQ(refusal(kStrip, kLines + "strap\tkpc\tK\tK\t-\t\t\n"),
            "confirmatory_outcomes.tsv:5: there is no test 'strap'");
  EXPECT_EQ(refusal(kStrip, kLines + "strip\tkpc\tK\tK\t-\t\t\n"),
            "confirmatory_outcomes.tsv:5: 'strip' has the outcome 'kpc' twice");
  EXPECT_EQ(
      refusal(kStrip, changed(kLines, "blaNDM-*=present", "blaNDM-*=positive")),
      "confirmatory_outcomes.tsv:3: 'gene:blaNDM-*=positive' is not SUBJECT=present, suspected "
      "or absent");
  EXPECT_EQ(refusal(kStrip, changed(kLines, "\tNDM\tNDM\n", "\t\t\n")),
            "confirmatory_outcomes.tsv:3: shows_nb and shows_en say what is shown");
  EXPECT_EQ(refusal(kStrip, changed(kLines, "gene:blaKPC-*", "target:ompK36")),
            "confirmatory_outcomes.tsv:2: condition 'target:ompK36' names no state of a target or "
            "operon");
  EXPECT_EQ(refusal(kStrip, ""), "confirmatory_outcomes.tsv: the test 'strip' has no outcome");
}

TEST(ConfirmatoryTests, TheProjectsTestsAreValidForOrganismsAndSettleWorkUpThatExist) {
  const auto& knowledge = project_knowledge();
  ASSERT_GE(knowledge.tests.all().size(), 10U);
  for (const auto& test : knowledge.tests.all()) {
    for (const auto& code : test.settles)
      EXPECT_TRUE(knowledge.texts.has(code)) << test.id << " settles " << code;
    for (const auto& group : test.groups)
      EXPECT_TRUE(is_organism(group)) << test.id << " is valid for " << group;
  }
}

// A definition that speaks of an analyte no test has would never be met by one.
TEST(ConfirmatoryTests, CaseDefinitionsSpeakOfAnalytesThatTestsHave) {
  const auto& knowledge = project_knowledge();
  for (const auto& definition : knowledge.cases.all())
    for (const auto* list : {&definition.shown_by, &definition.suggested_by})
      for (const auto& analyte : *list)
        EXPECT_TRUE(std::any_of(knowledge.tests.all().begin(), knowledge.tests.all().end(),
                                [&](const auto& test) { return test.analyte == analyte; }))
            << definition.id << " " << analyte.text;
}

}  // namespace
}  // namespace kres::mechanism
