// What many people take as a password is worth little, however long it is.
#include "server/auth/predictable_password.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace kres {
namespace {

struct Counted {
  std::string password;
  int parts;
};

TEST(PredictablePassword, IsMadeOfPartsThatCountAsOne) {
  for (const auto& [password, parts] : {Counted{"", 0},
                                        {"password", 1},
                                        {"PassordPassord", 2},
                                        {"P@ssw0rd", 1},
                                        {"aaaaaaaaaaaaaaaa", 1},
                                        {"qwertyuiop", 1},
                                        {"poiuytrewq", 1},
                                        {"1234567890", 1},
                                        {"abcdefabcdef", 2},
                                        {"xkqxkqxkqxkq", 5},  // three, then what stood before
                                        {"Sommer2026!!", 4},
                                        {"TROMSØ-vår-1999", 5},
                                        {"BLÅBÆR", 6},
                                        {"vgq7mz", 6}})
    EXPECT_EQ(unpredictable_parts(password), parts) << password;
}

TEST(PredictablePassword, OfWordsThatNobodyElseTakesIsGoodEnough) {
  for (const auto* password : {"correct horse battery staple", "fire blå hester løper",
                               "vG7!kq2Zpx&w", "Anders og jeg drakk kaffe", "7f3a9c51e0bd"})
    EXPECT_GE(unpredictable_parts(password), kLeastParts) << password;
  for (const auto* password : {"Password1234", "Velkommen2026", "Sykehus12345", "qwerty123456",
                               "administrator", "Klebsiella!1", "111122223333", "oslo1999oslo"})
    EXPECT_LT(unpredictable_parts(password), kLeastParts) << password;
}

// At the limit of 256 bytes the count is still there at once.
TEST(PredictablePassword, MayBeAsLongAsAnyPassword) {
  std::string text;
  std::mt19937 random(8);
  for (int i = 0; i < 256; ++i) text += static_cast<char>('!' + random() % 90);
  EXPECT_GT(unpredictable_parts(text), 200);
  EXPECT_EQ(unpredictable_parts(std::string(256, 'x')), 1);
}

}  // namespace
}  // namespace kres
