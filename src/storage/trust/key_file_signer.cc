#include "storage/trust/key_file_signer.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <optional>

#include "base/text.h"

namespace kres::storage {

namespace {

const unsigned char* octets(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* octets(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string hexadecimal(std::string_view bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), octets(bytes), bytes.size());
  text.pop_back();
  return text;
}

std::optional<std::string> from_hexadecimal(std::string_view text, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t length = 0;
  const char* end = nullptr;
  if (text.size() != size * 2 ||
      sodium_hex2bin(octets(bytes), size, text.data(), text.size(), nullptr, &length, &end) != 0)
    return std::nullopt;
  if (length != size || end != text.data() + text.size()) return std::nullopt;
  return bytes;
}

std::string secret_from_seed(const std::string& seed) {
  std::string public_key(crypto_sign_PUBLICKEYBYTES, '\0');
  std::string secret(crypto_sign_SECRETKEYBYTES, '\0');
  crypto_sign_seed_keypair(octets(public_key), octets(secret), octets(std::string_view(seed)));
  return secret;
}

// The folder is closed to others before the key is written into it.
Result<void> create_key(const Path& path) {
  KRES_TRY(make_directories(path.parent_path()));
  if (::chmod(path.parent_path().c_str(), 0700) != 0)
    return environment_error(std::strerror(errno), path.parent_path().string());
  std::string seed(crypto_sign_SEEDBYTES, '\0');
  randombytes_buf(seed.data(), seed.size());
  KRES_TRY(write_file_atomic(path, hexadecimal(seed) + "\n"));
  if (::chmod(path.c_str(), 0600) != 0)
    return environment_error(std::strerror(errno), path.string());
  return {};
}

Result<void> only_the_owner_reads(const Path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0)
    return fail({.code = ErrorCode::not_found,
                 .message = "the signing key is missing",
                 .file = path.string(),
                 .remedy = "restore it from a backup"});
  if ((status.st_mode & 077) != 0)
    return environment_error("the signing key can be read by others", path.string(),
                             "chmod 600 it");
  return {};
}

}  // namespace

Result<KeyFileSigner> KeyFileSigner::open(const Path& directory, Missing missing) {
  if (sodium_init() < 0) return environment_error("libsodium cannot start");
  const auto path = directory / "signing.key";
  std::error_code ignored;
  if (missing == Missing::create && !std::filesystem::exists(path, ignored))
    KRES_TRY(create_key(path));
  KRES_TRY(only_the_owner_reads(path));
  KRES_ASSIGN(const auto text, read_file(path));
  const auto seed = from_hexadecimal(trim(text), crypto_sign_SEEDBYTES);
  if (!seed)
    return fail({.code = ErrorCode::corrupt,
                 .message = "is not a signing key",
                 .file = path.string(),
                 .remedy = "restore it from a backup"});
  return KeyFileSigner(secret_from_seed(*seed));
}

std::string KeyFileSigner::public_key() const {
  return hexadecimal(std::string_view(secret_).substr(crypto_sign_SEEDBYTES));
}

Result<std::string> KeyFileSigner::sign(std::string_view bytes) const {
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(octets(signature), nullptr, octets(bytes), bytes.size(),
                       octets(std::string_view(secret_)));
  return hexadecimal(signature);
}

bool verify_signature(std::string_view bytes, std::string_view signature,
                      std::string_view public_key) {
  const auto raw = from_hexadecimal(signature, crypto_sign_BYTES);
  const auto key = from_hexadecimal(public_key, crypto_sign_PUBLICKEYBYTES);
  return raw && key &&
         crypto_sign_verify_detached(octets(std::string_view(*raw)), octets(bytes), bytes.size(),
                                     octets(std::string_view(*key))) == 0;
}

}  // namespace kres::storage
