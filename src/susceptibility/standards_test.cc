// Versions stand side by side; one is in force.
#include "susceptibility/standards.h"

#include "susceptibility/test_tables.h"

using namespace kres;
using namespace kres::susceptibility;

namespace {

Standard of_version(const std::string& version, const std::string& valid_from) {
  const auto table = "# version: " + version + "\n# valid_from: " + valid_from + "\n";
  auto text = data_text("breakpoints/eucast_v16.0.tsv");
  text.erase(0, text.find("row\tkind"));
  auto standard = project_standard();
  standard.breakpoints = BreakpointTable::parse(table + text, version).value();
  return standard;
}

}  // namespace

TEST(Standards, AreNewestFirstWhateverTheOrder) {
  const auto standards = Standards::create(
      {of_version("EUCAST v14.0", "2024-01-01"), of_version("EUCAST v16.0", "2026-01-01"),
       of_version("EUCAST v15.0", "2025-01-01")},
      "EUCAST v15.0");
  ASSERT_TRUE(standards);
  std::string order;
  for (const auto& standard : standards->versions()) order += standard.breakpoints.version() + " ";
  EXPECT_EQ(order, "EUCAST v16.0 EUCAST v15.0 EUCAST v14.0 ");
  EXPECT_EQ(standards->in_force().breakpoints.version(), "EUCAST v15.0");
  EXPECT_EQ(standards->find("EUCAST v13.0"), nullptr);
}

TEST(Standards, AVersionThatIsNotAtHandCannotBeInForce) {
  EXPECT_FALSE(Standards::create({of_version("EUCAST v16.0", "2026-01-01")}, "EUCAST v15.0"));
  EXPECT_FALSE(Standards::create({}, "EUCAST v15.0"));
}

TEST(Standards, AVersionTwiceIsRefused) {
  EXPECT_FALSE(Standards::create(
      {of_version("EUCAST v16.0", "2026-01-01"), of_version("EUCAST v16.0", "2026-02-01")},
      "EUCAST v16.0"));
}
