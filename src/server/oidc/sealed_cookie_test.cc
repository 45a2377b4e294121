// The cookie of a log-in under way: only we can make it, only for a while.
#include "server/oidc/sealed_cookie.h"

#include <gtest/gtest.h>

namespace kres::oidc {
namespace {

const Instant kNow = parse_instant("2026-11-22T12:00:00Z").value();
const PendingLogIn kPending{"state-1", "nonce-2", "verifier-3", kNow + std::chrono::minutes(10)};

TEST(SealedCookie, ComesBackWhole) {
  const CookieSeal seal;
  const auto opened = seal.open(seal.seal(kPending), kNow);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->state, "state-1");
  EXPECT_EQ(opened->nonce, "nonce-2");
  EXPECT_EQ(opened->verifier, "verifier-3");
}

TEST(SealedCookie, HidesWhatItHoldsAndIsNeverTheSame) {
  const CookieSeal seal;
  EXPECT_EQ(seal.seal(kPending).find("state"), std::string::npos);
  EXPECT_NE(seal.seal(kPending), seal.seal(kPending));
}

TEST(SealedCookie, AnotherOneOrAChangedOneDoesNotOpen) {
  const CookieSeal seal, other;
  const auto cookie = seal.seal(kPending);
  EXPECT_FALSE(other.open(cookie, kNow));
  for (std::size_t at = 0; at < cookie.size(); at += 9) {
    auto changed = cookie;
    changed[at] = changed[at] == '0' ? '1' : '0';
    EXPECT_FALSE(seal.open(changed, kNow)) << at;
  }
  EXPECT_FALSE(seal.open("", kNow));
  EXPECT_FALSE(seal.open("zz", kNow));
  EXPECT_FALSE(seal.open(cookie.substr(0, 40), kNow));
}

TEST(SealedCookie, EndsAfterItsTime) {
  const CookieSeal seal;
  EXPECT_FALSE(seal.open(seal.seal(kPending), kPending.expires));
}

}  // namespace
}  // namespace kres::oidc
