// The JSON form of an explanation.
#include "mechanism/explanation_json.h"

#include "mechanism/test_knowledge.h"

namespace kres::mechanism {
namespace {

Explanation example() {
  auto genome = klebsiella({kpc()});
  genome.negatives = {{"mcr", "absent_covered", "assembly_pass", 90}};
  return explained(genome, {measured("meropenem", "=", 16), measured("colistin", "=", 4)});
}

TEST(ExplanationJson, GoesBothWays) {
  const auto text = to_json(example());
  const auto back = explanation_from_json(text, "test");
  ASSERT_TRUE(back) << back.error().text();
  EXPECT_EQ(to_json(*back), text);
  EXPECT_EQ(back->cases.size(), 2U);
  EXPECT_EQ(back->agents[0].measured[0].category, susceptibility::Category::R);
}

TEST(ExplanationJson, OneLanguageHoldsNoOtherLanguage) {
  const auto nb = to_json(example(), Language::nb);
  EXPECT_NE(nb.find("\"verdict\":\"Klebsiella pneumoniae ST11: karbapenemaseprodusent"),
            std::string::npos)
      << nb.substr(0, 400);
  EXPECT_EQ(nb.find("carbapenemase producer"), std::string::npos);
}

TEST(ExplanationJson, DamageIsAnError) {
  auto text = to_json(example());
  EXPECT_FALSE(explanation_from_json("{", "t"));
  EXPECT_FALSE(explanation_from_json("{}", "t"));
  EXPECT_FALSE(explanation_from_json("[]", "t"));
  auto other = text;
  other.replace(other.find("\"schema_version\":1"), 18, "\"schema_version\":9");
  EXPECT_FALSE(explanation_from_json(other, "t"));
  auto fit = text;
  fit.replace(fit.find("\"AGREE\""), 7, "\"HAPPY\"");
  EXPECT_FALSE(explanation_from_json(fit, "t"));
}

}  // namespace
}  // namespace kres::mechanism
