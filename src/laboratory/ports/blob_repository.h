// The stored files the registry knows: digest, size, type, name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/blob.h"

namespace kres::laboratory {

class BlobRepository {
 public:
  virtual ~BlobRepository() = default;
  virtual Result<void> add(const Blob& blob) = 0;  // the same digest again changes nothing
  virtual Result<std::optional<Blob>> find(const std::string& sha256) = 0;
  virtual Result<std::vector<Blob>> all() = 0;  // by digest
};

}  // namespace kres::laboratory
