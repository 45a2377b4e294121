// Panels: what can be read off them, and that they reach beyond every bound they are read against.
#include "susceptibility/panels.h"

#include "susceptibility/test_tables.h"

namespace kres::susceptibility {
namespace {

const Panels& panels() {
  static const auto table = Panels::parse(data_text("panels.tsv"), "panels.tsv").value();
  return table;
}

std::string fault(const char* panel, const Measurement& m) {
  const auto organism = project_standard().organisms.resolve(m.organism);
  const auto found = panels().fault(panel, *organism, m);
  return found ? found->what : std::string();
}

TEST(Panels, AnAgentThatIsNotTestedIsNamed) {
  EXPECT_EQ(fault("CPO", mic("meropenem", Sign::equal, 8)), "");
  EXPECT_EQ(fault("CPO", mic("vancomycin", Sign::equal, 8)),
            "vancomycin is not on panel CPO for Enterobacterales");
  EXPECT_EQ(fault("VRE", mic("vancomycin", Sign::equal, 8)),
            "panel VRE is not for Enterobacterales");
  EXPECT_EQ(fault("CPO", mic("temocillin", Sign::equal, 8, "Pseudomonas aeruginosa")),
            "temocillin is not on panel CPO for Pseudomonas spp.");
}

TEST(Panels, AValueBeyondTheWellsCannotHaveBeenRead) {
  // Colistin has wells from 0.25 to 64 mg/L.
  for (const auto& [sign, value, readable] :
       std::vector<std::tuple<Sign, double, bool>>{{Sign::equal, 0.25, true},
                                                   {Sign::equal, 64, true},
                                                   {Sign::equal, 0.125, false},
                                                   {Sign::equal, 128, false},
                                                   {Sign::less_equal, 0.25, true},
                                                   {Sign::less_equal, 1, false},
                                                   {Sign::greater, 64, true},
                                                   {Sign::greater, 8, false},
                                                   {Sign::greater_equal, 128, true}})
    EXPECT_EQ(fault("ColR", mic("colistin", sign, value)).empty(), readable)
        << name_of(sign) << value;
}

TEST(Panels, StripsAndDisksAreTestedBesideAPanel) {
  auto strip = mic("vancomycin", Sign::equal, 1.5);
  strip.method = Method::gradient;
  EXPECT_EQ(fault("CPO", strip), "");
  EXPECT_EQ(fault("CPO", zone("vancomycin", 20)), "");
}

TEST(Panels, EveryRangeReachesBeyondEveryBoundOfItsGroup) {
  for (const auto& row : panels().rows()) {
    const auto* agent = project_agents().find(row.agent);
    ASSERT_NE(agent, nullptr) << row.agent;
    bool has_bound = false;
    for (const auto& bound : project_standard().breakpoints.rows()) {
      if (bound.group != row.group || bound.agent != row.agent) continue;
      for (const auto& value : {bound.mic_s, bound.mic_r}) {
        if (!value.is_value() || is_off_scale_mic(value)) continue;
        has_bound = true;
        EXPECT_LT(log2_index(row.low), log2_index(value.value)) << row.panel << " " << row.agent;
        EXPECT_GT(log2_index(row.high), log2_index(value.value)) << row.panel << " " << row.agent;
      }
    }
    for (const auto& ecoff : project_standard().ecoffs.rows())
      if (ecoff.species == "Klebsiella pneumoniae" && row.group == "Enterobacterales" &&
          ecoff.agent == row.agent && ecoff.mic) {
        EXPECT_LT(log2_index(row.low), log2_index(*ecoff.mic)) << row.agent;
        EXPECT_GT(log2_index(row.high), log2_index(*ecoff.mic)) << row.agent;
      }
    const auto* cut = project_standard().ecoffs.find("Enterococcus faecium", row.agent);
    EXPECT_TRUE(has_bound || (cut != nullptr && row.group == "Enterococcus spp."))
        << row.agent << " has neither breakpoint nor wild type";
  }
}

TEST(Panels, ThereIsOneForEachReasonToSendAnIsolate) {
  EXPECT_EQ(panels().names(), (std::vector<std::string>{"CPO", "ColR", "VRE", "LRE"}));
}

TEST(Panels, AWrongTableIsRefusedWithItsRow) {
  const std::string head = "panel\tgroup\tagent\tmethod\tlow\thigh\n";
  for (const auto* row :
       {"A\tG\tmeropenem\tdisk\t1\t2\n", "A\tG\tmeropenem\tbmd\t3\t8\n",
        "A\tG\tmeropenem\tbmd\t8\t1\n", "A\tG\t\tbmd\t1\t8\n", "A\tG\tmeropenem\tbmd\t1\t\n"}) {
    const auto read = Panels::parse(head + row, "p");
    ASSERT_FALSE(read) << row;
    EXPECT_EQ(read.error().line, 2U);
  }
  EXPECT_FALSE(Panels::parse(head + "A\tG\tx\tbmd\t1\t8\nA\tG\tx\tbmd\t1\t8\n", "p"));
}

}  // namespace
}  // namespace kres::susceptibility
