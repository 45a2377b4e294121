// Table isolate_file: which stored files belong to which isolate.
#pragma once

#include <vector>

#include "base/error.h"
#include "laboratory/ids.h"
#include "laboratory/isolate_file.h"
#include "storage/sql/session.h"

namespace kres::storage {

class IsolateFileTable {
 public:
  explicit IsolateFileTable(Session& session) : session_(session) {}

  Result<void> attach(laboratory::IsolateId isolate, const laboratory::IsolateFile& file);
  Result<std::vector<laboratory::IsolateFile>> of(laboratory::IsolateId isolate);

 private:
  Session& session_;
};

}  // namespace kres::storage
