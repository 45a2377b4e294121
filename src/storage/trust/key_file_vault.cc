#include "storage/trust/key_file_vault.h"

#include <sodium.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::storage {

namespace {

constexpr std::size_t kKeySize = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* octets(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* octets(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string hexadecimal(const std::string& bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), octets(bytes), bytes.size());
  text.pop_back();
  return text;
}

std::optional<std::string> from_hexadecimal(std::string_view text) {
  std::string bytes(text.size() / 2, '\0');
  std::size_t length = 0;
  const char* end = nullptr;
  if (text.size() % 2 != 0 || sodium_hex2bin(octets(bytes), bytes.size(), text.data(), text.size(),
                                             nullptr, &length, &end) != 0)
    return std::nullopt;
  if (length != bytes.size() || end != text.data() + text.size()) return std::nullopt;
  return bytes;
}

std::string random_key() {
  std::string key(kKeySize, '\0');
  randombytes_buf(key.data(), key.size());
  return key;
}

Result<void> create_keys(const Path& path) {
  const auto text =
      fmt::format("lookup {}\nkey-1 {}\n", hexadecimal(random_key()), hexadecimal(random_key()));
  KRES_TRY(write_file_atomic(path, text));
  if (::chmod(path.c_str(), 0600) != 0)
    return environment_error(std::strerror(errno), path.string());
  return {};
}

tl::unexpected<Error> changed_or_moved(const laboratory::KnownPatient& patient) {
  return fail({.code = ErrorCode::corrupt,
               .message = fmt::format("the sealed number of patient {} was changed or moved",
                                      patient.id.value),
               .file = "registry",
               .remedy = "compare it with a backup"});
}

}  // namespace

Result<KeyFileVault> KeyFileVault::open(const Path& directory) {
  if (sodium_init() < 0) return environment_error("the cryptographic library cannot start");
  const auto path = directory / "identity.key";
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) KRES_TRY(create_keys(path));
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || (status.st_mode & 077) != 0)
    return environment_error("the keys can be read by others", path.string(), "chmod 600 it");
  return read(path);
}

Result<KeyFileVault> KeyFileVault::read(const Path& path) {
  KRES_ASSIGN(const auto text, read_file(path));
  KeyFileVault vault;
  std::size_t number = 0;
  for (const auto line : split(text, '\n')) {
    ++number;
    if (trim(line).empty()) continue;
    const auto words = split(trim(line), ' ');
    const auto key = words.size() == 2 ? from_hexadecimal(words[1]) : std::nullopt;
    if (!key || key->size() != kKeySize)
      return fail({.code = ErrorCode::corrupt,
                   .message = "is not the name of a key and 64 hexadecimal digits",
                   .file = path.string(),
                   .line = number,
                   .remedy = "put the file back from a backup"});
    if (words[0] == "lookup") {
      vault.lookup_key_ = *key;
    } else {
      vault.newest_ = std::string(words[0]);
      vault.keys_[vault.newest_] = *key;
    }
  }
  if (!vault.lookup_key_.empty() && !vault.keys_.empty()) return vault;
  return fail({.code = ErrorCode::corrupt,
               .message = "holds no lookup key, or no other",
               .file = path.string(),
               .remedy = "put the file back from a backup"});
}

Result<laboratory::SealedNumber> KeyFileVault::seal(
    const laboratory::NationalIdentityNumber& number, const std::string& laboratory) const {
  std::string sealed(kNonceSize + number.digits().size() + kTagSize, '\0');
  randombytes_buf(sealed.data(), kNonceSize);
  unsigned long long length = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      octets(sealed) + kNonceSize, &length, octets(number.digits()), number.digits().size(),
      octets(laboratory), laboratory.size(), nullptr, octets(sealed), octets(keys_.at(newest_)));
  sealed.resize(kNonceSize + length);
  return laboratory::SealedNumber{newest_, hexadecimal(sealed)};
}

Result<std::string> KeyFileVault::open(const laboratory::KnownPatient& patient) const {
  const auto key = keys_.find(patient.key);
  if (key == keys_.end())
    return environment_error(
        fmt::format("the key {} that sealed a number is not there", patient.key),
        "keys/identity.key", "put the file back from a backup");
  const auto sealed = from_hexadecimal(patient.sealed);
  std::string digits(sealed ? sealed->size() : 0, '\0');
  unsigned long long length = 0;
  if (!sealed || sealed->size() < kNonceSize + kTagSize ||
      crypto_aead_xchacha20poly1305_ietf_decrypt(
          octets(digits), &length, nullptr, octets(*sealed) + kNonceSize,
          sealed->size() - kNonceSize, octets(patient.laboratory), patient.laboratory.size(),
          octets(*sealed), octets(key->second)) != 0)
    return changed_or_moved(patient);
  digits.resize(length);
  // Two numbers of one laboratory open in each other's row: the lookup says whose it is.
  const auto number = laboratory::NationalIdentityNumber::parse(digits);
  if (!number || lookup(*number) != patient.lookup) return changed_or_moved(patient);
  return digits;
}

std::string KeyFileVault::lookup(const laboratory::NationalIdentityNumber& number) const {
  std::string digest(crypto_generichash_BYTES, '\0');
  crypto_generichash(octets(digest), digest.size(), octets(number.digits()), number.digits().size(),
                     octets(lookup_key_), lookup_key_.size());
  return hexadecimal(digest);
}

}  // namespace kres::storage
