// Table blob: what is known of every stored file.
#pragma once

#include "laboratory/ports/blob_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class BlobTable : public laboratory::BlobRepository {
 public:
  explicit BlobTable(Session& session) : session_(session) {}

  Result<void> add(const laboratory::Blob& blob) override;
  Result<std::optional<laboratory::Blob>> find(const std::string& sha256) override;
  Result<std::vector<laboratory::Blob>> all() override;

 private:
  Session& session_;
};

}  // namespace kres::storage
