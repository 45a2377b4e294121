// Tokens of OpenID providers: the first was given by glewlwyd 2.7.5, the second was signed by
// openssl.
#include "server/oidc/id_token.h"

#include <gtest/gtest.h>

namespace kres::oidc {
namespace {

constexpr const char* kToken =
    "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6ImdGNUgwZHNZMjFlWnNUZWNsSjRlUG96YUk2OU00"
    "ZmNTc1BkXzBTakdhaWsifQ.eyJzdWIiOiI4c3dLdFJPc0t0bGRLV3FMQThzMHdFbTBmNHVpaktKTyIsInByZ"
    "WZlcnJlZF91c2VybmFtZSI6ImthcmkiLCJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjk1NDMvYXBpL29pZGMiL"
    "CJhdWQiOiJrcmVzIiwiZXhwIjoxNzk1MzU0OTE0LCJpYXQiOjE3OTUzNTEzMTQsImF1dGhfdGltZSI6MCwiY"
    "XpwIjoia3JlcyIsIm5vbmNlIjoibm8iLCJhbXIiOlsic2Vzc2lvbiJdLCJhdF9oYXNoIjoiTnlXVE9ZRmlZM"
    "3QyTm05OHFiYzU5QSIsImNfaGFzaCI6IjRYWmZzOE42dUZHZmpZV2NGd2JsWHcifQ.qZU_r8AHybf72BXZcw"
    "iwwlV1vvv-RsKcsM7JMekzW4LFlTZyrMwgtrYQwPzm62d7riOhVtQJrXROF8LojnNu5AWERKtTfoF8GMIF0B"
    "pLMfrD9cBlIj468O4SH2NeZKcywpXAh4b46TNUw744156lz8k1LlnVS7J9aIh5QjfZo99w2yvdNBera3BL1-"
    "P9POtcDGE6acg9l-MrrB-DwYMpMJ_mH2DKcKqD0fzG4BJPCCeyIUdcqhnRqCBA1IJdDkxEG_4z5yeGZBRITk"
    "h9mgAevst0qgCicscfrrp3vIbfxq10NSJ4PBjcsXGbUWD7vphZQEF24FZqtnF5Ikj-RbHujQ";
constexpr const char* kKeys =
    R"({"keys":[{"kty":"RSA","n":"x8eCU3NQfPJ6yT-DevaeNQEZ6PxZxzjDVZq0LPKFF8t5hfa3rrM5HyYTJ)"
    R"(wCoc0qZU2c-LZAJ3SslCuICj08lTS6VmY1pVaRrwzg7H25bEIYOaGmuZ7bh6OnAeIRtBa7yG-xQeNATUTUSP)"
    R"(Lu0pxXQNDtZBUgQA0FCDBiJ_I7cE_2nKlz2Zog-EMzGTFPk03_HT9gh89VehndRClMOXAeKKG43yN5_Mna0i)"
    R"(QYk5HdpkKlam3qMd3bi6Eh8ne9aDUxwIpaNoRLzROtqOEh96i_3aiytzAFl90rp_HuFFDcfWxaDZ-q5F7zkj)"
    R"(ERpVVFP-VL86IhuNMtDL5MBHrPJUacgIw","e":"AQAB","kid":"gF5H0dsY21eZsTeclJ4ePozaI69M4fc)"
    R"(SsPd_0SjGaik","alg":"RS256"}]})";
constexpr const char* kEllipticToken =
    "eyJhbGciOiAiRVMyNTYiLCAia2lkIjogImVjLTEifQ.eyJpc3MiOiAiaHR0cHM6Ly9pZC5leGFtcGxlIiwgI"
    "nN1YiI6ICI3NyIsICJhdWQiOiBbImtyZXMiXSwgImlhdCI6IDE3OTUzNTEzMTQsICJleHAiOiAxNzk1MzU0O"
    "TE0LCAibm9uY2UiOiAibi0xIiwgInByZWZlcnJlZF91c2VybmFtZSI6ICJvbGEifQ.B3y_xKSNiZ1SATUqEu"
    "p_lG5I-1nZrphp4wT0_q98tIWeaUTyxoDaDFA4KQ4HEJF2k_h-l9iO2x8p8uQ9eUODAg";
constexpr const char* kEllipticKeys =
    R"({"keys": [{"kty": "EC", "crv": "P-256", "kid": "ec-1", "use": "sig", "x": "TEh3rj14a)"
    R"(eciIEfRWKxx1BLZj8QzPXkKWOSE0PaPNf4", "y": "2cjDijYsCS7tD3v6NgNx7k7qWVao6pbHlzs6g-1BU)"
    R"(qs"}]})";

const Expected kExpected{.issuer = "http://127.0.0.1:9543/api/oidc",
                         .client = "kres",
                         .nonce = "no",
                         .now = Instant(std::chrono::seconds(1795351400))};

std::string why(const std::string& token, const Expected& expected,
                const std::string& keys = kKeys) {
  const auto identity = verify_id_token(token, keys, expected);
  if (identity) return "accepted";
  EXPECT_EQ(identity.error().code, ErrorCode::unauthenticated);
  return identity.error().message.substr(identity.error().message.find(": ") + 2);
}

TEST(IdToken, OfARealProviderNamesThePerson) {
  const auto identity = verify_id_token(kToken, kKeys, kExpected);
  ASSERT_TRUE(identity) << identity.error().text();
  EXPECT_EQ(identity->username, "kari");
  EXPECT_EQ(identity->subject, "8swKtROsKtldKWqLA8s0wEm0f4uijKJO");
}

TEST(IdToken, MayBeSignedWithAnEllipticCurve) {
  auto expected = kExpected;
  expected.issuer = "https://id.example";
  expected.nonce = "n-1";
  const auto identity = verify_id_token(kEllipticToken, kEllipticKeys, expected);
  ASSERT_TRUE(identity) << identity.error().text();
  EXPECT_EQ(identity->username, "ola");
}

TEST(IdToken, EveryCheckRefusesByItself) {
  auto expected = kExpected;
  expected.issuer = "http://127.0.0.1:9543/api/other";
  EXPECT_EQ(why(kToken, expected), "another provider issued it");
  expected = kExpected;
  expected.client = "lims";
  EXPECT_EQ(why(kToken, expected), "it is meant for another program");
  expected = kExpected;
  expected.nonce = "yes";
  EXPECT_EQ(why(kToken, expected), "it belongs to another log-in");
  expected.nonce = "";
  EXPECT_EQ(why(kToken, expected), "it belongs to another log-in");
  expected = kExpected;
  expected.now = Instant(std::chrono::seconds(1795354914 + 60));
  EXPECT_EQ(why(kToken, expected), "its time is over");
  expected.now = Instant(std::chrono::seconds(1795351314 - 61));
  EXPECT_EQ(why(kToken, expected), "it comes from the future");
}

TEST(IdToken, AnyChangedCharacterOfTheContentIsFound) {
  const std::string token = kToken;
  const auto content = token.find('.') + 1;
  for (auto at = content; at < token.rfind('.'); at += 7) {
    auto changed = token;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_NE(why(changed, kExpected), "accepted") << at;
  }
  auto changed = token;
  changed[token.size() - 20] = changed[token.size() - 20] == 'A' ? 'B' : 'A';
  EXPECT_EQ(why(changed, kExpected), "the signature is wrong");
}

TEST(IdToken, WithoutASignatureOrWithASharedSecretIsRefused) {
  const std::string token = kToken;
  const auto content = token.substr(token.find('.'), token.rfind('.') - token.find('.'));
  EXPECT_NE(why("eyJhbGciOiJub25lIn0" + content + ".", kExpected), "accepted");       // alg none
  EXPECT_NE(why("eyJhbGciOiJIUzI1NiJ9" + content + ".AAAA", kExpected), "accepted");  // HS256
  EXPECT_NE(why(content, kExpected), "accepted");
  EXPECT_NE(why("", kExpected), "accepted");
}

TEST(IdToken, OfAKeyThatTheProviderDoesNotShowIsRefused) {
  EXPECT_EQ(why(kToken, kExpected, R"({"keys": []})"), "the provider has no such key");
  EXPECT_EQ(why(kToken, kExpected, kEllipticKeys), "the provider has no such key");
  EXPECT_EQ(why(kToken, kExpected, "no JSON"), "the provider has no such key");
}

}  // namespace
}  // namespace kres::oidc
