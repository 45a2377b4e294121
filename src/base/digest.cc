#include "base/digest.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>

#include <sodium.h>

#include "base/sha256_blocks.h"

namespace kres {

namespace {

using Digest = std::array<unsigned char, crypto_hash_sha256_BYTES>;

// Whole blocks go to the processor's instructions; what is left waits for more.
class FastSha256 {
 public:
  void update(std::string_view bytes) {
    length_ += bytes.size();
    if (waiting_ > 0) {
      const std::size_t more = std::min(bytes.size(), kSha256Block - waiting_);
      std::memcpy(rest_.data() + waiting_, bytes.data(), more);
      waiting_ += more;
      bytes.remove_prefix(more);
      if (waiting_ < kSha256Block) return;
      sha256_blocks(words_, rest_.data(), 1);
    }
    const std::size_t blocks = bytes.size() / kSha256Block;
    sha256_blocks(words_, bytes.data(), blocks);
    bytes.remove_prefix(blocks * kSha256Block);
    waiting_ = bytes.size();
    if (waiting_ > 0) std::memcpy(rest_.data(), bytes.data(), waiting_);
  }

  // The end of the text is one bit, zeros, and the number of bits.
  Digest finish() {
    const std::uint64_t bits = 8 * length_;
    std::array<char, kSha256Block + 8> end{};
    end[0] = static_cast<char>(0x80);
    const std::size_t zeros = (2 * kSha256Block - 9 - waiting_) % kSha256Block;
    for (int i = 0; i < 8; ++i)
      end[1 + zeros + static_cast<std::size_t>(i)] = static_cast<char>(bits >> (56 - 8 * i));
    update({end.data(), 9 + zeros});
    Digest digest;
    for (std::size_t i = 0; i < digest.size(); ++i)
      digest[i] = static_cast<unsigned char>(words_[i / 4] >> (24 - 8 * (i % 4)));
    return digest;
  }

 private:
  Sha256Words words_ = kSha256Start;
  std::array<char, kSha256Block> rest_;
  std::size_t waiting_ = 0;  // bytes of rest_
  std::uint64_t length_ = 0;
};

}  // namespace

struct Sha256::State {
  bool fast = has_sha256_instructions();
  FastSha256 instructions;
  crypto_hash_sha256_state library;
};

Sha256::Sha256() : state_(std::make_unique<State>()) { crypto_hash_sha256_init(&state_->library); }
Sha256::~Sha256() = default;

void Sha256::update(std::string_view bytes) {
  if (state_->fast)
    state_->instructions.update(bytes);
  else
    crypto_hash_sha256_update(&state_->library,
                              reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

std::string Sha256::hex() {
  Digest digest{};
  if (state_->fast)
    digest = state_->instructions.finish();
  else
    crypto_hash_sha256_final(&state_->library, digest.data());
  std::string text(2 * digest.size() + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
  text.pop_back();
  return text;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 digest;
  digest.update(bytes);
  return digest.hex();
}

Result<std::string> sha256_file(const Path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return environment_error("cannot open", path.string());
  Sha256 digest;
  std::array<char, 1 << 16> buffer{};
  while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0)
    digest.update({buffer.data(), static_cast<std::size_t>(file.gcount())});
  if (file.bad()) return environment_error("cannot read", path.string());
  return digest.hex();
}

}  // namespace kres
