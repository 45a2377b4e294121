// Susceptibility sheets: what is understood, and a clear error for everything that is wrong.
#include "susceptibility/measurement_table.h"

#include "susceptibility/test_tables.h"

namespace kres::susceptibility {
namespace {

constexpr const char* kHead = "isolate\torganism\tagent\tmethod\tsign\tvalue\tindication\n";

Result<std::vector<Measurement>> read(const std::string& text) {
  return read_measurements(text, "ast.tsv", project_agents());
}

TEST(SusceptibilitySheet, NamesCodesCommaAndSignsAreUnderstood) {
  const auto m = read(std::string(kHead) +
                      "1\tK. pneumoniae\tMeropenem\tbmd\t>\t8\t\n"
                      "1\tK. pneumoniae\tkolistin\tbroth_microdilution\t<=\t0,25\t\n"
                      "1\tK. pneumoniae\tCIP\tetest\t\t0.38\tmeningitt\n"
                      "1\tK. pneumoniae\tMEM\tdisk\t=\t17\t\n");
  ASSERT_TRUE(m) << m.error().text();
  EXPECT_EQ((*m)[0].sign, Sign::greater);
  EXPECT_EQ((*m)[1].agent, "colistin");
  EXPECT_EQ((*m)[1].value, 0.25);
  EXPECT_EQ((*m)[2].method, Method::gradient);
  EXPECT_EQ((*m)[2].indication, "meningitis");
  EXPECT_EQ((*m)[3].unit, Unit::mm);
}

TEST(SusceptibilitySheet, ASignBeforeTheValueIsRead) {
  const auto m = read(std::string(kHead) + "1\tE. coli\tMEM\tbmd\t\t<=0.125\t\n");
  ASSERT_TRUE(m) << m.error().text();
  EXPECT_EQ((*m)[0].sign, Sign::less_equal);
}

TEST(SusceptibilitySheet, SemicolonsAndCommasSeparateToo) {
  EXPECT_TRUE(read("isolate;organism;agent;method;sign;value\n1;E. coli;MEM;bmd;=;0,125\n"));
  EXPECT_TRUE(read("isolate,organism,agent,method,sign,value\n1,E. coli,MEM,bmd,=,0.125\n"));
}

TEST(SusceptibilitySheet, AConstructedValueKeepsItsMarkHoweverItIsWritten) {
  const std::string head = "isolate\torganism\tagent\tmethod\tsign\tvalue\tprovenance\n";
  const auto with = [&](const std::string& provenance) {
    return read(head + "1\tE. coli\tMEM\tbmd\t=\t1\t" + provenance + "\n");
  };
  for (const auto* word : {"constructed", "Constructed", "KONSTRUERT"})
    EXPECT_EQ(with(word)->front().provenance, "constructed") << word;
  EXPECT_EQ(with("")->front().provenance, "");
  for (const auto* word : {"construct", "demo", "constructed?"}) {
    const auto m = with(word);
    ASSERT_FALSE(m) << word;
    EXPECT_EQ(m.error().line, 2u);
    EXPECT_NE(m.error().message.find("provenance"), std::string::npos);
  }
}

struct Wrong {
  const char* row;
  const char* says;
};

TEST(SusceptibilitySheet, EachMistakeIsNamedWithItsRow) {
  for (const auto& wrong : {
           Wrong{"1\tE. coli\tmeropemen\tbmd\t=\t1\t\n", "agent 'meropemen'"},
           Wrong{"1\tE. coli\tMEM\tguess\t=\t1\t\n", "method 'guess'"},
           Wrong{"1\tE. coli\tMEM\tbmd\t~\t1\t\n", "sign '~'"},
           Wrong{"1\tE. coli\tMEM\tbmd\t=\tR\t\n", "value 'R'"},
           Wrong{"1\tE. coli\tMEM\tbmd\t<=\t<=1\t\n", "sign of its own"},
           Wrong{"1\tE. coli\tMEM\tbmd\t=\t5\t\n", "two-fold"},
           Wrong{"1\tE. coli\tMEM\tbmd\t=\t1.000.0\t\n", "no number"},
           Wrong{"1\tE. coli\tMEM\tdisk\t=\t90\t\n", "range of zone"},
           Wrong{"1\tE. coli\tMEM\tbmd\t=\t1\tfever\n", "indication 'fever'"},
           Wrong{"\tE. coli\tMEM\tbmd\t=\t1\t\n", "isolate"},
       }) {
    const auto m = read(std::string(kHead) + wrong.row);
    ASSERT_FALSE(m) << wrong.row;
    EXPECT_NE(m.error().message.find(wrong.says), std::string::npos) << m.error().text();
    EXPECT_EQ(m.error().line, 2U);
  }
}

TEST(SusceptibilitySheet, AWrongUnitIsRefused) {
  const std::string head = "isolate\torganism\tagent\tmethod\tsign\tvalue\tunit\n";
  EXPECT_FALSE(read(head + "1\tE. coli\tMEM\tbmd\t=\t8\tmm\n"));
  EXPECT_FALSE(read(head + "1\tE. coli\tMEM\tdisk\t=\t8\tmg/L\n"));
  EXPECT_FALSE(read(head + "1\tE. coli\tMEM\tbmd\t=\t8\tg/L\n"));
  EXPECT_TRUE(read(head + "1\tE. coli\tMEM\tbmd\t=\t8\tmg/L\n"));
}

TEST(SusceptibilitySheet, AWrongOrMissingColumnIsRefused) {
  EXPECT_FALSE(read("isolate\torganism\tdrug\tmethod\tsign\tvalue\n1\tE. coli\tMEM\tbmd\t=\t1\n"));
  EXPECT_FALSE(read("isolate\torganism\tagent\tmethod\tvalue\n1\tE. coli\tMEM\tbmd\t1\n"));
  EXPECT_FALSE(read(kHead)) << "no row";
  EXPECT_FALSE(read(""));
}

TEST(SusceptibilitySheet, TheSameTestTwiceIsRefused) {
  const auto m = read(std::string(kHead) +
                      "1\tE. coli\tMEM\tbmd\t=\t1\t\n"
                      "1\tE. coli\tmeropenem\tmic\t=\t2\t\n");
  ASSERT_FALSE(m);
  EXPECT_EQ(m.error().line, 3U);
}

TEST(SusceptibilitySheet, TheTotalOfCotrimoxazoleIsCaught) {
  const auto m = read(std::string(kHead) + "1\tE. coli\tSXT\tbmd\t<=\t20\t\n");
  ASSERT_FALSE(m);
  EXPECT_NE(m.error().remedy.find("trimethoprim"), std::string::npos);
}

}  // namespace
}  // namespace kres::susceptibility
