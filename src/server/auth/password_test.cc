#include "server/auth/password.h"

#include <gtest/gtest.h>

using kres::check_new_password;
using kres::hash_password;
using kres::kLeastPasswordCost;
using kres::needs_rehash;
using kres::verify_password;

TEST(Password, TheRightOneIsAcceptedAndAnyOtherRefused) {
  const auto hash = hash_password("correct horse battery", kLeastPasswordCost);
  ASSERT_TRUE(hash) << hash.error().text();
  EXPECT_TRUE(hash->starts_with("$argon2id$v=19$"));
  EXPECT_TRUE(verify_password(*hash, "correct horse battery"));
  EXPECT_FALSE(verify_password(*hash, "correct horse batterY"));
  EXPECT_FALSE(verify_password(*hash, "correct horse battery "));
  EXPECT_FALSE(verify_password(*hash, ""));
}

TEST(Password, AHashMadeByTheReferenceProgramIsAccepted) {
  // echo -n "blåbærsyltetøy" | argon2 kres-salt-2026 -id -t 2 -k 64 -p 1 -e
  EXPECT_TRUE(verify_password(
      "$argon2id$v=19$m=64,t=2,p=1$a3Jlcy1zYWx0LTIwMjY$Fj50ARbNzF76zmWXLsEz4rbmFb8Wh50KTgFDaBYkfPs",
      "blåbærsyltetøy"));
}

TEST(Password, TwoHashesOfOnePasswordDiffer) {
  EXPECT_NE(hash_password("correct horse battery", kLeastPasswordCost).value(),
            hash_password("correct horse battery", kLeastPasswordCost).value());
}

TEST(Password, MalformedHashesNeverMatch) {
  for (const auto* hash : {"", "x", "$argon2id$", "$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA"})
    EXPECT_FALSE(verify_password(hash, "correct horse battery")) << hash;
}

TEST(Password, AnOlderCostIsNoticed) {
  const auto hash = hash_password("correct horse battery", kLeastPasswordCost).value();
  EXPECT_TRUE(needs_rehash(hash));
  EXPECT_FALSE(needs_rehash(hash, kLeastPasswordCost));
}

TEST(Password, NewOnesMustBeLongEnoughAndNotTheUserName) {
  EXPECT_TRUE(check_new_password("blåbærsyltet", "kari"));  // 12 characters, 14 bytes
  EXPECT_FALSE(check_new_password("blåbærsylte", "kari"));
  EXPECT_FALSE(check_new_password("my name is KARI!", "kari"));
  EXPECT_FALSE(check_new_password(std::string("line\nbreak in it"), "kari"));
  EXPECT_FALSE(check_new_password("invalid \xff\xfe utf-8", "kari"));
  EXPECT_FALSE(check_new_password(std::string(257, 'a'), "kari"));
  EXPECT_FALSE(check_new_password("Velkommen2026", "kari"));
  EXPECT_FALSE(hash_password(std::string(257, 'a'), kLeastPasswordCost));
}
