// What no line of bases or qualities holds is found, and every way of looking finds the same.
#include "sequence/special_bytes.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace kres::sequence {
namespace {

using Finder = std::size_t (*)(std::string_view, std::uint32_t*);

std::vector<std::uint32_t> found(Finder find, std::string_view text) {
  std::vector<std::uint32_t> offsets(text.size() + kSpecialRoom);
  offsets.resize(find(text, offsets.data()));
  return offsets;
}

// Text with a special byte here and there, or everywhere.
std::string made_text(std::mt19937& random, std::size_t special_in) {
  std::string text(random() % 500, 'A');
  for (char& c : text)
    c = static_cast<char>(random() % special_in == 0 ? random() : '!' + random() % 94);
  return text;
}

TEST(SpecialBytes, AreSpacesControlsAndAllBeyondAscii) {
  std::string all;
  std::vector<std::uint32_t> expected;
  for (std::uint32_t c = 0; c < 256; ++c) {
    all += static_cast<char>(c);
    if (c < 33 || c > 126) expected.push_back(c);
  }
  EXPECT_EQ(found(find_special_bytes, all), expected);
  EXPECT_EQ(found(find_special_bytes_plain, all), expected);
}

void expect_what_one_at_a_time_finds(decltype(&find_special_bytes_plain) way) {
  std::mt19937 random(4);
  for (int round = 0; round < 5000; ++round) {
    const std::string text = made_text(random, 1 + random() % 100);
    ASSERT_EQ(found(way, text), found(find_special_bytes_plain, text)) << text;
  }
}

TEST(SpecialBytes, SixtyFourAtATimeFindWhatOneAtATimeFinds) {
  if (!has_wide_special_bytes()) GTEST_SKIP() << "this processor has no AVX-512";
  expect_what_one_at_a_time_finds(find_special_bytes_wide);
}

TEST(SpecialBytes, ThirtyTwoAtATimeFindWhatOneAtATimeFinds) {
  if (!has_avx2_special_bytes()) GTEST_SKIP() << "this processor has no AVX2";
  expect_what_one_at_a_time_finds(find_special_bytes_avx2);
}

TEST(NucleotideCodes, AreTheFifteenOfIupacAndU) {
  const std::string codes = "ACGTUNRYSWKMBDHVacgtunryswkmbdhv";
  for (int c = 0; c < 256; ++c) {
    const std::string text = std::string(70, 'A') + static_cast<char>(c) + "C";
    const bool is_code = codes.find(static_cast<char>(c)) != std::string::npos;
    EXPECT_EQ(only_nucleotide_codes(text), is_code) << c;
    EXPECT_EQ(only_nucleotide_codes_plain(text), is_code) << c;
  }
  EXPECT_TRUE(only_nucleotide_codes(""));
}

void expect_what_one_at_a_time_says(decltype(&only_nucleotide_codes_plain) way) {
  std::mt19937 random(5);
  for (int round = 0; round < 20'000; ++round) {
    std::string text(random() % 200, 'A');
    for (char& c : text) c = "ACGTNACGTNacgtnuRY"[random() % 18];
    if (!text.empty() && round % 2 == 0) text[random() % text.size()] = static_cast<char>(random());
    ASSERT_EQ(way(text), only_nucleotide_codes_plain(text)) << text;
  }
}

TEST(NucleotideCodes, SixtyFourAtATimeSayWhatOneAtATimeSays) {
  if (!has_wide_special_bytes()) GTEST_SKIP() << "this processor has no AVX-512";
  expect_what_one_at_a_time_says(only_nucleotide_codes_wide);
}

TEST(NucleotideCodes, ThirtyTwoAtATimeSayWhatOneAtATimeSays) {
  if (!has_avx2_special_bytes()) GTEST_SKIP() << "this processor has no AVX2";
  expect_what_one_at_a_time_says(only_nucleotide_codes_avx2);
}

}  // namespace
}  // namespace kres::sequence
