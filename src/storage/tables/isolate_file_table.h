// Table isolate_file: which stored files belong to which isolate.
#pragma once

#include <vector>

#include "base/error.h"
#include "laboratory/blob.h"
#include "laboratory/ids.h"
#include "storage/sql/session.h"

namespace kres::storage {

class IsolateFileTable {
 public:
  explicit IsolateFileTable(Session& session) : session_(session) {}

  Result<void> attach(laboratory::IsolateId isolate, const laboratory::Blob& blob);
  Result<std::vector<laboratory::Blob>> of(laboratory::IsolateId isolate);

 private:
  Session& session_;
};

}  // namespace kres::storage
