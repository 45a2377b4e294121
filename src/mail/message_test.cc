// Mails as bytes; the encodings are those of the RFCs' own examples.
#include "mail/message.h"

#include <gtest/gtest.h>

namespace kres::mail {
namespace {

const Instant kSunday = *parse_instant("2026-11-22T13:05:09Z");

TEST(Message, HasItsHeadersAndATextThatCannotBeMistakenForOne) {
  const auto message = message_of({.to = "lab@unn.example", .subject = "foobar", .text = "fooba"},
                                  "kres@x.example", kSunday);
  EXPECT_EQ(message.find("Date: Sun, 22 Nov 2026 13:05:09 +0000\r\n"), 0U) << message;
  EXPECT_NE(message.find("\r\nSubject: =?UTF-8?B?Zm9vYmFy?=\r\n"), std::string::npos) << "RFC 4648";
  EXPECT_EQ(message.substr(message.find("\r\n\r\n")), "\r\n\r\nZm9vYmE=\r\n") << "RFC 4648";
}

TEST(Message, ALongTextIsBrokenIntoLines) {
  const auto message = message_of({.to = "a@b", .text = std::string(100, 'x')}, "c@d", kSunday);
  std::size_t longest = 0, length = 0;
  for (const char c : message) {
    length = c == '\n' ? 0 : length + 1;
    longest = std::max(longest, length);
  }
  EXPECT_LE(longest, 100U);
}

TEST(Message, AnAddressCannotSmuggleAHeaderOrASecondRecipient) {
  EXPECT_TRUE(is_plain_address("lab.mikro@unn.example"));
  for (const auto* bad :
       {"", "lab", "@x", "x@", "a@b@c", "a@b\r\nBcc: c@d", "a@b, c@d", "<a@b>", "a b@c", "å@b"})
    EXPECT_FALSE(is_plain_address(bad)) << bad;
}

}  // namespace
}  // namespace kres::mail
