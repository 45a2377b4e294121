// Lists on paper: every row is printed, on numbered pages.
#include "report/lists/list_pdf.h"

#include <cstdio>
#include <memory>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/files.h"

namespace kres::report::lists {
namespace {

std::string text_of(const std::string& pdf) {
  const Path file = Path(testing::TempDir()) / fmt::format("list_{}.pdf", ::getpid());
  EXPECT_TRUE(write_file_atomic(file, pdf));
  const auto command = fmt::format("pdftotext -layout {} -", file.string());
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string out;
  char buffer[4096];
  while (const std::size_t n = fread(buffer, 1, sizeof buffer, pipe.get())) out.append(buffer, n);
  std::filesystem::remove(file);
  return out;
}

TEST(Lists, PrintEveryRowOnNumberedPages) {
  ListDocument document{.metadata = {.title = "Hylleliste", .language = "nb-NO"},
                        .subtitle = "120 rør",
                        .page_of = "Side {page} av {pages}",
                        .columns = {{"Plass", 1}, {"Stamme", 3}},
                        .sections = {{"Boks 1", "9 x 9", {}}, {"Boks 2", "", {}}}};
  for (int n = 1; n <= 120; ++n)
    document.sections[static_cast<std::size_t>(n % 2)].rows.push_back(
        {std::to_string(n), fmt::format("KRS-{:04}", n)});
  const auto pdf = list_pdf(document);
  ASSERT_TRUE(pdf) << pdf.error().text();
  const auto text = text_of(*pdf);
  for (int n = 1; n <= 120; ++n)
    EXPECT_NE(text.find(fmt::format("KRS-{:04}", n)), std::string::npos) << n;
  EXPECT_NE(text.find("Side 1 av 3"), std::string::npos) << text.substr(0, 400);
  EXPECT_NE(text.find("Side 3 av 3"), std::string::npos);
  EXPECT_NE(text.find("120 rør"), std::string::npos);
  EXPECT_NE(text.find("Boks 2"), std::string::npos);
}

}  // namespace
}  // namespace kres::report::lists
