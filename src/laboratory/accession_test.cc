// Accession numbers and their check character.
#include "laboratory/accession.h"

#include <cctype>

#include <gtest/gtest.h>

#include "base/text.h"

namespace kres::laboratory {
namespace {

TEST(Accession, CountsPerYearAndUnitWithAtLeastFourDigits) {
  EXPECT_EQ(make_accession(2026, MicrobeGroup::CPO, 1).substr(0, 14), "2026-CPO-0001-");
  EXPECT_EQ(make_accession(2026, MicrobeGroup::ColR, 12345).substr(0, 16), "2026-ColR-12345-");
}

// ISO 7064 MOD 37,36 is the check of the Global Release Identifier; its standard prints
// A1-2425G-ABC1234002-M.
TEST(Accession, CheckCharacterFollowsTheStandardsExample) {
  EXPECT_TRUE(is_valid_accession(make_accession(2026, MicrobeGroup::VRE, 77)));
  EXPECT_EQ(check_character("A1-2425G-ABC1234002"), 'M');
}

TEST(Accession, EverySingleWrongCharacterIsFound) {
  const auto good = make_accession(2026, MicrobeGroup::CPO, 4711);
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const char wrong : std::string("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
      auto text = good;
      if (text[at] == wrong) continue;
      text[at] = wrong;
      EXPECT_FALSE(is_valid_accession(text)) << text;
    }
  }
}

TEST(Accession, OtherFormsAreNotAccessions) {
  for (const auto* text : {"", "2026-CPO-0001", "2026-CPO-1-K", "2026-XXX-0001-K", "----"})
    EXPECT_FALSE(is_valid_accession(text)) << text;
}

// Unit names have capital and small letters: the text is not simply written in capitals.
TEST(Accession, IsReadInEitherCase) {
  for (const auto unit : kMicrobeGroups) {
    const auto accession = make_accession(2026, unit, 12);
    EXPECT_EQ(as_accession(accession), accession);
    EXPECT_EQ(as_accession(to_lower(accession)), accession);
    std::string capitals = accession;
    for (auto& letter : capitals) letter = static_cast<char>(std::toupper(letter));
    EXPECT_EQ(as_accession(capitals), accession);
  }
  for (const auto* other : {"", "nonsense", "2026-XXX-0001-k", "a-b-c"})
    EXPECT_EQ(as_accession(other), other);
}

}  // namespace
}  // namespace kres::laboratory
