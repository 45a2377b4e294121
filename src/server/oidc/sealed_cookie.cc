#include "server/oidc/sealed_cookie.h"

#include <sodium.h>

#include "base/text.h"

namespace kres::oidc {

namespace {

const unsigned char* octets(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* octets(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string hexadecimal(const std::string& bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), octets(bytes), bytes.size());
  text.pop_back();
  return text;
}

}  // namespace

CookieSeal::CookieSeal() : key_(crypto_secretbox_KEYBYTES, '\0') {
  randombytes_buf(key_.data(), key_.size());
}

std::string CookieSeal::seal(const PendingLogIn& pending) const {
  const auto text = pending.state + "\n" + pending.nonce + "\n" + pending.verifier + "\n" +
                    iso_utc(pending.expires);
  std::string sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size(), '\0');
  randombytes_buf(sealed.data(), crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(octets(sealed) + crypto_secretbox_NONCEBYTES, octets(text), text.size(),
                        octets(sealed), octets(key_));
  return hexadecimal(sealed);
}

std::optional<PendingLogIn> CookieSeal::open(std::string_view cookie, Instant now) const {
  constexpr std::size_t kOverhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  std::string sealed(cookie.size() / 2, '\0');
  std::size_t length = 0;
  if (sealed.size() < kOverhead ||
      sodium_hex2bin(octets(sealed), sealed.size(), cookie.data(), cookie.size(), nullptr, &length,
                     nullptr) != 0 ||
      length != sealed.size())
    return std::nullopt;
  std::string text(sealed.size() - kOverhead, '\0');
  if (crypto_secretbox_open_easy(octets(text), octets(sealed) + crypto_secretbox_NONCEBYTES,
                                 sealed.size() - crypto_secretbox_NONCEBYTES, octets(sealed),
                                 octets(key_)) != 0)
    return std::nullopt;
  const auto parts = split(text, '\n');
  const auto expires = parts.size() == 4 ? parse_instant(parts[3]) : std::nullopt;
  if (!expires || now >= *expires) return std::nullopt;
  return PendingLogIn{std::string(parts[0]), std::string(parts[1]), std::string(parts[2]),
                      *expires};
}

}  // namespace kres::oidc
