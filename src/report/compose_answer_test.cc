// What an answer says of an isolate, and which answers are refused.
#include "report/compose_answer.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "report/answer_examples.h"

namespace kres::report {
namespace {

TEST(ComposeAnswer, RowsStandInTheOrderOfTheAgentTable) {
  AnswerInput input = examples::kpc();
  std::reverse(input.interpretations.begin(), input.interpretations.end());
  const AnswerDocument document = examples::document(input);
  ASSERT_GT(document.susceptibility.size(), 3u);
  EXPECT_EQ(document.susceptibility.front().agent, "meropenem");
  EXPECT_EQ(document.susceptibility[1].agent, "imipenem");
  EXPECT_EQ(document.susceptibility.front().agent_name.nb, "meropenem");
}

TEST(ComposeAnswer, CriticalGenesComeFirstAndIntrinsicOnesLast) {
  const auto findings = examples::document(examples::kpc()).findings;
  EXPECT_EQ(findings.front().symbol, "blaKPC-2");
  EXPECT_EQ(findings[1].symbol, "rmtB");
  EXPECT_TRUE(findings.back().intrinsic);
  EXPECT_TRUE(std::is_sorted(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
    return a.intrinsic < b.intrinsic;
  }));
}

TEST(ComposeAnswer, ABrokenGeneSaysWhyInBothLanguages) {
  const auto findings = examples::document(examples::broken_kpc()).findings;
  EXPECT_EQ(findings.front().function, "broken");
  EXPECT_EQ(findings.front().function_text.nb, "ute av funksjon: stopp i kodon 65 av 293");
  EXPECT_EQ(findings.front().function_text.en, "out of function: stop at codon 65 of 293");
  EXPECT_EQ(findings.front().allele_text.en, "novel allele, nearest shown blaKPC-2");
}

TEST(ComposeAnswer, ABrokenGeneStandsAfterIntactOnesButALostPorinDoesNot) {
  AnswerInput input = examples::kpc();
  genome::Determinant broken = input.genome->determinants.front();
  broken.symbol = "blaOXA";
  broken.critical_family.clear();
  broken.function = genome::FunctionState::broken;
  input.genome->determinants.insert(input.genome->determinants.begin(), broken);
  std::vector<std::string> symbols;
  for (const Finding& finding : examples::document(input).findings)
    if (!finding.intrinsic) symbols.push_back(finding.symbol);
  EXPECT_EQ(symbols, (std::vector<std::string>{"blaKPC-2", "rmtB", "blaCTX-M-14", "ompK35",
                                               "gyrA S83I", "parC S80I", "blaOXA"}));
}

TEST(ComposeAnswer, EveryClassOfAMultidrugGeneIsNamed) {
  AnswerInput input = examples::kpc();
  input.genome->determinants.front().critical_family.clear();
  input.genome->determinants.front().drug_class = "amphenicol, oxazolidinone, unheard-of";
  const auto findings = examples::document(input).findings;
  const auto found = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.symbol == "blaKPC-2";
  });
  EXPECT_EQ(found->group.nb, "fenikoler, oksazolidinoner, unheard-of");
}

TEST(ComposeAnswer, OneConstructedValueMarksTheWholeAnswer) {
  AnswerInput input = examples::wild_type();
  EXPECT_FALSE(examples::document(input).constructed);
  input.interpretations.back().measurement.provenance = "constructed";
  EXPECT_TRUE(examples::document(input).constructed);
}

TEST(ComposeAnswer, OnlyMethodsWithinTheScopeAreAccredited) {
  const auto methods = examples::document(examples::kpc()).methods;
  ASSERT_EQ(methods.size(), 2u);
  EXPECT_EQ(methods[0].code, "broth_microdilution");
  EXPECT_TRUE(methods[0].accredited);
  EXPECT_EQ(methods[1].code, "genome_analysis");
  EXPECT_FALSE(methods[1].accredited);
}

TEST(ComposeAnswer, ReasonAndFlagAreRemarkedOnce) {
  const auto rows = examples::document(examples::kpc()).susceptibility;
  const auto row = std::find_if(rows.begin(), rows.end(),
                                [](const auto& each) { return each.agent == "cefiderocol"; });
  ASSERT_NE(row, rows.end());
  ASSERT_EQ(row->remarks.size(), 1u);
  EXPECT_EQ(row->remarks[0].code, "atu");
  EXPECT_TRUE(row->technical_uncertainty);
}

std::string refusal(const AnswerInput& input) {
  const auto document = compose_answer(input, examples::agents(), examples::texts());
  return document ? "" : document.error().message;
}

TEST(ComposeAnswer, ASignedAnswerNamesWhoAndWhen) {
  AnswerInput input = examples::kpc();
  EXPECT_EQ(refusal(input), "");
  input.people[2].time.reset();
  EXPECT_NE(refusal(input).find("approved"), std::string::npos);
  input.people.resize(1);
  EXPECT_NE(refusal(input).find("validated"), std::string::npos);
  input.identity.status = AnswerStatus::draft;
  EXPECT_EQ(refusal(input), "");
}

TEST(ComposeAnswer, AnAmendedAnswerSaysWhatItReplacesAndWhy) {
  AnswerInput input = examples::mcr();
  EXPECT_EQ(refusal(input), "");
  input.identity.amendment_reason.clear();
  EXPECT_NE(refusal(input).find("predecessor"), std::string::npos);
  input.identity.follows_preliminary = true;
  EXPECT_EQ(refusal(input), "") << "what follows a preliminary answer amends nothing";
}

}  // namespace
}  // namespace kres::report
