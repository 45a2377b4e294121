// SHA-256 digests, in hexadecimal.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/files.h"

namespace kres {

// Incremental SHA-256.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void update(std::string_view bytes);
  std::string hex();  // 64 lower-case digits; ends the digest, call once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string sha256_hex(std::string_view bytes);
Result<std::string> sha256_file(const Path& path);

}  // namespace kres
