// SHA-256, against the standard's examples and libsodium.
#include "base/digest.h"

#include <array>
#include <string>

#include <gtest/gtest.h>
#include <sodium.h>

#include "base/sha256_blocks.h"

namespace kres {
namespace {

std::string by_libsodium(const std::string& text) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest;
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size());
  std::array<char, 2 * crypto_hash_sha256_BYTES + 1> hex;
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  return hex.data();
}

TEST(Digest, TheExamplesOfTheStandard) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Digest, EveryLengthAndEveryWayOfCuttingGivesWhatLibsodiumGives) {
  if (!has_sha256_instructions()) GTEST_SKIP() << "this processor has no SHA instructions";
  std::string text;
  for (int length = 0; length < 300; ++length) {
    const std::string expected = by_libsodium(text);
    ASSERT_EQ(sha256_hex(text), expected) << length;
    Sha256 cut;
    for (std::size_t at = 0, step = 1; at < text.size(); at += step, step = step * 3 % 101)
      cut.update(std::string_view(text).substr(at, step));
    ASSERT_EQ(cut.hex(), expected) << length;
    text.push_back(static_cast<char>(length * 7 + 3));
  }
}

}  // namespace
}  // namespace kres
