// Pages: safe text, structure, line breaking, page breaking.
#include <gtest/gtest.h>

#include "report/pdf/canvas.h"
#include "report/pdf/catalog.h"
#include "report/pdf/clean_text.h"
#include "report/pdf/table.h"

namespace kres::report::pdf {
namespace {

constexpr const char* kReplacement = "\xEF\xBF\xBD";

TEST(CleanText, OrdinaryTextIsLeftAsItIs) {
  EXPECT_EQ(clean_text("Påvist bla\u2080 ≤ 0,5 mg/L <b>&amp;"),
            "Påvist bla\u2080 ≤ 0,5 mg/L <b>&amp;");
}

TEST(CleanText, InvalidBytesBecomeReplacementCharacters) {
  EXPECT_EQ(clean_text("a\xFFz"), std::string("a") + kReplacement + "z");
  EXPECT_EQ(clean_text("\xC3"), kReplacement);       // cut short
  EXPECT_EQ(clean_text("\xC0\xAF").size(), 6u);      // overlong: two replacements
  EXPECT_EQ(clean_text("\xED\xA0\x80").size(), 9u);  // surrogate: three
  EXPECT_EQ(clean_text(std::string("a\0b", 3)), "a b");
}

TEST(CleanText, DirectionOverridesAreRemoved) {
  EXPECT_EQ(clean_text("R\u202ES\u2066\uFEFF"), "RS");
}

TEST(Catalog, LanguageIsStatedAndTheTableIsStillFound) {
  const std::string file =
      "%PDF-1.5\n1 0 obj\n<< /Type /Catalog\n   /Pages 2 0 R\n>>\nendobj\nxref\n0 1\ntrailer\n"
      "startxref\n61\n%%EOF\n";
  ASSERT_EQ(file.find("xref"), 61u);
  const auto changed = with_language(file, "nb-NO");
  ASSERT_TRUE(changed) << changed.error().text();
  EXPECT_NE(changed->find("/Lang (nb-NO)"), std::string::npos);
  const std::string offset = std::to_string(changed->find("\nxref") + 1);
  EXPECT_NE(changed->find("startxref\n" + offset + "\n"), std::string::npos);
}

TEST(Catalog, AFileOfAnotherFormIsRefused) {
  EXPECT_FALSE(with_language("%PDF-1.5\nxref\nstartxref\n9\n", "nb-NO"));
}

Flow::PageFrame plain_frame() {
  return [](Canvas&, int) { return 50.0; };
}

TEST(Canvas, ALongWordIsBrokenToTheWidth) {
  Canvas canvas({.title = "t", .author = "", .subject = "", .language = "nb-NO"});
  const TextBlock block = canvas.set({{std::string(400, 'W')}}, 100);
  EXPECT_GT(block.lines(), 10u);
  EXPECT_LE(block.natural_width(), 100.5);
}

TEST(Flow, AParagraphLongerThanAPageRunsOn) {
  Canvas canvas({.title = "t", .author = "", .subject = "", .language = "nb-NO"});
  Flow flow(canvas, {}, plain_frame());
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "karbapenemase ";
  flow.paragraph({{text}});
  EXPECT_GE(flow.page(), 3);
  EXPECT_GE(flow.room(), 0);
}

TEST(Table, ARowTallerThanAPageIsSplitAndNothingRunsOffThePage) {
  Canvas canvas({.title = "t", .author = "", .subject = "", .language = "nb-NO"});
  Flow flow(canvas, {}, plain_frame());
  Table table({{.header = {{"A"}}, .width = 60}, {.header = {{"B"}}, .width = 200}});
  table.add({.cells = {{{{std::string(3000, 'x')}}}, {}}});
  table.draw(flow);
  EXPECT_GE(flow.page(), 2);
  EXPECT_GE(flow.room(), 0);
}

}  // namespace
}  // namespace kres::report::pdf
