// 716 isolates with meropenem MIC and genotype: the explanation keeps its promises for each of
// them, and the rules expect categories better than "carbapenemase gene present = R".
#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "tests/scenario/euscape/categories.h"

namespace kres::euscape {
namespace {

using mechanism::Fit;
using susceptibility::Category;
using susceptibility::Sign;

class EuScape : public testing::Test {
 protected:
  static const Collection& collection() {
    static const Collection all = [] {
      auto read = read_collection(cases_folder());
      EXPECT_TRUE(read) << read.error().text();
      return read ? std::move(*read) : Collection();
    }();
    return all;
  }

  static const std::vector<Answer>& answers(bool with_porins) {
    static const auto make = [](bool porins) {
      const auto tables = load_tables();
      EXPECT_TRUE(tables) << tables.error().text();
      auto all = answer_all(collection(), *tables, porins);
      EXPECT_TRUE(all) << all.error().text();
      return all ? std::move(*all) : std::vector<Answer>();
    };
    static const auto alone = make(false), both = make(true);
    return with_porins ? both : alone;
  }

  void SetUp() override {
    if (cases_folder().empty())
      GTEST_SKIP() << "no shared/cases beside the repository or in KRES_SHARED";
  }
};

// By AMRFinderPlus' own subclass; OXA-1 and OXA-10 stand there among the cephalosporinases.
bool has_carbapenemase(const Isolate& isolate) {
  return std::any_of(isolate.lines.begin(), isolate.lines.end(), [](const Line& line) {
    return line.subtype == "AMR" && line.subclass == "CARBAPENEM";
  });
}

bool has_esbl_or_ampc(const Isolate& isolate) {
  return std::any_of(isolate.lines.begin(), isolate.lines.end(), [](const Line& line) {
    return line.subclass == "CEPHALOSPORIN" && !line.symbol.starts_with("blaOXA");
  });
}

bool has_ompk36_change(const Isolate& isolate) {
  return std::any_of(isolate.lines.begin(), isolate.lines.end(),
                     [](const Line& line) { return line.symbol.starts_with("ompK36_"); });
}

bool has_lost_ompk36(const Isolate& isolate) {
  return std::any_of(isolate.porins.begin(), isolate.porins.end(),
                     [](const auto& porin) { return porin.starts_with("OmpK36-"); });
}

bool is_above(const Isolate& isolate, double bound) {
  return isolate.meropenem.value > bound ||
         (isolate.meropenem.value == bound && isolate.meropenem.sign == Sign::greater);
}

TEST_F(EuScape, EveryIsolateIsReadAndNothingOfItsGenotypeIsLost) {
  ASSERT_EQ(collection().isolates.size(), 716U);
  const auto tables = load_tables();
  const auto organism = tables->standard.organisms.resolve("Klebsiella pneumoniae");
  for (const auto& isolate : collection().isolates) {
    const auto result =
        exchange::amrfinder_result(collection().genotypes, isolate.id, *organism, tables->genotype);
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_TRUE(result->warnings.empty()) << isolate.id << ": " << result->warnings.front();
    std::set<std::string> reported, read;
    for (const auto& line : isolate.lines) reported.insert(line.symbol);
    for (const auto& d : result->determinants) read.insert(d.source.substr(d.source.find(':') + 1));
    EXPECT_EQ(read, reported) << isolate.id;
  }
}

TEST_F(EuScape, TodaysCategoriesAreThoseThatWereStated) {
  for (const auto& answer : answers(false))
    EXPECT_EQ(name_of(answer.measured), answer.isolate->stated)
        << answer.isolate->id << " " << text_of(answer.isolate->meropenem);
}

TEST_F(EuScape, ACarbapenemaseWithALowMicIsSilentOrAtTheEdge) {
  int seen = 0;
  for (const bool porins : {false, true})
    for (const auto& answer : answers(porins)) {
      if (!has_carbapenemase(*answer.isolate) || is_above(*answer.isolate, 0.5)) continue;
      const bool wild = !is_above(*answer.isolate, 0.125);
      seen += 1;
      EXPECT_TRUE(answer.explanation.fit == Fit::silent || answer.explanation.fit == Fit::edge)
          << answer.isolate->id << " " << text_of(answer.isolate->meropenem) << " "
          << name_of(answer.explanation.fit) << (wild ? " wild type" : "");
    }
  EXPECT_GT(seen, 0);
}

TEST_F(EuScape, ResistanceWithoutACarbapenemaseIsExplainedByPorinsOrSaidToBeUnexplained) {
  int explained = 0, unexplained = 0;
  for (const bool porins : {false, true})
    for (const auto& answer : answers(porins)) {
      const auto& isolate = *answer.isolate;
      if (has_carbapenemase(isolate) || !is_above(isolate, 8)) continue;
      const bool changed = has_ompk36_change(isolate) || (porins && has_lost_ompk36(isolate));
      const bool by_porin = has_esbl_or_ampc(isolate) && changed;
      EXPECT_EQ(answer.explanation.fit, by_porin ? Fit::agree : Fit::unexplained)
          << isolate.id << " " << name_of(answer.explanation.fit) << " "
          << answer.explanation.fit_reason;
      (by_porin ? explained : unexplained) += 1;
      if (!by_porin) continue;
      const auto& evidence = answer.explanation.evidence;
      for (const std::string part : {"ompK36", "bla"})
        EXPECT_TRUE(std::any_of(evidence.begin(), evidence.end(),
                                [&](const auto& item) {
                                  return item.role == "explains" && item.symbol.starts_with(part);
                                }))
            << isolate.id << " does not name " << part;
    }
  EXPECT_GT(explained, 0);
  EXPECT_GT(unexplained, 0);
}

TEST_F(EuScape, TheRulesMakeFewerVeryMajorAndMajorErrorsThanThePlainRule) {
  for (const bool porins : {false, true})
    for (const auto half : {Half::all, Half::odd, Half::even}) {
      const auto chosen = of_half(answers(porins), half);
      const auto rules = agreement(chosen, By::rules), plain = agreement(chosen, By::plain_rule);
      EXPECT_LT(rules.very_major.count, plain.very_major.count) << porins << int(half);
      EXPECT_LT(rules.major.count, plain.major.count) << porins << int(half);
    }
}

}  // namespace
}  // namespace kres::euscape
